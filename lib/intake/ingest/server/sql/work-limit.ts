import 'server-only';
import { AppError } from '@/lib/errors';
import { processState } from '@/lib/process-state';

/**
 * Body bytes in work at once, from a request's headers until its answer: what bounds the time that an accepted
 * request waits behind others. Some 8 batches of 2,000 lines, or 160 requests of one line: a tenth of a second's work on
 * two cores. More in work makes nothing faster: the parser takes one core, and two writers share the commits.
 */
const MAX_WORK_BYTES = 5 * 1024 * 1024;
/** Fixed cost of a request, in bytes that take as long. */
const REQUEST_BYTES = 32 * 1024;
/**
 * Bodies that are complete at once are not parsed at once: after so much work sockets are looked at again. All together
 * they kept every other request from being so much as refused, for as long as they took, at each of its steps.
 */
const TURN_MS = 5;

/** A body on a slow line gives its slot back until it is complete: it would stop others that are quick. */
const ARRIVAL_MS = 500;

type WorkState = { bytes: number; turn: Promise<void>; turnBeganMs: number };

const state = processState('ingestWork', (): WorkState => ({
  bytes: 0,
  turn: Promise.resolve(),
  turnBeganMs: -Infinity,
}));

export type WorkSlot = {
  /** Resolves when it is the complete body's turn. Throws `too_many_requests` when it came late and finds no slot. */
  begin: (bodyBytes: number) => Promise<void>;
  end: () => void;
};

/**
 * A slot for a body that is about to be read, so that a refusal costs no more than the headers. Throws
 * `too_many_requests` when it would wait too long; one body alone always has a slot.
 */
export function takeSlot(expectedBytes: number): WorkSlot {
  const current = state();
  let held = 0;
  const hold = (bytes: number) => {
    current.bytes += bytes - held;
    held = bytes;
  };
  const assertFits = (bytes: number) => {
    const others = current.bytes - held;
    if (others === 0 || others + bytes <= MAX_WORK_BYTES) return;
    throw new AppError('too_many_requests', 'More arrives than can be stored; try again later.', {
      retryAfterSeconds: 1,
    });
  };
  assertFits(expectedBytes + REQUEST_BYTES);
  hold(expectedBytes + REQUEST_BYTES);
  const late = setTimeout(() => hold(0), ARRIVAL_MS).unref();
  return {
    begin: async (bodyBytes) => {
      clearTimeout(late);
      if (held === 0) assertFits(bodyBytes + REQUEST_BYTES);
      hold(bodyBytes + REQUEST_BYTES);
      await takeTurn(current);
    },
    end: () => {
      clearTimeout(late);
      hold(0);
    },
  };
}

/** In the order of arrival. */
function takeTurn(current: WorkState): Promise<void> {
  current.turn = current.turn.then(async () => {
    if (performance.now() - current.turnBeganMs < TURN_MS) return;
    await new Promise((resolve) => setImmediate(resolve));
    current.turnBeganMs = performance.now();
  });
  return current.turn;
}
