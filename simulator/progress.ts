export type Output = { write(text: string): unknown; isTTY?: boolean };

export type Progress = {
  addLines(count: number): void;
  addRun(): void;
  /** A line that stays, above the moving one. */
  note(text: string): void;
  /** Draws the last state, whatever the time. */
  finish(): void;
};

const TERMINAL_EVERY_MS = 100;
const LOG_EVERY_MS = 5_000;
const CLEAR_LINE = '\r\u001b[K';

/** One moving line on a terminal, a plain line every five seconds anywhere else. */
export function createProgress(output: Output, clock: () => number): Progress {
  const startMs = clock();
  const isTerminal = output.isTTY === true;
  let shownMs = startMs;
  let lineCount = 0;
  let runCount = 0;

  const draw = (): void => {
    const seconds = Math.max(0.001, (clock() - startMs) / 1_000);
    const text = `${runCount} runs, ${lineCount} lines, ${Math.round(lineCount / seconds)} lines/s`;
    shownMs = clock();
    output.write(isTerminal ? `${CLEAR_LINE}${text}` : `${text}\n`);
  };
  const drawIfDue = (): void => {
    if (clock() - shownMs >= (isTerminal ? TERMINAL_EVERY_MS : LOG_EVERY_MS)) draw();
  };
  return {
    addLines: (count) => {
      lineCount += count;
      drawIfDue();
    },
    addRun: () => {
      runCount += 1;
      drawIfDue();
    },
    note: (text) => output.write(isTerminal ? `${CLEAR_LINE}${text}\n` : `${text}\n`),
    finish: () => {
      draw();
      if (isTerminal) output.write('\n');
    },
  };
}
