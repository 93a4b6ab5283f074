import { stringifyExact } from '@/lib/json/exact-json';
import { candidatesOf, hasValue, scalarText, takeField, type SlotCandidate } from './record-candidates';
import { isDeviceHost } from './host-role';
import { isAnsible, isSyslog } from './record-family';
import { SLOT, type Slot, type SortedRecord } from './record-keys';

type Fields = Record<string, unknown>;

/** Longer names are no component or device; they stay in the fields as a whole. */
const MAX_FOREIGN_NAME_LENGTH = 200;

/**
 * Fills slots that no name of the wire format fills, using the names that libraries and relays write. A value that
 * fills a slot unchanged leaves the fields; when only a part of a value is used, the value stays there. Level and time
 * are read elsewhere.
 */
export function fillForeignSlots(record: Fields, sorted: SortedRecord): void {
  for (const slot of sorted.foreign) {
    if (slot === 'level' || slot === 'timestamp' || isFilled(sorted.slots[SLOT[slot]], slot)) continue;
    for (const candidate of candidatesOf(record, slot)) {
      const text = textFor(record, slot, candidate);
      if (text === null) continue;
      sorted.slots[SLOT[slot]] = text;
      if (text === scalarText(candidate.value)) takeField(sorted.fields, candidate);
      break;
    }
  }
}

/** Kubernetes' `source` is an object with the component in it. */
const isFilled = (value: unknown, slot: Slot): boolean =>
  hasValue(value) && !(slot === 'component' && typeof value === 'object' && value !== null && 'component' in value);

function textFor(record: Fields, slot: Slot, candidate: SlotCandidate): string | null {
  switch (slot) {
    case 'message':
      return messageText(record, candidate);
    case 'component':
      return componentText(candidate);
    case 'device':
      return deviceText(record, candidate);
    default:
      return scalarText(candidate.value);
  }
}

function messageText(record: Fields, { key, value }: SlotCandidate): string | null {
  if (key === 'MESSAGE' && Array.isArray(value)) return fromBytes(value);
  if (typeof value !== 'string' || value.trim() === '') return null;
  // In ansible-runner's events the message is what Ansible printed; `event` is the kind of event.
  if (key === 'stdout' && !isAnsible(record)) return null;
  if (key === '@mt' || key === 'MessageTemplate' || key === 'messageTemplate') return renderTemplate(record, value);
  return key === 'log' ? value.replace(/\r?\n$/, '') : value;
}

/** journald writes a text that is not UTF-8, or has control characters, as the numbers of its bytes. */
function fromBytes(bytes: readonly unknown[]): string | null {
  const isBytes = bytes.every((byte) => Number.isInteger(byte) && Number(byte) >= 0 && Number(byte) <= 255);
  return isBytes && bytes.length > 0 ? Buffer.from(bytes as number[]).toString('utf8') : null;
}

/** Serilog's compact form has a template and its values: `Connecting to {Device}`. A hole without a value stays a hole. */
function renderTemplate(record: Fields, template: string): string {
  const properties = (record.Properties ?? record) as Fields;
  return template.replace(/\{[@$]?(\w{1,80})(?:[,:][^{}]{0,40})?\}/g, (hole, name: string) => {
    const value = Object.hasOwn(properties, name) ? properties[name] : undefined;
    return typeof value === 'object' ? stringifyExact(value) : (scalarText(value) ?? hole);
  });
}

const TAG_KEYS = new Set(['programname', 'program', 'PROGRAM', 'tag', 'syslogtag', 'ident', 'app-name', 'appname']);
const TAG = /^([^[\]:\s]+)(?:\[[^\]]*\])?:?$/;

function componentText({ key, value }: SlotCandidate): string | null {
  const text = scalarText(value);
  if (text === null || text.length > MAX_FOREIGN_NAME_LENGTH || text === '-') return null;
  if (!TAG_KEYS.has(key)) return text;
  const program = TAG.exec(text.trim())?.[1] ?? text;
  // Relays take a network device's counter for the program; used as the component, it would make one component per line.
  return /^\d+$/.test(program) ? null : program;
}

const HOST_KEYS = new Set(
  'host hostname HOST Host fromhost FROMHOST host.name host.hostname hostName HostName logsource'.split(' '),
);

function deviceText(record: Fields, { key, value }: SlotCandidate): string | null {
  const text = scalarText(value);
  if (text === null || text.length > MAX_FOREIGN_NAME_LENGTH || text === '-') return null;
  return HOST_KEYS.has(key) && !isDeviceHost(record, text) ? null : text;
}

/** rsyslog leaves the blank behind the tag at the start of its messages. */
export const hasLeadingBlank = (record: Fields, message: string): boolean =>
  message.startsWith(' ') && isSyslog(record);
