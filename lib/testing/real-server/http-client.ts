import http, { type IncomingHttpHeaders, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';

export type HttpAnswer = { status: number; headers: IncomingHttpHeaders; text: string; ms: number };

export type RequestParts = { body?: string | Uint8Array; headers?: OutgoingHttpHeaders; signal?: AbortSignal };

/** So many kept connections, or one for each request, which no end of a server can break between two of them. */
type Connections = number | 'fresh';

/** Plain node:http: fetch costs the load generator three times as much of the two cores. Follows no redirect. */
export class HttpClient {
  readonly #agent: http.Agent;
  readonly #url: string;
  readonly #token: string | null;

  /** `token` null: whoever is signed in by what `headers` say. */
  constructor(url: string, token: string | null, connections: Connections = 'fresh') {
    this.#url = url;
    this.#token = token;
    this.#agent =
      connections === 'fresh'
        ? new http.Agent({ keepAlive: false })
        : new http.Agent({ keepAlive: true, maxSockets: connections });
  }

  /** The answer from its head on: for what is read as it comes, or never. */
  open(method: string, path: string, { body, headers, signal }: RequestParts = {}): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const options = { method, agent: this.#agent, headers: { ...this.#headersOf(body), ...headers }, signal };
      http.request(`${this.#url}${path}`, options, resolve).on('error', reject).end(body);
    });
  }

  async send(method: string, path: string, parts?: RequestParts): Promise<HttpAnswer> {
    const startedAt = performance.now();
    const response = await this.open(method, path, parts);
    const text = await readText(response);
    return { status: response.statusCode ?? 0, headers: response.headers, text, ms: performance.now() - startedAt };
  }

  /** The answer to what must be taken; throws when it is refused. */
  async sendJson<T>(method: string, path: string, value: unknown): Promise<T> {
    const headers = { 'content-type': 'application/json' };
    return accepted<T>(`${method} ${path}`, await this.send(method, path, { body: JSON.stringify(value), headers }));
  }

  async getJson<T>(path: string): Promise<T> {
    return accepted<T>(path, await this.send('GET', path));
  }

  close(): void {
    this.#agent.destroy();
  }

  #headersOf(body: RequestParts['body']): OutgoingHttpHeaders {
    return {
      ...(this.#token !== null && { authorization: `Bearer ${this.#token}` }),
      ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
    };
  }
}

/** By events: an iterator over the parts costs the load generator more. */
function readText(response: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => parts.push(part));
    response.on('end', () => resolve(Buffer.concat(parts).toString()));
    response.on('error', reject);
  });
}

function accepted<T>(what: string, { status, text }: HttpAnswer): T {
  if (status < 200 || status >= 300) throw new Error(`${what}: ${status} ${text}`);
  // 204 has no body.
  return (text === '' ? undefined : JSON.parse(text)) as T;
}
