import 'server-only';
import { withSearchBudget, type SearchOptions } from '@/lib/db/search-budget';
import type { Prisma } from '@/lib/generated/prisma/client';
import { chunksAround, mergeStretches, stretchesOf, type DeviceMatches } from '../../around';
import type { AroundList } from '../../derived-list';
import { firstAt } from '../../first-at';
import type { SeqSpan } from '@/lib/store/chunks/seq-span';
import type { LineFilter } from '@/lib/store/query/line-filter';
import { countDeviceChunks } from './count-device-chunks';
import { readDevices } from './read-devices';
import { readMatches } from './read-matches';

/** Chunks whose devices are held as texts at a time, some 14 KB each. */
const CHUNKS_AT_ONCE = 50;

type AroundSearch = { runId: string; filter: LineFilter; around: number; spans: readonly SeqSpan[]; upTo: number };

/**
 * The lines that match and, of each, so many before and after it of the same device. Only chunks near a match are read:
 * the facets tell which chunks hold the device. All statements see the same chunks. Throws `search_timeout`.
 */
export function findAround(search: AroundSearch, options: SearchOptions): Promise<AroundList> {
  return withSearchBudget((tx) => collect(tx, search), options);
}

async function collect(tx: Prisma.TransactionClient, search: AroundSearch): Promise<AroundList> {
  const { runId, filter, around, upTo } = search;
  const byDevice = new Map<string, DeviceMatches>();
  for (const { device, seqs } of await readMatches(tx, search, filter)) {
    const known = byDevice.get(device) ?? { matches: [], chunks: [] };
    for (const seq of seqs) known.matches.push(seq);
    byDevice.set(device, known);
  }
  const names = [...byDevice.keys()];
  const chunks = await countDeviceChunks(tx, runId, names);
  for (const { firstSeq, devices, counts } of chunks) {
    devices.forEach((nameIndex, at) =>
      byDevice.get(names[nameIndex] ?? '')?.chunks.push({ firstSeq, count: counts[at] ?? 0 }),
    );
  }
  const seqsByChunk = await readSeqs(
    tx,
    runId,
    wantedChunks(byDevice, { around, firstSeqs: chunks.map((c) => c.firstSeq) }),
  );
  const stretches = [...byDevice].flatMap(([device, matches]) =>
    stretchesOf(matches, around, (firstSeq) => seqsByChunk.get(firstSeq)?.get(device) ?? null),
  );
  return mergeStretches(stretches, { matches: [...byDevice.values()].flatMap(({ matches }) => matches), upTo });
}

/** Devices whose lines are wanted, by chunk. */
function wantedChunks(
  byDevice: ReadonlyMap<string, DeviceMatches>,
  { around, firstSeqs }: { around: number; firstSeqs: readonly number[] },
): Map<number, Set<string>> {
  const chunkOf = (seq: number) => firstSeqs[firstAt(firstSeqs, seq + 1) - 1] ?? 0;
  const wanted = new Map<number, Set<string>>();
  for (const [device, matches] of byDevice) {
    for (const firstSeq of chunksAround(matches, around, chunkOf)) {
      wanted.set(firstSeq, (wanted.get(firstSeq) ?? new Set()).add(device));
    }
  }
  return wanted;
}

/** Seqs by chunk and device. */
async function readSeqs(
  tx: Prisma.TransactionClient,
  runId: string,
  wanted: ReadonlyMap<number, ReadonlySet<string>>,
): Promise<Map<number, Map<string, number[]>>> {
  const seqsByChunk = new Map<number, Map<string, number[]>>();
  const firstSeqs = [...wanted.keys()];
  for (let at = 0; at < firstSeqs.length; at += CHUNKS_AT_ONCE) {
    for (const { firstSeq, devices } of await readDevices(tx, runId, firstSeqs.slice(at, at + CHUNKS_AT_ONCE))) {
      seqsByChunk.set(firstSeq, seqsByDevice(devices, { firstSeq, wanted: wanted.get(firstSeq) }));
    }
  }
  return seqsByChunk;
}

function seqsByDevice(
  devices: readonly string[],
  { firstSeq, wanted }: { firstSeq: number; wanted: ReadonlySet<string> | undefined },
): Map<string, number[]> {
  const seqs = new Map<string, number[]>([...(wanted ?? [])].map((device) => [device, []]));
  for (const [at, device] of devices.entries()) seqs.get(device)?.push(firstSeq + at);
  return seqs;
}
