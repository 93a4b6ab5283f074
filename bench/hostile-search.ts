import { pathToFileURL } from 'node:url';
import { CUE_WORDS } from '../lib/redaction/find-secrets';
import { redactText } from '../lib/redaction/redact-text';
import { fillLine, HOSTILE_UNITS } from '../lib/redaction/testing/hostile-lines';
import { seededRandom } from '../lib/redaction/testing/secret-makers';

const LENGTHS = [1_500, 8 * 1024, 64 * 1024, 256 * 1024];
const STARTS = 150;
const KEPT = 10;
const STEPS = 40;
const MOST_PIECES = 4;
/** The rules read one cue in 96 characters however long a text is, so cues at just that distance cost most. */
const PADS = [16, 64, 90, 200];
const FILLERS = ['a', ' ', 'x1', '\n', '\\n', '%20', '\\u0041', '\r', '\0', 'aB3', '[', '"'];

type Pieces = readonly string[];
type Found = { pieces: Pieces; ms: number };

const lineOf = (pieces: Pieces, length: number): string => fillLine(pieces.join(''), length);

/** The shorter of two runs: the machine may be busy with something else. */
function timeOf(line: string): number {
  const times = [1, 2].map(() => {
    const start = performance.now();
    redactText(line);
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** Looks for a slow line of a length: random mixes first, then small changes to the slowest of them, kept when slower. */
class Search {
  private readonly length: number;
  private readonly random: () => number;

  constructor(length: number, seed: number) {
    this.length = length;
    this.random = seededRandom(seed);
  }

  run(): Found[] {
    const starts = Array.from({ length: STARTS }, () => this.measured(this.anyMix()));
    return best(best(starts).map((start) => this.climb(start)));
  }

  private climb(start: Found): Found {
    let worst = start;
    for (let step = 0; step < STEPS; step += 1) {
      const next = this.measured(this.changed(worst.pieces));
      // A second look, so that a pause of the machine is not taken for a slow line.
      if (next.ms > worst.ms * 1.03 && timeOf(lineOf(next.pieces, this.length)) > worst.ms) worst = next;
    }
    return this.measured(worst.pieces);
  }

  private measured(pieces: Pieces): Found {
    return { pieces, ms: timeOf(lineOf(pieces, this.length)) };
  }

  private anyMix(): Pieces {
    return Array.from({ length: 1 + this.below(3) }, () => this.anyPiece());
  }

  private changed(pieces: Pieces): Pieces {
    const at = this.below(pieces.length);
    const way = this.below(4);
    if (way === 0) return pieces.with(at, this.anyPiece());
    if (way === 1 && pieces.length > 1) return pieces.toSpliced(at, 1);
    if (way === 2 && pieces.length < MOST_PIECES) return pieces.toSpliced(at, 0, this.anyPiece());
    return pieces.with(at, (pieces[at] ?? '').repeat(1 + this.below(4)).slice(0, 400));
  }

  private anyPiece(): string {
    const way = this.below(8);
    if (way === 0) return fillLine(this.oneOf(FILLERS), PADS[this.below(PADS.length)] ?? 1);
    const word = way < 4 ? this.oneOf(CUE_WORDS) : this.oneOf(HOSTILE_UNITS);
    return this.below(3) === 0 ? word + this.oneOf([' ', '=', ': ', '"', '\\"', '\\n', "','", '(']) : word;
  }

  private oneOf = (list: readonly string[]): string => list[this.below(list.length)] ?? 'a';
  private below = (limit: number): number => Math.floor(this.random() * limit);
}

const best = (found: readonly Found[]): Found[] => found.toSorted((a, b) => b.ms - a.ms).slice(0, KEPT);

/** `npx tsx bench/hostile-search.ts [seed]` prints the slowest lines that it finds, for `testing/hostile-lines.ts`. */
export function searchHostileLines(seed: number): void {
  for (const length of LENGTHS) {
    const worst = new Search(length, seed).run();
    for (const { pieces, ms } of worst.slice(0, 5)) {
      process.stdout.write(
        `${String(length).padStart(7)}  ${ms.toFixed(1).padStart(7)} ms  ${JSON.stringify(pieces)}\n`,
      );
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  searchHostileLines(Number(process.argv[2] ?? 1));
}
