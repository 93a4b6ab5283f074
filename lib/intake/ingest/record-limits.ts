import { measureJsonInTurns } from '@/lib/json/measure-json';
import { readJson, type JsonLimits, type JsonRead, type JsonTooLarge } from '@/lib/json/read-json';
import { MAX_LINE_LENGTH } from './cut-line';
import { shortenTexts } from './shorten-texts';
import { UnreadableRecord } from './unreadable-record';

/**
 * Names and list elements of a record, at all its levels: one of a million names took 7 s to store. The JSON of more
 * names would be cut anyway. A list may be long, since journald writes binary text as a list of byte values.
 */
export const RECORD_LIMITS: JsonLimits = { names: 5000, elements: 50_000 };
/** A shorter text keeps to the limits whatever it holds, since a name takes five characters with its marks: `"":0,`. */
export const SURE_LENGTH = 5 * RECORD_LIMITS.names;

/** The JSON value at `start` within a record's limits, its texts no longer than is needed. Throws JsonFault and JsonTooLarge. */
export function readRecord(body: string, start: number): JsonRead {
  const read = readJson(body, start, RECORD_LIMITS);
  return read.end - start > MAX_LINE_LENGTH ? { value: shortenTexts(read.value), end: read.end } : read;
}

/** More levels than any real record has. */
const DEEP = 1000;

/** Stands for a record that is beyond the limits. */
export const tooLargeRecord = ({ depth }: JsonTooLarge): UnreadableRecord =>
  depth > DEEP
    ? new UnreadableRecord('The record is nested too deeply to be stored.', 'too_deep')
    : new UnreadableRecord(
        `A record has at most ${RECORD_LIMITS.names} names and ${RECORD_LIMITS.elements} list elements, at all its levels.`,
        'too_many_names',
      );

/** Characters that may still be read a second time. */
type Budget = { body: string; budget: number };

/**
 * The end of a value that is not read, found by its brackets alone, with pauses; null when there is none, or no budget
 * left to look for it.
 */
export function* findRecordEnd(reading: Budget, start: number): Generator<unknown, number | null> {
  if (reading.budget <= 0) return null;
  const { end } = yield* measureJsonInTurns(reading.body, start);
  reading.budget -= (end ?? reading.body.length) - start;
  return end;
}
