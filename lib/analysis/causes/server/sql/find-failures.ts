import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import { buildContext } from '../../collect-outcomes';
import { findCause, type CauseContext, type ErrorMessage } from '../../find-cause';
import { groupBy } from '../../group-by';
import type { Failure } from '../../group-causes';
import { isTraceback } from '@/lib/analysis/patterns/mask-message';
import { parseNotedErrors } from '../../noted-errors';
import { findBadDevices, type BadDeviceRow } from './find-bad-devices';
import type { RunOutcome } from './find-earlier-runs';
import { findErrorMessages, type RunErrorMessage } from './find-error-messages';
import { findMendedDevices, type MendedDeviceRow } from './find-mended-devices';

/** For runs that are not sealed; devices of a sealed run have their first errors noted. */
const CHUNKS_OF_THE_RUN = 200;
const GOOD_RUNS = 5;
const CHUNKS_OF_A_GOOD_RUN = 3;
/** Devices that failed only before these runs recovered before this one. */
const RUNS_TO_RECOVER_FROM = 5;

export type Failures = { failures: Failure[]; mended: MendedDeviceRow[]; context: CauseContext };

/** The failures of this run with their reasons, and the devices that may have recovered in it. */
export async function findFailures(
  tx: Prisma.TransactionClient,
  run: RunOutcome,
  earlier: readonly RunOutcome[],
): Promise<Failures> {
  const bad = run.bad_devices > 0 ? await findBadDevices(tx, run.id) : [];
  const badRunIds = earlier.filter((each) => each.bad_devices > 0).map(({ id }) => id);
  const mended = await findMendedDevices(tx, run.id, badRunIds.slice(0, RUNS_TO_RECOVER_FROM));
  const names = bad.map(({ device }) => device);
  // In a run that succeeded, only the devices that did not are of interest.
  const asked = run.status === 'succeeded' ? names : [...names, ''];
  const noted = notedErrors(bad);
  const hasErrors = run.errors > 0 && asked.length > 0;
  const messages = await findErrorMessages(tx, {
    runIds: hasErrors ? [run.id] : [],
    devices: asked.filter((device) => !noted.has(device)),
    chunksPerRun: CHUNKS_OF_THE_RUN,
  });
  const good = earlier.filter(({ status, errors }) => status === 'succeeded' && errors > 0).slice(0, GOOD_RUNS);
  const goodMessages = await findErrorMessages(tx, {
    runIds: hasErrors || bad.length + mended.length > 0 ? good.map(({ id }) => id) : [],
    chunksPerRun: CHUNKS_OF_A_GOOD_RUN,
  });
  const everybody = [...names, ...mended.map(({ device }) => device), ...goodMessages.map(({ device }) => device)];
  const context = buildContext(everybody, goodMessages);
  const byDevice = groupBy<ErrorMessage>(messages, ({ device }) => device);
  const failures = bad.map(({ device, site, cause, errors }) => ({
    device,
    site,
    cause: findCause(cause, noted.get(device) ?? byDevice.get(device) ?? [], context),
    lineCount: errors,
  }));
  return { failures: [...failures, ...runFailures(messages, context)], mended, context };
}

const notedErrors = (bad: readonly BadDeviceRow[]): Map<string, ErrorMessage[]> =>
  new Map(
    bad
      .map(({ device, noted }) => [device, parseNotedErrors(device, noted)] as const)
      .filter(([, errors]) => errors.length > 0),
  );

/** Errors that belong to no device: each is a cause of its own, a traceback only where it stands alone. */
function runFailures(all: readonly RunErrorMessage[], context: CauseContext): Failure[] {
  const messages = all.filter(({ device }) => device === '');
  const hasWords = messages.some(({ message }) => !isTraceback(message));
  return messages
    .filter((each) => !hasWords || !isTraceback(each.message))
    .map((each) => ({
      device: '',
      site: null,
      cause: findCause(null, [each], context),
      lineCount: each.count,
    }));
}
