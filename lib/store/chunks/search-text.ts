import { shownText } from './shown-text';

/** Any character but printable ASCII, tab and line feed; texts without a match are shown and searched as stored. */
const NEEDS_CARE = /[^\n\t -~]/;
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/gs;

/** The text that a search looks into: as it is shown (lib/store/chunks/shown-text.ts), accents composed. */
export const searchText = (text: string): string => (NEEDS_CARE.test(text) ? shownText(text).normalize('NFC') : text);

/**
 * The searched text of the fields: their JSON, with its texts as shown instead of escaped. A device whose searched name
 * differs from the stored one is appended, since only the stored name tells devices apart.
 */
export function searchFields(fields: string, device: string): string {
  const isEscaped = fields.includes('\\') || NEEDS_CARE.test(fields);
  const shown = isEscaped ? fields.replaceAll(STRING, showString) : fields;
  const name = searchText(device);
  return name === device ? shown : `${shown}\n${name}`;
}

const showString = (json: string): string =>
  json.includes('\\') || NEEDS_CARE.test(json) ? `"${searchText(JSON.parse(json) as string)}"` : json;
