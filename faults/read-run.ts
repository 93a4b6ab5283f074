import type { Answer } from './sender';
import { READ_TOKEN } from './server-process';

const PAGE = 500;

type Page = { lines: { seq: number; message: string }[]; nextSeq: number | null; total: number };

/** All messages of a run in the order of seq, through the API; throws when the seqs have a hole or differ from the total. */
export async function readMessages(url: string, runId: string): Promise<string[]> {
  const messages: string[] = [];
  for (let from: number | null = 1; from !== null;) {
    const page: Page = await getJson(
      `${url}/api/v1/runs/${encodeURIComponent(runId)}/lines?from=${from}&limit=${PAGE}`,
    );
    for (const { seq, message } of page.lines) {
      messages.push(message);
      if (seq !== messages.length) throw new Error(`line ${seq} is number ${messages.length}`);
    }
    if (page.nextSeq === null && messages.length !== page.total) {
      throw new Error(`${messages.length} lines of ${page.total}`);
    }
    from = page.nextSeq;
  }
  return messages;
}

export async function getJson<T>(url: string): Promise<T> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${READ_TOKEN}` } });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** How a read is answered, whatever the answer. */
export async function readAnswer(url: string, signal?: AbortSignal): Promise<Answer & { body: unknown }> {
  const startedAt = performance.now();
  const response = await fetch(url, { headers: { authorization: `Bearer ${READ_TOKEN}` }, signal: signal ?? null });
  const body = (await response.json()) as { code?: string };
  return {
    status: response.status,
    ms: performance.now() - startedAt,
    retryAfter: response.headers.get('retry-after'),
    code: body.code ?? null,
    body,
  };
}
