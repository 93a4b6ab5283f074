/** Text for LIKE and ILIKE that matches itself, wherever it stands. */
export const containsPattern = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
