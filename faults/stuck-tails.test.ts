import { once } from 'node:events';
import net from 'node:net';
import { afterEach, expect, inject, test } from 'vitest';
import { READ_TOKEN } from '@/lib/testing/real-server/credentials';
import { ServerProcess } from '@/lib/testing/real-server/server-process';
import { HttpClient } from '@/lib/testing/real-server/http-client';
import { postBody } from './sender';
import { TailClient } from './tail-client';

const STUCK = 50;
/** How many of them read again at the end; all of them would be gigabytes. */
const READING_AGAIN = inject('faultScale') === 'whole' ? 10 : 2;
/** The kernel takes up to some 10 MB for a connection that nobody reads; a run must be larger to press on the server. */
const BATCHES = inject('faultScale') === 'whole' ? 120 : 40;
const LINES_PER_BATCH = 250;
const MESSAGE = 'x'.repeat(1500);
const MIB = 1024 * 1024;
const GROWTH_LIMIT_MIB = 150;

let server: ServerProcess;
const sockets: net.Socket[] = [];
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await server.remove();
});

/** Asks for the tail and never reads. */
function openStuckTail(runId: string): net.Socket {
  const socket = net.connect(server.port, '127.0.0.1');
  socket.on('error', () => {});
  socket.pause();
  const path = `/api/v1/runs/${encodeURIComponent(runId)}/tail`;
  socket.write(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${READ_TOKEN}\r\n\r\n`);
  sockets.push(socket);
  return socket;
}

async function sendRun(runId: string, batches: number): Promise<{ peakBytes: number; slowestMs: number }> {
  let peakBytes = 0;
  let slowestMs = 0;
  for (let batch = 0; batch < batches; batch += 1) {
    const lines = Array.from({ length: LINES_PER_BATCH }, (_, n) =>
      JSON.stringify({ run_id: runId, message: `${batch * LINES_PER_BATCH + n + 1} ${MESSAGE}` }),
    );
    const { answer } = await postBody(server.url, lines.join('\n'));
    expect(answer.status).toBe(200);
    slowestMs = Math.max(slowestMs, answer.ms);
    peakBytes = Math.max(peakBytes, server.residentBytes());
  }
  return { peakBytes, slowestMs };
}

/** Reads the stream to its `seq`th line: the seqs in order, and whether a gap was told. */
async function readAgain(socket: net.Socket, seq: number): Promise<{ seqs: number[]; gaps: number }> {
  const seqs: number[] = [];
  let gaps = 0;
  let text = '';
  socket.setEncoding('utf8');
  for await (const part of socket) {
    text += String(part);
    const frames = text.split('\n\n');
    text = frames.pop() ?? '';
    for (const frame of frames) {
      if (frame.includes('event: gap\n')) gaps += 1;
      // A chunk of the transfer encoding may begin in a frame, so the id need not stand at its start.
      if (frame.includes('event: line')) seqs.push(Number(/id: (\d+)/.exec(frame)?.[1]));
    }
    if ((seqs.at(-1) ?? 0) >= seq) break;
  }
  return { seqs, gaps };
}

test(`${STUCK} tails that nobody reads: bounded memory, the others notice nothing, and reading again they catch up`, async () => {
  server = await ServerProcess.create();
  await server.start();
  const alone = await sendRun('nobody watches', BATCHES);
  await sendRun('watched', 1);
  const reader = new TailClient(server.url, 'watched');
  const stuck = Array.from({ length: STUCK }, () => openStuckTail('watched'));
  await reader.untilSeq(LINES_PER_BATCH);
  // Answered, and so live: what they miss from here on is a gap and no replay.
  await Promise.all(stuck.map((socket) => once(socket, 'readable')));
  const watched = await sendRun('watched', BATCHES - 1);
  const sentAt = performance.now();
  const lines = BATCHES * LINES_PER_BATCH;
  await reader.untilSeq(lines);
  const readerMs = Math.round(performance.now() - sentAt);
  const grownMib = Math.round((watched.peakBytes - alone.peakBytes) / MIB);
  const again = await Promise.all(stuck.slice(0, READING_AGAIN).map((socket) => readAgain(socket, lines)));
  const everySeq = Array.from({ length: lines }, (_, n) => n + 1);
  console.log(
    JSON.stringify({
      ...{ fault: 'tails that nobody reads', stuck: STUCK, lines, grownMib, readerMs },
      slowestAnswerMs: [Math.round(alone.slowestMs), Math.round(watched.slowestMs)],
      gaps: again.map(({ gaps }) => gaps),
    }),
  );
  expect(reader.seqs).toEqual(everySeq);
  for (const { seqs, gaps } of again) {
    expect(seqs).toEqual(everySeq);
    expect(gaps).toBeGreaterThan(0);
  }
  expect(grownMib).toBeLessThan(GROWTH_LIMIT_MIB);
  expect(await new HttpClient(server.url, READ_TOKEN).getJson('/api/v1/runs/watched')).toMatchObject({
    lineCount: lines,
  });
  await reader.close();
});
