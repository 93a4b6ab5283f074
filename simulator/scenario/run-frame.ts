import type { Random } from '../random';
import type { JobPlan } from './job-plan';
import type { PlannedEvent } from './simulated-run';
import { COMPONENTS, critical, debug, error, info, warning, type Draft } from './step';
import { pythonTraceback } from './traceback';

const { gateway, executor, git, scheduler } = COMPONENTS;

export type FrameScene = { job: JobPlan; random: Random; deviceCount: number; attempt: number };

function playFrom(startMs: number, drafts: readonly Draft[]): PlannedEvent[] {
  let atMs = startMs;
  return drafts.map((draft) => ({ kind: 'draft', atMs: (atMs += draft.takesMs), draft }));
}

/** The twelve lines before the first device. */
export function headEvents({ job, random, deviceCount, attempt }: FrameScene, startMs: number): PlannedEvent[] {
  const commit = random.hex(10);
  const ready =
    job.type === 'config_backup'
      ? [
          debug(git, `working copy at ${commit}`, { takesMs: 90, fields: { commit } }),
          info(git, 'working copy is clean'),
        ]
      : [debug(executor, 'icmp socket opened'), info(executor, 'probe: icmp_ping, tcp/22, snmp')];
  return playFrom(startMs, [
    info(scheduler, `job '${job.name}' is due`, { fields: { trigger: attempt > 1 ? 'retry' : 'schedule', attempt } }),
    debug(scheduler, 'lock taken, no other run of this job is open', { takesMs: 12 }),
    info(gateway, `run accepted by ${job.gateway}`, { takesMs: 35, fields: { job_type: job.type } }),
    debug(gateway, `inventory read: ${deviceCount} devices match`, { takesMs: 140, fields: { devices: deviceCount } }),
    debug(gateway, 'credentials 7, 9 and 12 unlocked', { takesMs: 60, fields: { credential_ids: [7, 9, 12] } }),
    info(gateway, `${deviceCount} devices queued`, { takesMs: 20 }),
    info(executor, `${job.workers} workers started`, { takesMs: 25, fields: { workers: job.workers } }),
    debug(executor, 'limits: connect 10 s, command 60 s, 3 tries', { fields: { connect_timeout_s: 10, tries: 3 } }),
    ...ready,
    debug(executor, 'token bucket: 20 new sessions a second'),
    info(executor, 'work begins'),
  ]);
}

/** The eight lines after the last device. */
export function tailEvents(scene: FrameScene & { bad: number; summary: string }, startMs: number): PlannedEvent[] {
  const { job, random, deviceCount, bad, summary } = scene;
  const result = bad > 0 ? warning(gateway, summary, { fields: { bad_devices: bad } }) : info(gateway, summary);
  const kept =
    job.type === 'config_backup'
      ? [info(git, 'pushed to origin/main', { takesMs: 700 }), debug(git, 'push took 1 round trip', { takesMs: 15 })]
      : [info(executor, 'results written to the inventory', { takesMs: 90 }), debug(executor, 'icmp socket closed')];
  return playFrom(startMs, [
    info(executor, 'all devices done', { takesMs: 20 }),
    debug(executor, `workers idle for ${random.int(1, 12)} % of the time`),
    ...kept,
    result,
    debug(gateway, `${deviceCount} sessions closed`, { takesMs: 30 }),
    info(scheduler, `next start of '${job.name}' planned`, { takesMs: 10 }),
    info(gateway, 'run finished', { takesMs: 5 }),
  ]);
}

/** The tail of a run whose work was done but could not be kept. */
export function rejectedPushEvents({ random }: FrameScene, startMs: number): PlannedEvent[] {
  const raised = { file: 'gateway/store/git_writer.py', line: 148, call: 'push', code: 'self.remote.push(refspec)' };
  return playFrom(startMs, [
    info(executor, 'all devices done', { takesMs: 20 }),
    info(git, 'pushing to origin/main', { takesMs: 40 }),
    warning(git, 'push rejected (fetch first), rebasing', { takesMs: 900, fields: { retry_count: 1 } }),
    error(git, 'push rejected again: remote has commits that do not merge', {
      takesMs: 1_400,
      fields: { exit_code: 1 },
    }),
    error(git, pythonTraceback(raised, 'PushRejected: refs/heads/main')),
    critical(gateway, 'run failed: configurations were fetched but not stored', { fields: { commit: random.hex(10) } }),
    debug(gateway, 'local branch kept for the next run'),
    info(gateway, 'run finished', { takesMs: 5 }),
  ]);
}

export function cancelledEvents(startMs: number): PlannedEvent[] {
  return playFrom(startMs, [
    warning(gateway, 'cancel requested by operator j.weber', { takesMs: 30 }),
    info(executor, 'workers stopped, open sessions closed', { takesMs: 400 }),
    info(gateway, 'run cancelled', { takesMs: 5 }),
  ]);
}
