import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Line } from '@/lib/store/chunks/line';
import { TailConnection, type TailConnectionOptions, type TailState } from './tail-connection';

class FakeSource extends EventTarget {
  onerror: ((event: Event) => unknown) | null = null;
  isClosed = false;
  constructor(readonly afterSeq: number) {
    super();
  }
  close() {
    this.isClosed = true;
  }
  send(name: string, data: unknown) {
    this.dispatchEvent(new MessageEvent(name, { data: typeof data === 'string' ? data : JSON.stringify(data) }));
  }
  lines(...seqs: number[]) {
    for (const seq of seqs) this.send('line', lineOf(seq));
  }
  fail() {
    this.onerror?.(new Event('error'));
  }
}

const lineOf = (seq: number): Line => ({
  seq,
  time: '2026-11-22T02:14:07.120Z',
  receivedAt: '2026-11-22T02:14:07.220Z',
  level: 'INFO',
  component: 'gateway',
  device: '',
  phase: '',
  message: 'text',
  fields: {},
});

function openTail(options: Partial<TailConnectionOptions> = {}) {
  const sources: FakeSource[] = [];
  const states: TailState[] = [];
  const batches: number[][] = [];
  const frames: (() => void)[] = [];
  const tail = new TailConnection({
    openSource: (afterSeq) => {
      const source = new FakeSource(afterSeq);
      sources.push(source);
      return source;
    },
    requestFrame: (callback) => {
      frames.push(callback);
      return () => frames.splice(frames.indexOf(callback) >>> 0, 1);
    },
    afterSeq: 10,
    isContiguous: true,
    onLines: (lines) => batches.push(lines.map((line) => line.seq)),
    onRun: () => {},
    onState: (state) => states.push(state),
    onBreak: () => {},
    ...options,
  });
  tail.open();
  const source = () => {
    const last = sources.at(-1);
    if (!last) throw new Error('no source was opened');
    return last;
  };
  return { tail, sources, source, states, batches, frame: () => frames.splice(0).forEach((run) => run()) };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('TailConnection', () => {
  it('hands lines over once a frame', () => {
    const { source, batches, frame } = openTail();
    source().lines(11, 12);
    expect(batches).toEqual([]);
    source().lines(13);
    frame();
    expect(batches).toEqual([[11, 12, 13]]);
  });

  it('goes on after the last line when cut, without loss or repeat', () => {
    const { source, sources, states, batches, frame } = openTail();
    source().send('state', { phase: 'live', lastSeq: 10 });
    source().lines(11, 12);
    source().fail();
    expect(states.at(-1)).toBe('reconnecting');
    vi.advanceTimersByTime(250);
    expect(sources.map(({ afterSeq, isClosed }) => [afterSeq, isClosed])).toEqual([
      [10, true],
      [12, false],
    ]);
    source().lines(12, 13);
    frame();
    expect(batches.flat()).toEqual([11, 12, 13]);
  });

  it('replays while it is told of lines that were skipped; the old name of that event says nothing', () => {
    const { source, states } = openTail();
    source().send('state', { phase: 'live', lastSeq: 10 });
    source().send('gap', { fromSeq: 11, toSeq: 3000 });
    expect(states.at(-1)).toBe('live');
    source().send('skipped', { fromSeq: 11, toSeq: 3000 });
    expect(states.at(-1)).toBe('replaying');
  });

  it('waits longer each time, and starts anew once it is connected', () => {
    const { source, sources } = openTail();
    const attemptsWithin = (ms: number) => {
      const before = sources.length;
      source().fail();
      vi.advanceTimersByTime(ms);
      return sources.length - before;
    };
    expect([attemptsWithin(250), attemptsWithin(499), attemptsWithin(1)]).toEqual([1, 0, 1]);
    source().send('state', { phase: 'replay', lastSeq: 10 });
    expect(attemptsWithin(250)).toBe(1);
  });

  it('asks again when a line was left out', () => {
    const { source, sources, batches, frame } = openTail();
    source().lines(11, 13);
    vi.advanceTimersByTime(250);
    expect(sources.map(({ afterSeq }) => afterSeq)).toEqual([10, 11]);
    source().lines(12, 13);
    frame();
    expect(batches.flat()).toEqual([11, 12, 13]);
  });

  it('takes left-out numbers for granted where lines are filtered', () => {
    const { source, sources, batches, frame } = openTail({ isContiguous: false });
    source().lines(11, 19);
    frame();
    expect([batches.flat(), sources.length]).toEqual([[11, 19], 1]);
  });

  it('asks again for what it cannot read', () => {
    const { source, sources } = openTail();
    source().send('line', '{"seq":11');
    vi.advanceTimersByTime(250);
    expect(sources.map(({ afterSeq }) => afterSeq)).toEqual([10, 10]);
  });

  it('pauses and goes on', () => {
    const { tail, source, sources, states, batches } = openTail();
    source().lines(11);
    tail.pause();
    expect([states.at(-1), sources[0]?.isClosed, batches.flat()]).toEqual(['paused', true, [11]]);
    tail.open();
    expect(source().afterSeq).toBe(11);
  });

  it('closes at the end and stays closed', () => {
    const { tail, source, sources, states, batches } = openTail();
    source().lines(11);
    source().send('end', { status: 'succeeded', lastSeq: 11 });
    source().fail();
    tail.pause();
    tail.open();
    vi.advanceTimersByTime(60_000);
    expect([states.at(-1), sources.length, sources[0]?.isClosed, batches.flat()]).toEqual(['ended', 1, true, [11]]);
  });

  it('ignores what a closed stream still says', () => {
    const { tail, source, batches } = openTail();
    const old = source();
    tail.pause();
    old.lines(11);
    tail.close();
    expect(batches).toEqual([]);
  });
});
