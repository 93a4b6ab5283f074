import { ExactNumber } from '@/lib/json/exact-number';
import { marker, markerEnd } from './marker';
import { isNoValue } from './plain-value';
import { redactText } from './redact-text';
import { secretNameRule } from './secret-name';

/** Deeper than any record a sender means; what lies below is dropped rather than stored unread. */
const MAX_DEPTH = 40;

/**
 * A JSON value without its secrets: values under a secret's name are replaced whole, all other texts, names included,
 * pass `redactText`. The very same object when nothing changed; the input is never altered.
 */
export function redactValue(value: unknown): unknown {
  return redactAt(value, null, 0);
}

/** `rule` is that of the nearest secret's name above, null where there is none. */
function redactAt(value: unknown, rule: string | null, depth: number): unknown {
  if (typeof value === 'string') return rule === null ? redactText(value) : redactWhole(value, rule);
  if (isNumber(value)) return rule === null || rule === 'token' ? value : marker(rule);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) return marker('too-deep');
  return Array.isArray(value) ? redactList(value, rule, depth) : redactRecord(value, rule, depth);
}

const isNumber = (value: unknown): boolean => typeof value === 'number' || value instanceof ExactNumber;

function redactWhole(value: string, rule: string): string {
  if (markerEnd(value, 0) === value.length || isNoValue(value)) return value;
  if (rule === 'snmp-community' && /^\d+:\d+$/.test(value)) return value;
  return marker(rule);
}

function redactList(list: readonly unknown[], rule: string | null, depth: number): readonly unknown[] {
  let copy: unknown[] | null = null;
  for (let index = 0; index < list.length; index += 1) {
    const clean = redactAt(list[index], rule, depth + 1);
    if (clean === list[index]) continue;
    copy ??= [...list];
    copy[index] = clean;
  }
  return copy ?? list;
}

function redactRecord(record: object, rule: string | null, depth: number): object {
  const names = Object.keys(record);
  const named = namedSecret(record);
  let clean: [string, unknown][] | null = null;
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index] ?? '';
    const value = (record as Record<string, unknown>)[name];
    const own = secretNameRule(name) ?? (name === 'value' ? (named ?? rule) : rule);
    const cleanName = redactName(name);
    const cleanValue = redactAt(value, own, depth + 1);
    if (clean === null && (cleanName !== name || cleanValue !== value)) clean = Object.entries(record).slice(0, index);
    clean?.push([cleanName, cleanValue]);
  }
  return clean === null ? record : Object.fromEntries(clean);
}

/** Records repeat few names; those without a secret are remembered. */
const harmlessNames = new Set<string>();
const MAX_HARMLESS_NAMES = 5000;
const MAX_NAME_LENGTH = 100;

function redactName(name: string): string {
  if (harmlessNames.has(name)) return name;
  const clean = redactText(name);
  if (clean === name && name.length <= MAX_NAME_LENGTH) {
    if (harmlessNames.size >= MAX_HARMLESS_NAMES) harmlessNames.clear();
    harmlessNames.add(name);
  }
  return clean;
}

/** `{"name": "DB_PASSWORD", "value": …}`: the rule for `value`, null where the name is harmless. */
function namedSecret(record: object): string | null {
  if (!('value' in record)) return null;
  const name = 'name' in record ? record.name : 'key' in record ? record.key : undefined;
  return typeof name === 'string' ? secretNameRule(name) : null;
}
