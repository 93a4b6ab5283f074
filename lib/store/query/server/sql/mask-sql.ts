import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { DIGITS, MAX_MASKED } from '../../mask-grammar';

// What mask-grammar.ts does to texts, as expressions of PostgreSQL. No index serves them.

/**
 * As `withoutDigits`. Ten passes over the bytes take 3.3 µs a message, one regular expression 5, `translate`, character by
 * character, 11.
 */
export const withoutDigitsSql = (text: Prisma.Sql): Prisma.Sql =>
  [...DIGITS].reduce((rest, digit) => Prisma.sql`replace(${rest}, ${digit}, '')`, Prisma.sql`${text} COLLATE "C"`);

/** As much of a message as masking looks at. */
export const maskedPart = (text: Prisma.Sql): Prisma.Sql => Prisma.sql`left(${text}, ${MAX_MASKED}::int)`;
