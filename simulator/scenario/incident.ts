import type { Device } from './fleet';
import type { JobPlan } from './job-plan';

/** What goes wrong with single devices … */
export type DeviceTrouble = 'tacacs-down' | 'unreachable' | 'wrong-secret' | 'fetch-timeout' | 'flaky' | 'slow';
/** … and with a run as a whole: `silent` never ends, `gap` withholds lines on purpose. */
export type RunTrouble = 'push-rejected' | 'cancelled' | 'silent' | 'gap';

export type Incident = { title: string } & ({ kind: DeviceTrouble; devices: readonly string[] } | { kind: RunTrouble });

type Booking = { nightsAgo: readonly number[]; jobs: readonly JobPlan['key'][]; slot?: number; incident: Incident };

const BACKUPS = ['nightly', 'branch', 'firewall'] as const;
/** The calendar of bad nights repeats after this many. */
const CALENDAR_NIGHTS = 14;

/** Names of the devices that pass; a small fleet may have none, then its last devices stand in. */
function choose(fleet: readonly Device[], count: number, passes: (device: Device) => boolean): string[] {
  const chosen = fleet.filter(passes).slice(0, count);
  return (chosen.length > 0 ? chosen : fleet.slice(-count)).map((device) => device.name);
}

const onDevices = (kind: DeviceTrouble, what: string, devices: readonly string[]): Incident => ({
  kind,
  devices,
  title: `${what} (${devices.length > 3 ? `${devices.length} devices` : devices.join(', ')})`,
});

export function tacacsDown(fleet: readonly Device[], site: string): Incident {
  const devices = choose(fleet, fleet.length, (device) => device.site === site);
  return onDevices('tacacs-down', `TACACS+ down at site ${site}`, devices);
}

function bookings(fleet: readonly Device[]): Booking[] {
  const pick = (site: string, count: number, kind: Device['kind']) =>
    choose(fleet, count, (device) => device.site === site && device.kind === kind);
  const pair = onDevices('unreachable', 'pair unreachable for five nights', pick('ber', 2, 'rt'));
  return [
    { nightsAgo: [0], jobs: BACKUPS, incident: tacacsDown(fleet, 'fra') },
    { nightsAgo: [0, 1, 2, 3, 4], jobs: ['nightly', 'reachability'], incident: pair },
    { nightsAgo: [1], jobs: ['branch'], incident: { kind: 'cancelled', title: 'cancelled by an operator' } },
    {
      nightsAgo: [2],
      jobs: ['nightly'],
      incident: onDevices('fetch-timeout', 'fetch timed out, retried as attempt 2', pick('muc', 1, 'sw')),
    },
    {
      nightsAgo: [3],
      jobs: ['firewall'],
      incident: { kind: 'gap', title: 'lines lost on the way: a gap in the client seqs' },
    },
    { nightsAgo: [4], jobs: ['reachability'], slot: 3, incident: { kind: 'silent', title: 'never ends: goes stale' } },
    {
      nightsAgo: [5],
      jobs: ['nightly'],
      incident: onDevices('slow', 'slow devices at site ams', pick('ams', 6, 'sw')),
    },
    { nightsAgo: [6], jobs: ['nightly'], incident: { kind: 'push-rejected', title: 'git push rejected, run failed' } },
    {
      nightsAgo: [7],
      jobs: ['branch'],
      incident: onDevices('wrong-secret', 'enable secret refused after rotation', pick('vie', 3, 'sw')),
    },
    {
      nightsAgo: [1, 5, 8, 10],
      jobs: ['nightly', 'reachability'],
      incident: onDevices('flaky', 'flaky device, second try works', pick('lon', 1, 'sw')),
    },
    { nightsAgo: [9], jobs: BACKUPS, incident: tacacsDown(fleet, 'muc') },
    {
      nightsAgo: [11],
      jobs: ['reachability'],
      slot: 0,
      incident: { kind: 'gap', title: 'lines lost on the way: a gap in the client seqs' },
    },
    {
      nightsAgo: [12],
      jobs: ['firewall'],
      incident: onDevices('fetch-timeout', 'fetch timed out, retried as attempt 2', pick('fra', 1, 'fw')),
    },
  ];
}

/** What goes wrong in the job's run number `slot` of the night that many nights ago (0: last night). */
export function incidentsOf(
  plan: JobPlan,
  night: { nightsAgo: number; slot: number; fleet: readonly Device[] },
): Incident[] {
  const covered = new Set(night.fleet.filter((device) => plan.covers(device)).map((device) => device.name));
  return bookings(night.fleet)
    .filter(
      (booking) => booking.nightsAgo.includes(night.nightsAgo % CALENDAR_NIGHTS) && booking.jobs.includes(plan.key),
    )
    .filter((booking) => booking.slot === undefined || booking.slot === night.slot)
    .map((booking) => booking.incident)
    .filter((incident) => !('devices' in incident) || incident.devices.some((name) => covered.has(name)));
}
