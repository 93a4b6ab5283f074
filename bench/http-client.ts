import http from 'node:http';

export type Answer = { status: number; text: string; ms: number };

/** Plain node:http with kept connections: fetch costs the load generator three times as much of the two cores. */
export class HttpClient {
  readonly #agent: http.Agent;
  readonly #url: string;
  readonly #token: string;

  constructor(url: string, token: string, connections: number) {
    this.#url = url;
    this.#token = token;
    this.#agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  }

  send(method: string, path: string, body?: Buffer | string): Promise<Answer> {
    const startedAt = performance.now();
    return new Promise((resolve, reject) => {
      const request = http.request(
        `${this.#url}${path}`,
        {
          method,
          agent: this.#agent,
          headers: {
            authorization: `Bearer ${this.#token}`,
            ...(body !== undefined && {
              'content-length': Buffer.byteLength(body),
              'content-type': 'application/x-ndjson',
            }),
          },
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              text: Buffer.concat(parts).toString(),
              ms: performance.now() - startedAt,
            }),
          );
          response.on('error', reject);
        },
      );
      request.on('error', reject);
      request.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** Runs `work` for 0 … count - 1 with so many at once. */
export async function pooled(count: number, parallel: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const workers = Array.from({ length: Math.min(parallel, count) }, async () => {
    while (next < count) {
      const index = next;
      next += 1;
      await work(index);
    }
  });
  await Promise.all(workers);
}

export function percentile(values: number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
}
