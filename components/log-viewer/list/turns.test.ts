import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Turns, type Outcome } from './turns';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Until an answer has come and what it allows is done; fake timers leave promises alone. */
const handedOver = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

/** What steps see: where the cursor is, as it was committed last. */
type Cursor = { at: number };

function startTurns(at = 0) {
  const said: string[] = [];
  const cursor = { at };
  const turns = new Turns<Cursor>({
    commit: (change) => {
      change();
      turns.serve({ ...cursor });
    },
    onError: (_hand, error) => said.push(error instanceof Error ? error.message : String(error)),
    onLate: (isLate) => said.push(isLate ? 'late' : 'answered'),
  });
  turns.serve({ at });
  /** A step that asks: with `answer` it goes on by so many lines, with `fail` it does not. */
  const ask = () => {
    let answer: (by: number) => void = () => {};
    let fail: (error: Error) => void = () => {};
    const asked = new Promise<Outcome<Cursor>>((resolve, reject) => {
      answer = (by) => resolve((target) => (cursor.at = target.at + by));
      fail = reject;
    });
    turns.take(() => asked);
    return { answer, fail };
  };
  const moveByLines = (by: number) => turns.take((target) => void (cursor.at = target.at + by));
  const double = () => turns.take((target) => void (cursor.at = target.at * 2));
  return { turns, said, cursor, ask, moveByLines, double };
}

it('runs a step at once when none waits', () => {
  const { moveByLines, cursor } = startTurns(3);
  moveByLines(4);
  expect(cursor.at).toBe(7);
});

it('keeps the order: each step sees what the one before it left', async () => {
  const { ask, moveByLines, double, cursor } = startTurns(1);
  const first = ask();
  moveByLines(1);
  const second = ask();
  double();
  moveByLines(3);
  first.answer(10);
  await handedOver();
  expect(cursor.at).toBe(12);
  second.answer(100);
  await handedOver();
  expect(cursor.at).toBe(227);
});

it('tells what failed, and goes on behind it', async () => {
  const { turns, ask, moveByLines, cursor, said } = startTurns(1);
  const first = ask();
  turns.take(() => {
    throw new Error('nothing there');
  });
  moveByLines(1);
  first.fail(new Error('no answer'));
  await handedOver();
  expect(cursor.at).toBe(2);
  expect(said).toEqual(['no answer', 'nothing there', 'answered']);
  moveByLines(1);
  expect(cursor.at).toBe(3);
});

it('forgets the step whose answer is awaited and those behind it when it is cancelled', async () => {
  const { turns, ask, moveByLines, cursor } = startTurns(5);
  const first = ask();
  moveByLines(1);
  turns.cancel();
  moveByLines(20);
  first.answer(100);
  await handedOver();
  expect(cursor.at).toBe(25);
});

it('waits for a target, and forgets what waited when the target is taken away', async () => {
  const { turns, moveByLines, double, cursor } = startTurns(1);
  turns.leave();
  moveByLines(1);
  double();
  expect(cursor.at).toBe(1);
  turns.serve({ at: 7 });
  await handedOver();
  expect(cursor.at).toBe(16);
  turns.leave();
  moveByLines(1);
  turns.leave();
  turns.serve({ at: 7 });
  await handedOver();
  expect(cursor.at).toBe(16);
});

it('says that it waits after a moment, once for all that wait, and when it does no more', async () => {
  const { turns, ask, said } = startTurns();
  const [first, second] = [ask(), ask()];
  vi.advanceTimersByTime(200);
  first.answer(1);
  await handedOver();
  vi.advanceTimersByTime(200);
  expect(said).toEqual(['late']);
  second.answer(1);
  await handedOver();
  expect(said).toEqual(['late', 'answered']);

  const third = ask();
  vi.advanceTimersByTime(200);
  third.answer(1);
  await handedOver();
  expect(said).toEqual(['late', 'answered', 'answered']);
  ask();
  vi.advanceTimersByTime(400);
  turns.cancel();
  expect(said.slice(3)).toEqual(['late', 'answered']);
});
