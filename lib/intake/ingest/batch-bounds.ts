import { AppError } from '@/lib/errors';
import { RecordError } from './parse-record';

/** Limits of a batch. What is stored per batch grows with them; usual batches are far below. */
export const BATCH_BOUNDS = {
  /** 20 MiB in lines of 105 bytes. */
  records: 200_000,
  runs: 5000,
  devices: 20_000,
  components: 5000,
  /** Characters of all lines once what an envelope says for all of them is in each. */
  text: 80 * 1024 * 1024,
} as const;

export type BatchBounds = {
  /** Throws RecordError for the first device or component beyond the limit. */
  addNames: (component: string, device: string) => void;
  /** Counts a named run, or the day of lines without a job. Throws RecordError beyond the limit. */
  addRun: () => void;
  /**
   * Counts the runs opened by lines that name only their job: lines far apart open a run each. Throws RecordError
   * beyond the limit.
   */
  addJobTime: (jobId: string, timeMs: number) => void;
  addText: (length: number) => void;
  /** Throws `too_large` for a batch of too many records or too much text: then it is refused as a whole. */
  assertBatch: (recordCount: number) => void;
};

/** `idleMs`: silence of a job after which its lines open another run. */
export function openBatchBounds(idleMs: number): BatchBounds {
  const runs = countRuns(idleMs);
  const addComponent = openNames('component', 'too_many_components', BATCH_BOUNDS.components);
  const addDevice = openNames('device', 'too_many_devices', BATCH_BOUNDS.devices);
  let text = 0;
  return {
    ...runs,
    addNames(component, device) {
      addComponent(component);
      addDevice(device);
    },
    addText(length) {
      text += length;
    },
    assertBatch(recordCount) {
      if (recordCount > BATCH_BOUNDS.records) {
        throw new AppError('too_large', `At most ${BATCH_BOUNDS.records} records a batch; send smaller batches.`);
      }
      if (text <= BATCH_BOUNDS.text) return;
      throw new AppError(
        'too_large',
        `The lines have more than ${BATCH_BOUNDS.text} characters once each holds what is said for all; send smaller batches.`,
      );
    },
  };
}

function openNames(what: string, code: 'too_many_components' | 'too_many_devices', most: number) {
  const names = new Set<string>();
  // Consecutive lines mostly have the same device and component.
  let last = '';
  return (name: string): void => {
    if (name === last) return;
    if (names.size >= most && !names.has(name)) {
      throw new RecordError(code, `${what}: a batch has lines of at most ${most}; send the others in another one.`);
    }
    names.add(name);
    last = name;
  };
}

type JobSpans = { spans: Set<number>; last: number };

function countRuns(idleMs: number): Pick<BatchBounds, 'addRun' | 'addJobTime'> {
  let count = 0;
  const add = (more: number): void => {
    if (more > 0 && count + more > BATCH_BOUNDS.runs) {
      throw new RecordError(
        'too_many_runs',
        `A batch has lines of at most ${BATCH_BOUNDS.runs} runs; send the others in another one.`,
      );
    }
    count += more;
  };
  const jobs = new Map<string, JobSpans>();
  return {
    addRun: () => add(1),
    // Lines of neighbouring halves of the idle time are of one run: there are no more runs than stretches of such halves.
    addJobTime(jobId, timeMs) {
      const span = Math.floor((timeMs * 2) / idleMs);
      let job = jobs.get(jobId);
      if (!job) jobs.set(jobId, (job = { spans: new Set(), last: NaN }));
      if (span === job.last) return;
      if (!job.spans.has(span)) {
        add(1 - Number(job.spans.has(span - 1)) - Number(job.spans.has(span + 1)));
        job.spans.add(span);
      }
      job.last = span;
    },
  };
}
