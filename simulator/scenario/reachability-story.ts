import { CAUSES } from './backup-trouble';
import { COMPONENTS, debug, error, info, inPhase, warning, type DeviceScene, type Step } from './step';

const { gateway, executor } = COMPONENTS;

const echo = (rttMs: number) => ({ takesMs: 1_000, fields: { check: 'icmp_ping', rtt_ms: rttMs } });

/** With the queue and inventory steps 14 lines, 8 INFO and 6 DEBUG. */
export function probeSteps({ device, random }: DeviceScene): Step[] {
  const rttMs = random.int(1, 38);
  return inPhase('connect', [
    info(executor, `icmp_ping ${device.address}: 5 packets`, { fields: { check: 'icmp_ping', host: device.address } }),
    debug(
      executor,
      `icmp_ping: answers after ${rttMs}, ${rttMs + 1}, ${rttMs}, ${rttMs + 2}, ${rttMs} ms`,
      echo(rttMs),
    ),
    info(executor, `icmp_ping ${device.name}: 5 of 5 answered, ${rttMs} ms`, {
      fields: { loss_percent: 0, rtt_ms: rttMs },
    }),
    debug(executor, `tcp ${device.address}:22`, { fields: { port: 22 } }),
    info(executor, `tcp ${device.address}:22 open`, { takesMs: rttMs, fields: { port: 22, duration_ms: rttMs } }),
    debug(executor, 'connection closed after the banner', { takesMs: rttMs * 2 }),
  ]);
}

export function inventorySteps({ device, random }: DeviceScene): Step[] {
  const interfaces = random.int(8, 52);
  const cpu = random.int(2, 64);
  return inPhase('execute', [
    debug(executor, 'asking sysUpTime, ifOperStatus, ifInErrors', {
      fields: { command: 'snmpbulkget', credential_id: 12 },
    }),
    info(executor, `up for ${random.int(3, 900)} days`, { takesMs: random.int(40, 200) }),
    info(executor, `${interfaces} of ${interfaces} monitored interfaces up`, {
      takesMs: random.int(20, 120),
      fields: { interfaces },
    }),
    debug(executor, `cpu ${cpu} %, memory ${random.int(20, 85)} %`, { fields: { cpu_percent: cpu } }),
    info(executor, `no interface errors since the last check`, { takesMs: random.int(5, 30) }),
    info(gateway, `${device.name}: reachable`, { fields: { exit_code: 0 } }),
  ]);
}

export function lostProbeSteps({ device }: DeviceScene): Step[] {
  const lost = { check: 'icmp_ping', host: device.address, loss_percent: 100 };
  return inPhase('connect', [
    info(executor, `icmp_ping ${device.address}: 5 packets`, { fields: { check: 'icmp_ping', host: device.address } }),
    warning(executor, `icmp_ping ${device.name}: 0 of 5 answered, trying again`, { takesMs: 5_000, fields: lost }),
    error(executor, `icmp_ping ${device.name}: ${CAUSES.unreachable}`, {
      takesMs: 5_000,
      fields: { ...lost, retry_count: 1 },
    }),
    info(gateway, `${device.name}: unreachable`),
  ]);
}

/** Lost packets at first, none when asked again: a warning in a run that succeeds. */
export function shakyProbeSteps({ device }: DeviceScene): Step[] {
  return inPhase('connect', [
    warning(executor, `icmp_ping ${device.name}: 2 of 5 answered, trying again`, {
      takesMs: 5_000,
      fields: { check: 'icmp_ping', loss_percent: 60, retry_count: 1 },
    }),
  ]);
}
