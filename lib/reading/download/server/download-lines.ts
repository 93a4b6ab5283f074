import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { withSearchBudget } from '@/lib/db/search-budget';
import { logErrorLine } from '@/lib/log-error';
import { STREAM_HEADERS } from '@/lib/http/stream-headers';
import { totalMatches } from '@/lib/reading/lines/match-index';
import type { LineFilter } from '@/lib/store/query/line-filter';
import { findMatches } from '@/lib/reading/lines/server/sql/find-matches';
import { getLastSeq } from '@/lib/reading/lines/server/sql/get-last-seq';
import { hasFilter } from '@/lib/store/query/server/sql/line-conditions';
import { toLine, type LineRow } from '@/lib/store/chunks/server/sql/line-row';
import { getRunSummary } from '@/lib/runs/server/sql/get-run-summary';
import { registerTail } from '@/lib/reading/tail/server/sql/open-tails';
import { pagesOfMatches, pagesOfRun, type DownloadPage } from '../download-pages';
import { attachment, downloadFileName } from '../file-name';
import { LINE_FORMATS, type LineFormat } from '../line-formats';
import { LINE_COUNT_HEADER, type DownloadQuery } from '../schema';
import { readDownloadPage } from './sql/read-download-page';

export type Download = { headers: Record<string, string>; body: ReadableStream<Uint8Array> };
type Source = { runId: string; filter: LineFilter; format: LineFormat; hasBom: boolean; signal: AbortSignal };

/**
 * The matching lines of a run as a file: those that were stored at the time of the request. A page is read when the
 * reader has taken the one before, so memory does not grow with the run. The number of lines is sent first; a stream
 * that cannot deliver them breaks off instead of ending. Throws `not_found` and `search_timeout`, both before the first
 * byte.
 */
export async function downloadLines(
  viewer: Viewer,
  runId: string,
  { format: formatName, bom, signal: clientSignal, ...filter }: DownloadQuery & { signal: AbortSignal },
): Promise<Download> {
  assertCan(viewer, 'runs:read');
  const isFiltered = hasFilter(filter);
  const [run, { pages, total }] = await Promise.all([
    getRunSummary(runId),
    isFiltered ? planMatches(runId, filter, clientSignal) : planRun(runId),
  ]);
  const format = LINE_FORMATS[formatName];
  const name = downloadFileName({
    jobName: run.jobName,
    runNumber: run.number,
    isFiltered,
    extension: format.extension,
  });
  const controller = registerTail(clientSignal);
  return {
    headers: {
      'content-type': format.contentType,
      'content-disposition': attachment(name),
      // Compression by Next would put a buffer in between that does not wait for a slow reader.
      ...STREAM_HEADERS,
      'x-content-type-options': 'nosniff',
      [LINE_COUNT_HEADER]: String(total),
    },
    body: streamPages(pages, { runId, filter, format, hasBom: bom !== undefined, signal: controller.signal }, () =>
      controller.abort(),
    ),
  };
}

type Plan = { pages: Generator<DownloadPage>; total: number };

async function planRun(runId: string): Promise<Plan> {
  const lastSeq = await getLastSeq(db(), runId);
  return { pages: pagesOfRun(lastSeq), total: lastSeq };
}

async function planMatches(runId: string, filter: LineFilter, signal: AbortSignal): Promise<Plan> {
  const { chunks } = await findMatches(runId, filter, { signal });
  return { pages: pagesOfMatches(chunks), total: totalMatches(chunks) };
}

const encoder = new TextEncoder();
const BYTE_ORDER_MARK = '\ufeff';

function streamPages(pages: Generator<DownloadPage>, source: Source, onEnd: () => void): ReadableStream<Uint8Array> {
  let isWhole = false;
  const readNext = startReading(pages, source);
  return new ReadableStream<Uint8Array>(
    {
      start(stream) {
        const breakOff = () => !isWhole && stream.error(breakOffError('the download was ended'));
        source.signal.addEventListener('abort', breakOff, { once: true });
        const head = `${source.hasBom ? BYTE_ORDER_MARK : ''}${source.format.head}`;
        if (head !== '') stream.enqueue(encoder.encode(head));
      },
      async pull(stream) {
        try {
          const rows = await readNext();
          if (rows) return stream.enqueue(encodeRows(rows, source.format));
        } catch (error) {
          // An error breaks the connection: a stream that ends would look like the whole file.
          stream.error(tellFailure(error, source));
          return onEnd();
        }
        isWhole = true;
        stream.close();
        onEnd();
      },
      cancel: onEnd,
    },
    { highWaterMark: 1 },
  );
}

/**
 * An error of this name makes Next break the connection without printing a stack: it is logged already, or no fault of
 * the server.
 */
const breakOffError = (reason: string): DOMException => new DOMException(reason, 'AbortError');

/** Logs in one line what broke a download off; a reader who has gone, or the server's shutdown, is no failure. */
function tellFailure(error: unknown, { runId, signal }: Source): DOMException {
  const reason = error instanceof Error ? error.message : String(error);
  if (!signal.aborted) logErrorLine('download', `run ${runId} broke off: ${reason}`);
  return breakOffError(reason);
}

/** The next page's rows, or null at the end; meanwhile the database reads the page after it. */
function startReading(pages: Generator<DownloadPage>, source: Source): () => Promise<LineRow[] | null> {
  const begin = (): Promise<LineRow[] | null> => {
    const page = pages.next().value;
    const reading = page ? readPage(page, source) : Promise.resolve(null);
    // An error is thrown when it is the page's turn.
    reading.catch(() => {});
    return reading;
  };
  let ahead = begin();
  return async () => {
    const rows = await ahead;
    if (rows) ahead = begin();
    return rows;
  };
}

const encodeRows = (rows: readonly LineRow[], format: LineFormat): Uint8Array =>
  encoder.encode(rows.map((row) => format.encode(toLine(row))).join(''));

async function readPage({ parts, count }: DownloadPage, { runId, filter, signal }: Source): Promise<LineRow[]> {
  const rows = await withSearchBudget((tx) => readDownloadPage(tx, { runId, parts }, filter), { signal });
  // The run was deleted meanwhile, say.
  if (rows.length !== count) throw new Error(`a download found ${rows.length} lines where there were ${count}`);
  return rows;
}
