import { plantConfigSecret } from '../secrets';
import { coloredPrompt, configDiff, configExcerpt, dialectOf } from './device-output';
import { COMPONENTS, debug, info, inPhase, type DeviceScene, type Draft, type Step } from './step';

const { gateway, executor, driver, git } = COMPONENTS;

/** Share of devices whose configuration excerpt still holds a secret, as Gateways before redaction wrote them. */
const SECRET_SHARE = 0.06;

/**
 * The phases of a good backup write 23 lines, 13 INFO and 10 DEBUG: with those of reachability and of the frame around
 * them that is the mix of real nights, 57 % to 43 %. Whoever adds a line here keeps the balance.
 */
export function queueSteps({ device, random, attempt }: DeviceScene): Step[] {
  return inPhase('queue', [
    debug(executor, `picked ${device.name} from the queue`, { fields: { queue_depth: random.int(0, 110) } }),
    info(gateway, `${device.name}: work started`, { fields: { attempt, device_type: device.type, site: device.site } }),
  ]);
}

export function connectSteps({ device, random }: DeviceScene): Step[] {
  const durationMs = random.int(60, 420);
  return inPhase('connect', [
    debug(driver, `resolved ${device.name} to ${device.address}`, { takesMs: random.int(1, 12) }),
    info(driver, `connecting to ${device.address}:22 over SSH`, { fields: { host: device.address, port: 22 } }),
    debug(driver, `remote version string ${dialectOf(device).banner}`, { takesMs: durationMs }),
    info(driver, `session open after ${durationMs} ms`, {
      fields: { session_id: random.hex(16), duration_ms: durationMs, retry_count: 0 },
    }),
  ]);
}

/** Speaks of a credential and a password without giving either away: redaction must leave these lines alone. */
export function authenticateSteps({ device, random }: DeviceScene): Step[] {
  const durationMs = random.int(180, 900);
  return inPhase('authenticate', [
    debug(driver, 'using credential_id=7, password changed for user svc-netraven 41 days ago', {
      fields: { credential_id: 7 },
    }),
    info(driver, `signed in as svc-netraven through TACACS+ in ${durationMs} ms`, {
      takesMs: durationMs,
      fields: { duration_ms: durationMs, privilege: 15 },
    }),
    debug(driver, `prompt found: ${coloredPrompt(device)}`, { takesMs: random.int(20, 90) }),
  ]);
}

export function executeSteps({ device, random }: DeviceScene): Step[] {
  const { pager, showVersion, showConfig, model } = dialectOf(device);
  const ran = (command: string, durationMs: number) => ({
    takesMs: durationMs,
    fields: { command, exit_code: 0, duration_ms: durationMs },
  });
  return inPhase('execute', [
    debug(driver, `sent '${pager}'`, ran(pager, random.int(30, 120))),
    info(executor, `ran '${showVersion}'`, ran(showVersion, random.int(120, 700))),
    info(executor, `identified ${model}`, { fields: { model, uptime_days: random.int(3, 900) } }),
    info(executor, `startup configuration matches the running one`, { takesMs: random.int(80, 300) }),
    info(executor, `requested '${showConfig}'`, ran(showConfig, random.int(40, 160))),
  ]);
}

export function fetchSteps(scene: DeviceScene): Step[] {
  const { random } = scene;
  const bytes = random.int(9_000, 160_000);
  const durationMs = random.int(1_500, 6_000);
  return inPhase('fetch', [
    info(driver, 'receiving configuration', { takesMs: random.int(100, 400) }),
    excerptDraft(scene),
    info(driver, `received ${bytes} bytes in ${durationMs} ms`, {
      takesMs: durationMs,
      fields: { bytes, lines: Math.round(bytes / 31), duration_ms: durationMs },
    }),
    debug(executor, `sha256 ${random.hex(64)}`, { takesMs: random.int(2, 9) }),
  ]);
}

function excerptDraft({ device, random }: DeviceScene): Draft {
  const excerpt = configExcerpt(device, random);
  if (!random.chance(SECRET_SHARE)) return debug(driver, `excerpt:\n${excerpt}`, { takesMs: 40 });
  const planted = plantConfigSecret(random, device.type);
  const secrets = [planted.secret];
  if (random.chance(0.3)) {
    return debug(driver, 'excerpt kept in fields', { takesMs: 40, fields: { output: planted.line }, secrets });
  }
  return debug(driver, `excerpt:\n${excerpt}\n${planted.line}`, { takesMs: 40, secrets });
}

/** The end of a good backup; `changed` decides between a commit and "nothing to do". */
export function keepSteps({ device, random }: DeviceScene, changed: boolean): Step[] {
  const commit = random.hex(40);
  const diff = configDiff(random);
  const path = `configs/${device.site}/${device.name}.cfg`;
  const compared = changed
    ? info(executor, `configuration changed: +${diff.added} -${diff.removed} lines`, {
        takesMs: random.int(30, 200),
        fields: { added: diff.added, removed: diff.removed, diff: diff.text.split('\n') },
      })
    : info(executor, `configuration unchanged since ${commit.slice(0, 10)}`, { takesMs: random.int(30, 200) });
  const stored = changed
    ? info(git, `committed ${commit.slice(0, 10)} to ${path}`, {
        takesMs: random.int(80, 400),
        fields: { commit, path },
      })
    : info(git, `${path} kept as it is`, { takesMs: random.int(5, 30), fields: { commit, path } });
  return [
    ...inPhase('diff', [
      compared,
      debug(executor, changed ? diff.text : 'ignored 3 volatile lines (clock, uptime, counters)'),
    ]),
    ...inPhase('store', [
      stored,
      debug(git, `index written for ${device.site}`, { takesMs: random.int(10, 60) }),
      info(gateway, `${device.name}: ${changed ? 'changed' : 'unchanged'}`, { fields: { exit_code: 0 } }),
    ]),
  ];
}
