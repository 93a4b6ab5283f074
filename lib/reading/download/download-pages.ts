import type { ChunkMatches } from '@/lib/reading/lines/match-index';
import type { SeqSpan } from '@/lib/store/chunks/seq-span';

/** Lines of a page, roughly; bounds what a download holds in memory at a time. */
const PAGE_LINES = 2000;
/** Most chunks of a page: where few lines match, reading more would delay the first line for long. */
const PAGE_CHUNKS = 50;

/** A page is read and sent at once: `count` lines match in `parts`, which are in the order of seq. */
export type DownloadPage = { parts: SeqSpan[]; count: number };

/** Pages of a whole run. */
export function* pagesOfRun(lastSeq: number): Generator<DownloadPage> {
  for (let firstSeq = 1; firstSeq <= lastSeq; firstSeq += PAGE_LINES) {
    const end = Math.min(lastSeq, firstSeq + PAGE_LINES - 1);
    yield { parts: [{ firstSeq, lastSeq: end }], count: end - firstSeq + 1 };
  }
}

/** Pages of the chunks that hold matches. */
export function* pagesOfMatches(chunks: readonly ChunkMatches[]): Generator<DownloadPage> {
  let page: DownloadPage = { parts: [], count: 0 };
  for (const { firstSeq, lastSeq, count } of chunks) {
    page.parts.push({ firstSeq, lastSeq });
    page.count += count;
    if (page.count >= PAGE_LINES || page.parts.length >= PAGE_CHUNKS) {
      yield page;
      page = { parts: [], count: 0 };
    }
  }
  if (page.parts.length > 0) yield page;
}
