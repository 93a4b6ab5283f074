import { pause } from '@/lib/testing/real-server/server-process';
import { READ_TOKEN } from '@/lib/testing/real-server/credentials';
import { HttpClient } from '@/lib/testing/real-server/http-client';

/** Reads a run's tail as a browser does: after every break it comes back with the id of the last event it saw. */
export class TailClient {
  readonly seqs: number[] = [];
  readonly messages: string[] = [];
  readonly #client: HttpClient;
  readonly #path: string;
  readonly #abort = new AbortController();
  readonly #done: Promise<void>;
  #connection: AbortController | null = null;

  constructor(serverUrl: string, runId: string) {
    this.#client = new HttpClient(serverUrl, READ_TOKEN);
    this.#path = `/api/v1/runs/${encodeURIComponent(runId)}/tail`;
    this.#done = this.#follow();
  }

  /** Cuts the connection; the client reconnects. */
  cut(): void {
    this.#connection?.abort();
  }

  /** Resolves when the line was seen; the test's own time limit is the limit. */
  async untilSeq(seq: number): Promise<void> {
    while ((this.seqs.at(-1) ?? 0) < seq) await pause(10);
  }

  async close(): Promise<void> {
    this.#abort.abort();
    this.cut();
    await this.#done;
  }

  async #follow(): Promise<void> {
    while (!this.#abort.signal.aborted) {
      try {
        await this.#readOnce();
      } catch {
        // The server or the connection is gone: come back, as EventSource does.
      }
      await pause(50);
    }
  }

  async #readOnce(): Promise<void> {
    this.#connection = new AbortController();
    const last = this.seqs.at(-1);
    const response = await this.#client.open('GET', this.#path, {
      headers: last === undefined ? {} : { 'last-event-id': last },
      signal: this.#connection.signal,
    });
    if (response.statusCode !== 200) {
      response.destroy();
      return;
    }
    let text = '';
    for await (const part of response.setEncoding('utf8')) {
      text += String(part);
      const frames = text.split('\n\n');
      text = frames.pop() ?? '';
      for (const frame of frames) this.#take(frame);
    }
  }

  #take(frame: string): void {
    if (!frame.includes('event: line\n')) return;
    const line = JSON.parse(/^data: (.*)$/m.exec(frame)?.[1] ?? '{}') as { seq: number; message: string };
    this.seqs.push(line.seq);
    this.messages.push(line.message);
  }
}
