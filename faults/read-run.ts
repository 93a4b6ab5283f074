import { READ_TOKEN } from '@/lib/testing/real-server/credentials';
import { HttpClient } from '@/lib/testing/real-server/http-client';
import { toFaultAnswer, type Answer } from './sender';

const PAGE = 500;

type Page = { lines: { seq: number; message: string }[]; nextSeq: number | null; total: number };

/** All messages of a run in the order of seq, through the API; throws when the seqs have a hole or differ from the total. */
export async function readMessages(url: string, runId: string): Promise<string[]> {
  const reader = new HttpClient(url, READ_TOKEN);
  const messages: string[] = [];
  for (let from: number | null = 1; from !== null;) {
    const page: Page = await reader.getJson(
      `/api/v1/runs/${encodeURIComponent(runId)}/lines?from=${from}&limit=${PAGE}`,
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

/** How a read is answered, whatever the answer. */
export async function readAnswer(url: string, path: string, signal?: AbortSignal): Promise<Answer & { body: unknown }> {
  const answer = await new HttpClient(url, READ_TOKEN).send('GET', path, { signal });
  return { ...toFaultAnswer(answer), body: JSON.parse(answer.text) };
}
