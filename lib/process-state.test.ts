import { expect, it } from 'vitest';
import { processState } from './process-state';

it('is made once, at its first use, and shared by all who name it', () => {
  let made = 0;
  const make = () => ({ number: (made += 1) });
  const first = processState('test of process state', make);
  const second = processState('test of process state', make);
  expect(made).toBe(0);
  first().number = 7;
  expect(second()).toEqual({ number: 7 });
  expect(second()).toBe(first());
  expect(made).toBe(1);
});
