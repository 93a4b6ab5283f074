import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CauseGroup } from '@/lib/analysis/causes/schema';
import type { Line } from '@/lib/store/chunks/line';
import { lineTicket } from './line-ticket';

const RUN = {
  jobName: 'Nightly backup',
  number: 4812,
  status: 'failed',
  attempt: 2,
  startedAt: '2026-11-22T02:00:00.000Z',
  finishedAt: '2026-11-22T02:12:04.000Z',
} as const;
const LINK = 'https://netraven.example/runs/r1?lines=3-4';

const line = (seq: number, message: string, device = 'fra-sw-12'): Line => ({
  seq,
  time: `2026-11-22T02:14:0${seq % 10}.000Z`,
  receivedAt: '2026-11-22T02:14:08.000Z',
  level: 'ERROR',
  component: 'gateway',
  device,
  phase: 'authenticate',
  message,
  fields: {},
});

const known = { kind: 'new', runsInARow: 1, isAtLeast: false, since: null } as const;
const cause = (text: string, device: string): CauseGroup => ({
  cause: text,
  pattern: text,
  source: 'reported',
  deviceCount: 4,
  devices: [{ device, site: 'fra', history: known }],
  sites: ['fra'],
  lineCount: 4,
  firstSeq: null,
  search: null,
  kinds: { new: 4 },
  longest: known,
  isInGoodRuns: false,
});

/** The fenced block as a Markdown reader sees it: from its opening to the first line that may close it. */
function fencedText(markdown: string): string {
  const [, fence = '', rest = ''] = /^(`{3,})text\n([\s\S]*)$/m.exec(markdown) ?? [];
  const closing = new RegExp(`^ {0,3}\`{${fence.length},}[ \\t]*$`, 'm').exec(rest);
  return rest.slice(0, closing?.index ?? 0);
}

describe('a ticket', () => {
  it('has the run, when, devices, cause, lines and link, then the lines', () => {
    const ticket = lineTicket({
      run: RUN,
      lines: [line(3, 'TACACS timeout'), line(4, 'gave up')],
      causes: [cause('TACACS timeout', 'fra-sw-12'), cause('no route to host', 'ber-rt-01')],
      link: LINK,
    });
    expect(ticket).toBe(
      [
        '**`Nightly backup` #4812: failed**',
        '',
        '- Run: started 2026-11-22T02:00:00.000Z, took 12m 04s, attempt 2',
        '- When: 2026-11-22T02:14:03.000Z to 2026-11-22T02:14:04.000Z',
        '- Devices: `fra-sw-12`',
        '- Cause: `TACACS timeout` (4 devices)',
        '- Lines: 3 to 4 (2)',
        `- Link: <${LINK}>`,
        '',
        '```text',
        '2026-11-22T02:14:03.000Z ERROR    gateway fra-sw-12 TACACS timeout',
        '2026-11-22T02:14:04.000Z ERROR    gateway fra-sw-12 gave up',
        '```',
        '',
      ].join('\n'),
    );
  });

  it('names some devices and counts the others', () => {
    const lines = Array.from({ length: 13 }, (_, at) => line(at + 1, 'x', `sw-${at}`));
    expect(lineTicket({ run: RUN, lines, causes: [], link: LINK })).toContain('`sw-9` and 3 more');
  });

  it('keeps all lines inside of the fence, whatever they say', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('```', '````\n# owned', '\n```\n@everyone', '~~~', '\u001b[31m```', '``\u200b`'),
    );
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 5 }), (messages) => {
        const lines = messages.map((message, at) => line(at + 1, message));
        const inside = fencedText(lineTicket({ run: RUN, lines, causes: [], link: LINK }));
        expect(inside.trimEnd().split('\n')).toHaveLength(messages.length);
      }),
    );
  });

  it.each(['**bold** <img src=x> @everyone [a](http://x)', 'a`b', '`` ` ``', '\u202e\n- Cause: forged'])(
    'a job, device and cause %j are code',
    (text) => {
      const lines = [line(1, 'x', text)];
      const head = lineTicket({ run: { ...RUN, jobName: text }, lines, causes: [cause(text, text)], link: LINK });
      const facts = head.slice(0, head.indexOf('text\n')).replaceAll(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, 'CODE');
      expect(facts).toContain('**CODE #4812: failed**');
      expect(facts).toContain('- Devices: CODE\n- Cause: CODE (4 devices)\n');
    },
  );
});
