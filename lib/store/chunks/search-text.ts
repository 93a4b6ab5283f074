import { shownText } from './shown-text';

/** All that is neither printable ASCII, tab nor line feed: the rest is shown, and searched, as it is stored. */
const NEEDS_CARE = /[^\n\t -~]/;
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/gs;

/** The text that a search looks into: as it is shown (lib/store/chunks/shown-text.ts), accents composed. */
export const searchText = (text: string): string => (NEEDS_CARE.test(text) ? shownText(text).normalize('NFC') : text);

/**
 * What a search looks into of the fields: their JSON with the texts in it as they are shown instead of escaped; a device whose
 * name is stored otherwise than it is searched comes behind, since only its stored name tells devices apart.
 */
export function searchFields(fields: string, device: string): string {
  const isEscaped = fields.includes('\\') || NEEDS_CARE.test(fields);
  const shown = isEscaped ? fields.replaceAll(STRING, showString) : fields;
  const name = searchText(device);
  return name === device ? shown : `${shown}\n${name}`;
}

const showString = (json: string): string =>
  json.includes('\\') || NEEDS_CARE.test(json) ? `"${searchText(JSON.parse(json) as string)}"` : json;
