import { describe, expect, it } from 'vitest';
import { parseCli } from './cli-options';

const NOW_MS = 1_000;
const parse = (...args: string[]) => parseCli(args, 'token-from-environment', NOW_MS);

describe('parseCli', () => {
  it('has the defaults of the usage text', () => {
    expect(parse()).toEqual({
      options: {
        url: 'http://localhost:3000',
        token: 'token-from-environment',
        nights: 14,
        devices: 120,
        seed: '1',
        isLive: false,
        linesPerSecond: 20,
        runs: null,
        truthFile: null,
        nowMs: NOW_MS,
      },
    });
  });

  it('prefers the token of the command line', () => {
    expect(parse('--token', 'mine', '--live', '--now', '1970-01-01T00:00:02Z')).toMatchObject({
      options: { token: 'mine', isLive: true, nowMs: 2_000 },
    });
  });

  it('says what to do without a token', () => {
    expect(parseCli([], undefined, NOW_MS)).toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('INGEST_TOKEN'),
    });
  });

  it.each([
    [['--nights', '-1'], '--nights'],
    [['--nights', 'x'], '--nights'],
    [['--devices', '0'], '--devices'],
    [['--rate', '1.5'], '--rate'],
    [['--url', 'localhost:3000'], '--url'],
    [['--now', 'yesterday'], '--now'],
    [['--unknown'], '--unknown'],
  ])('refuses %j and names the option', (args, named) => {
    expect(parse(...args)).toMatchObject({ exitCode: 2, message: expect.stringContaining(named) });
  });

  it('helps', () => {
    expect(parse('--help')).toMatchObject({ exitCode: 0, message: expect.stringContaining('--truth') });
  });
});
