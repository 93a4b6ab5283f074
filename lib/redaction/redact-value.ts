import { ExactNumber } from '@/lib/json/exact-number';
import { readFieldName, type FieldName } from './field-name';
import { listedFields } from './listed-secrets';
import { marker, markerEnd } from './grammar/marker';
import { pairedField } from './grammar/paired-fields';
import { isNoValue } from './grammar/plain-value';
import { redactText } from './redact-text';
import { redactorInTurn } from './redact-in-turn';
import type { SecretField } from './grammar/secret-field';

/** Deeper than any record a sender means; what lies below is dropped rather than stored unread. */
const MAX_DEPTH = 40;

/**
 * A JSON value without its secrets: values under a secret's name are replaced whole, all other texts, names included,
 * pass `redactText`, and the texts of a list are read as lines of one source. The very same object when nothing changed;
 * the input is never altered.
 */
export function redactValue(value: unknown): unknown {
  return redactAt(value, null, 0);
}

/** `field` is what the nearest name above says, null where that is nothing. */
function redactAt(value: unknown, field: SecretField | null, depth: number): unknown {
  if (typeof value === 'string') return redactString(value, field, redactText);
  if (isNumber(value)) return redactNumber(value, field);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) return marker('too-deep');
  if (Array.isArray(value)) return redactList(value, field, depth);
  return redactRecord(value, field?.isDeep === true ? field : null, depth);
}

const isNumber = (value: unknown): boolean => typeof value === 'number' || value instanceof ExactNumber;

/** Of tokens a number counts how many. */
const redactNumber = (value: unknown, field: SecretField | null): unknown =>
  field === null || field.rule === 'token' || !field.accepts(String(value)) ? value : marker(field.rule);

type RedactLine = (text: string) => string;

function redactString(value: string, field: SecretField | null, redactLine: RedactLine): string {
  if (field?.accepts(value) !== true) return redactLine(value);
  const { rule } = field;
  if (markerEnd(value, 0) === value.length || isNoValue(value)) return value;
  if (rule === 'snmp-community' && /^\d+:\d+$/.test(value)) return value;
  return marker(rule);
}

function redactList(list: readonly unknown[], field: SecretField | null, depth: number): readonly unknown[] {
  const fields = field === null ? listedFields(list) : null;
  const redactLine = list.length > 1 ? redactorInTurn() : redactText;
  let copy: unknown[] | null = null;
  for (let index = 0; index < list.length; index += 1) {
    const value: unknown = list[index];
    const own = field ?? fields?.[index] ?? null;
    const clean = typeof value === 'string' ? redactString(value, own, redactLine) : redactAt(value, own, depth + 1);
    if (clean === value) continue;
    copy ??= [...list];
    copy[index] = clean;
  }
  return copy ?? list;
}

function redactRecord(record: object, above: SecretField | null, depth: number): object {
  const names = Object.keys(record);
  const fields = names.map(readFieldName);
  const paired = fields.some(({ mayNameOthers }) => mayNameOthers) ? pairedField(record, names) : null;
  const isSecret = 'kind' in record && record.kind === 'Secret';
  let clean: [string, unknown][] | null = null;
  for (let index = 0; index < fields.length; index += 1) {
    const { name, clean: cleanName, field: own } = fields[index] as FieldName;
    const value = (record as Record<string, unknown>)[name];
    const field = (isSecret ? manifestField(name) : null) ?? own ?? paired?.(name) ?? above;
    const cleanValue = redactAt(value, field, depth + 1);
    if (clean === null && (cleanName !== name || cleanValue !== value)) clean = Object.entries(record).slice(0, index);
    clean?.push([cleanName, cleanValue]);
  }
  return clean === null ? record : Object.fromEntries(clean);
}

/** Kubernetes: what a manifest of a secret holds. */
const manifestField = (name: string): SecretField | null =>
  name === 'data' || name === 'stringData' ? { rule: 'secret', isDeep: true, accepts: () => true } : null;
