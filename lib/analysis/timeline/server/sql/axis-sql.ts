import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import type { TimelineAxis } from '../../axis';

export const startOf = ({ startMs }: TimelineAxis): Prisma.Sql =>
  Prisma.sql`${new Date(startMs).toISOString()}::timestamptz`;

/** When the bucket of `time` begins; a time beyond the timeline belongs to the nearest one. */
export const bucketTimeOf = (axis: TimelineAxis, time: Prisma.Sql): Prisma.Sql => Prisma.sql`
  date_bin(make_interval(secs => ${axis.bucketMs / 1000}::float8),
           greatest(${startOf(axis)}, least(${time}, ${new Date(axis.startMs + axis.durationMs).toISOString()}::timestamptz)),
           ${startOf(axis)})`;

/** Milliseconds of the timeline; negative before it. */
export const offsetOf = (axis: TimelineAxis, time: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(extract(epoch FROM ${time} - ${startOf(axis)}) * 1000)::float8`;

/** On the chunk `c`: all its lines belong to one bucket. */
export const isOneBucket = (axis: TimelineAxis): Prisma.Sql =>
  Prisma.sql`(${bucketTimeOf(axis, Prisma.sql`c.min_time`)} = ${bucketTimeOf(axis, Prisma.sql`c.max_time`)})`;

/** The index of a bucket that begins at `time`. */
export const bucketIndexOf = (axis: TimelineAxis, time: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`round(extract(epoch FROM ${time} - ${startOf(axis)}) * 1000 / ${axis.bucketMs}::float8)::int`;
