import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { TimeKey } from '../../line-cursor';
import type { LineSearch } from '../../schema';
import { findChunkHeads, type ChunkHead } from './find-chunk-heads';

/**
 * Heads read ahead: a small first part for pages that fill from a few chunks, larger ones for searches that go deep.
 */
const FIRST_HEADS = 64;
const MORE_HEADS = 1000;

/** Whether the next head is taken too, after `before` and `taken` in all. */
export type WantsHead = (head: ChunkHead, before: ChunkHead, taken: number) => boolean;

export type ChunkWalk = {
  /** The next chunk, null at the end; its newest line is the newest unread line. */
  peek: () => Promise<ChunkHead | null>;
  /** Takes chunks while `wants` accepts the next one, but at least one. */
  take: (wants: WantsHead) => Promise<ChunkHead[]>;
};

/** Walks through the chunks that may hold a match, newest first. */
export function openChunkWalk(tx: Prisma.TransactionClient, search: LineSearch, notAfter: TimeKey | null): ChunkWalk {
  let heads: ChunkHead[] = [];
  let after: ChunkHead | null = null;
  let limit = FIRST_HEADS;
  let isAtEnd = false;

  async function peek(): Promise<ChunkHead | null> {
    if (heads.length === 0 && !isAtEnd) {
      heads = await findChunkHeads(tx, { search, notAfter, after, limit });
      isAtEnd = heads.length < limit;
      limit = MORE_HEADS;
      after = heads.at(-1) ?? null;
    }
    return heads[0] ?? null;
  }

  async function take(wants: WantsHead): Promise<ChunkHead[]> {
    if ((await peek()) === null) return [];
    const end = heads.findIndex((head, index) => {
      const before = heads[index - 1];
      return before !== undefined && !wants(head, before, index);
    });
    return heads.splice(0, end === -1 ? heads.length : end);
  }

  return { peek, take };
}
