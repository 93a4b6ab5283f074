import { expect, it } from 'vitest';
import { DEVICE_STATUSES } from './status';
import { DEVICE_STATUSES_WORST_FIRST } from './status-look';

it('ranks every device status once', () => {
  expect([...DEVICE_STATUSES_WORST_FIRST].sort()).toEqual([...DEVICE_STATUSES].sort());
});
