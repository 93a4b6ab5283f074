import { plantGatewaySecret } from '../secrets';
import { coloredRefusal, dialectOf } from './device-output';
import { COMPONENTS, debug, error, info, inPhase, warning, type DeviceScene, type Step } from './step';
import { pythonTraceback } from './traceback';

const { gateway, executor, driver } = COMPONENTS;

/** Causes are the same text for every device that one incident hits: that is what groups them on screen. */
export const CAUSES = {
  unreachable: 'no route to host',
  'wrong-secret': 'enable refused: bad secrets',
  'fetch-timeout': 'configuration was not complete after 60 s',
} as const;

export const tacacsCause = (site: string): string => `authentication failed: TACACS+ server tac-${site}-01 timed out`;

/** Ends where it began: no later phase is ever entered, so the timeline shows where it broke. */
export function unreachableSteps({ device }: DeviceScene): Step[] {
  const target = `${device.address}:22`;
  const fields = { host: device.address, port: 22 };
  return inPhase('connect', [
    info(driver, `connecting to ${target} over SSH`, { fields }),
    warning(driver, `no answer from ${target}, trying again`, {
      takesMs: 10_000,
      fields: { ...fields, retry_count: 1 },
    }),
    warning(driver, `no answer from ${target}, trying again`, {
      takesMs: 10_000,
      fields: { ...fields, retry_count: 2 },
    }),
    error(driver, `connection to ${target} failed: no route to host`, {
      takesMs: 3_000,
      fields: { ...fields, errno: 113 },
    }),
    info(gateway, `${device.name}: unreachable`),
  ]);
}

/** The traceback shows the call with its password, as libraries do: the secret of the night. */
export function tacacsSteps({ device, random }: DeviceScene): Step[] {
  const server = `tac-${device.site}-01`;
  const planted = plantGatewaySecret(random);
  const raised = { file: 'gateway/aaa/tacacs.py', line: 61, call: 'exchange', code: 'reply = sock.recv(HEADER)' };
  return inPhase('authenticate', [
    debug(driver, 'using credential_id=7', { fields: { credential_id: 7 } }),
    warning(driver, `TACACS+ server ${server} does not answer, trying again`, {
      takesMs: 5_000,
      fields: { retry_count: 1 },
    }),
    error(driver, tacacsCause(device.site), { takesMs: 5_000, fields: { server, timeout_s: 5, retry_count: 2 } }),
    error(executor, pythonTraceback(raised, 'TimeoutError: timed out')),
    debug(executor, planted.line, { secrets: [planted.secret] }),
    info(gateway, `${device.name}: failed in authenticate`),
  ]);
}

/** The device's own refusal stands between the lines, in colour, as a terminal would show it. */
export function wrongSecretSteps({ device, random }: DeviceScene): Step[] {
  return inPhase('authenticate', [
    info(driver, 'signed in as svc-netraven, asking for privilege 15', { takesMs: random.int(200, 700) }),
    warning(driver, coloredRefusal('Bad secrets'), { takesMs: 900 }),
    error(driver, CAUSES['wrong-secret'], { takesMs: 900, fields: { credential_id: 9, retry_count: 1 } }),
    info(gateway, `${device.name}: failed in authenticate`),
  ]);
}

export function fetchTimeoutSteps({ device, random }: DeviceScene): Step[] {
  const bytes = random.int(2_000, 8_000);
  const command = dialectOf(device).showConfig;
  const raised = {
    file: 'gateway/drivers/channel.py',
    line: 305,
    call: 'read_until',
    code: 'chunk = self.read(timeout)',
  };
  return inPhase('fetch', [
    info(driver, 'receiving configuration', { takesMs: random.int(100, 400) }),
    warning(driver, `nothing received for 30 s, ${bytes} bytes so far`, { takesMs: 30_000, fields: { bytes } }),
    error(driver, CAUSES['fetch-timeout'], { takesMs: 30_000, fields: { command, bytes, duration_ms: 60_400 } }),
    error(executor, pythonTraceback(raised, `ReadTimeout: '${command}' gave no prompt`)),
    info(gateway, `${device.name}: failed in fetch`),
  ]);
}

/** First try refused, second one works: written before the connect phase of an otherwise good story. */
export function flakySteps({ device, random }: DeviceScene): Step[] {
  return inPhase('connect', [
    info(driver, `connecting to ${device.address}:22 over SSH`, { fields: { host: device.address, port: 22 } }),
    warning(driver, 'connection reset by peer, next try in 2 s', {
      takesMs: random.int(200, 900),
      fields: { retry_count: 1, errno: 104 },
    }),
    debug(driver, 'second try', { takesMs: 2_000 }),
  ]);
}
