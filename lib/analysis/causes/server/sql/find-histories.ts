import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import { collectOutcomes, collectRunOutcomes, type Earlier } from '../../collect-outcomes';
import type { CauseContext } from '../../find-cause';
import { namedMembers, type Failure, type FailureGroup } from '../../group-causes';
import { judgeFailure, judgeRecovery } from '../../judge-history';
import { parseNotedErrors } from '../../noted-errors';
import type { History } from '../../schema';
import { MAX_EARLIER_RUNS, type RunOutcome } from './find-earlier-runs';
import { findErrorMessages } from './find-error-messages';
import type { MendedDeviceRow } from './find-mended-devices';
import { findOutcomes, type OutcomeRow } from './find-outcomes';

/** Only what sealing has not noted yet is looked up in lines: at most 60 chunks. */
const CHUNKS_OF_AN_EARLIER_RUN = 3;

type Situation = {
  earlier: readonly RunOutcome[];
  groups: readonly FailureGroup[];
  mended: readonly MendedDeviceRow[];
  context: CauseContext;
};

type Histories = {
  /** A history belongs to a failure in `groups` or in `recovered`. */
  historyOf: (failure: Failure) => History;
  recovered: Failure[];
};

/** Compares failures and recoveries with the job's earlier runs. */
export async function findHistories(tx: Prisma.TransactionClient, situation: Situation): Promise<Histories> {
  const { mended, context } = situation;
  const isCut = situation.earlier.length === MAX_EARLIER_RUNS;
  const earlier = await readEarlier(tx, situation);
  const histories = collectOutcomes(earlier, context);
  const recoveries = mended.flatMap(({ device, site }) => {
    const history = histories.get(device);
    const recovery = judgeRecovery(history?.outcomes ?? [], isCut);
    const cause = recovery && history?.causes.get(recovery.pattern);
    return cause ? { failure: { device, site, cause, lineCount: 0 }, history: recovery.history } : [];
  });
  const recoveredHistories = new Map(recoveries.map(({ failure, history }) => [failure, history]));
  const outcomesOf = ({ device, cause }: Failure) =>
    device === '' ? collectRunOutcomes(cause.pattern, earlier, context) : (histories.get(device)?.outcomes ?? []);
  return {
    historyOf: (failure) =>
      recoveredHistories.get(failure) ?? judgeFailure(failure.cause.pattern, outcomesOf(failure), isCut),
    recovered: recoveries.map(({ failure }) => failure),
  };
}

async function readEarlier(tx: Prisma.TransactionClient, { earlier, groups, mended }: Situation): Promise<Earlier> {
  const named = groups.flatMap(namedMembers).map(({ device }) => device);
  const devices = [...named.filter((name) => name !== ''), ...mended.map(({ device }) => device)];
  const rows = await findOutcomes(
    tx,
    earlier.map(({ id }) => id),
    devices,
  );
  const messages = await findErrorMessages(tx, {
    runIds: runsToRead(earlier, rows, named.includes('')),
    devices: [...untoldDevices(rows), ''],
    chunksPerRun: CHUNKS_OF_AN_EARLIER_RUN,
  });
  return {
    runs: earlier.map(({ id, started_at: startedAt }) => ({ id, startedAt: startedAt.toISOString() })),
    outcomes: rows.map((row) => ({
      runId: row.run_id,
      device: row.device,
      isBad: row.is_bad,
      cause: row.cause,
      noted: parseNotedErrors(row.device, row.noted),
    })),
    messages,
  };
}

const untoldDevices = (rows: readonly OutcomeRow[]): string[] => [
  ...new Set(rows.filter((row) => row.is_untold).map(({ device }) => device)),
];

function runsToRead(earlier: readonly RunOutcome[], rows: readonly OutcomeRow[], hasRunErrors: boolean): string[] {
  const untold = new Set(rows.filter((row) => row.is_untold).map((row) => row.run_id));
  return earlier
    .filter(({ id, status, errors }) => errors > 0 && (untold.has(id) || (hasRunErrors && status !== 'succeeded')))
    .map(({ id }) => id);
}
