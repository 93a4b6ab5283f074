import type { Line } from '@/lib/store/chunks/line';
import type { RunSummary } from '@/lib/runs/schema';
import { parseTailEvent, TAIL_EVENT_NAMES, type TailEvent } from '@/lib/reading/tail/tail-events';

export type TailState = 'connecting' | 'replaying' | 'live' | 'reconnecting' | 'paused' | 'ended';

/** The part of EventSource that is used. */
export type TailSource = {
  addEventListener: (name: string, listener: (event: Event) => void) => void;
  close: () => void;
  onerror: ((event: Event) => unknown) | null;
};

export type TailConnectionOptions = {
  openSource: (afterSeq: number) => TailSource;
  /** Calls back before the next paint and returns how to cancel that. */
  requestFrame: (callback: () => void) => () => void;
  afterSeq: number;
  /** No filter: a seq that is left out is a lost line, so the stream is opened again before it. */
  isContiguous: boolean;
  onLines: (lines: Line[]) => void;
  onRun: (run: RunSummary) => void;
  onState: (state: TailState) => void;
  /** Called once when the stream breaks off, and not again until it flows. */
  onBreak: () => void;
};

/** Waiting times between attempts; the last one repeats. */
const RETRY_MS = [250, 500, 1000, 2000, 3000] as const;

/**
 * One stream of lines that goes on where it was cut: each connection starts after the last seq that arrived, repeats
 * are dropped, and lines are handed over once a frame. The browser's own reconnect is not used, because it gives up on
 * error answers and does not tell its position.
 */
export class TailConnection {
  readonly #options: TailConnectionOptions;
  #source: TailSource | null = null;
  #lastSeq: number;
  #buffer: Line[] = [];
  #cancelFrame: (() => void) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #isEnded = false;

  constructor(options: TailConnectionOptions) {
    this.#options = options;
    this.#lastSeq = options.afterSeq;
  }

  /** Connects at once, even while it waits for the next attempt; does nothing while connected or after the end. */
  open(): void {
    if (this.#source || this.#isEnded) return;
    clearTimeout(this.#timer);
    this.#options.onState(this.#failures === 0 ? 'connecting' : 'reconnecting');
    this.#connect();
  }

  /** Closes and keeps the last seq; `open` goes on from there. */
  pause(): void {
    if (this.#isEnded) return;
    this.#failures = 0;
    this.close();
    this.#options.onState('paused');
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
    this.#flush();
  }

  #connect(): void {
    const source = this.#options.openSource(this.#lastSeq);
    this.#source = source;
    for (const name of TAIL_EVENT_NAMES) {
      source.addEventListener(name, (event) => {
        if (this.#source !== source || !(event instanceof MessageEvent)) return;
        this.#read(() => this.#handle(parseTailEvent(name, String(event.data))));
      });
    }
    source.onerror = () => {
      if (this.#source === source) this.#retry();
    };
  }

  /** An event that cannot be read is not skipped: the stream is opened again before it. */
  #read(handle: () => void): void {
    try {
      handle();
    } catch {
      this.#retry();
    }
  }

  #handle({ name, data }: TailEvent): void {
    switch (name) {
      case 'line':
        return this.#addLine(data);
      case 'state':
        this.#failures = 0;
        return this.#options.onState(data.phase === 'live' ? 'live' : 'replaying');
      case 'run':
        return this.#options.onRun(data);
      case 'gap':
        return;
      case 'skipped':
        return this.#options.onState('replaying');
      case 'end':
        this.#isEnded = true;
        this.close();
        return this.#options.onState('ended');
      default:
        return name satisfies never;
    }
  }

  #addLine(line: Line): void {
    if (line.seq <= this.#lastSeq) return;
    if (this.#options.isContiguous && line.seq !== this.#lastSeq + 1) return this.#retry();
    this.#lastSeq = line.seq;
    this.#buffer.push(line);
    this.#cancelFrame ??= this.#options.requestFrame(() => this.#flush());
  }

  #flush(): void {
    this.#cancelFrame?.();
    this.#cancelFrame = null;
    if (this.#buffer.length === 0) return;
    const lines = this.#buffer;
    this.#buffer = [];
    this.#options.onLines(lines);
  }

  #retry(): void {
    this.close();
    if (this.#failures === 0) this.#options.onBreak();
    this.#options.onState('reconnecting');
    const waitMs = RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)];
    this.#failures += 1;
    this.#timer = setTimeout(() => this.open(), waitMs);
  }
}
