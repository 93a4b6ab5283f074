import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DeviceStrip } from './device-strip';

const NONE = {
  pending: 0,
  running: 0,
  succeeded: 0,
  unchanged: 0,
  changed: 0,
  failed: 0,
  unreachable: 0,
  skipped: 0,
  not_attempted: 0,
};
const render = (counts: Partial<typeof NONE>) => renderToStaticMarkup(<DeviceStrip counts={{ ...NONE, ...counts }} />);

describe('DeviceStrip', () => {
  it('says the results in words, worst first, with exact numbers', () => {
    const html = render({ unchanged: 12_389, changed: 17, failed: 4, unreachable: 2 });
    expect(html).toContain('4 failed, 2 unreachable, 17 changed, 12,389 unchanged');
  });

  it('makes segments as wide as their share', () => {
    const widths = [...render({ unchanged: 389, failed: 1 }).matchAll(/flex-grow:(\d+)/g)].map(([, width]) => width);
    expect(widths).toEqual(['1', '389']);
  });

  it('says that there are none', () => {
    expect(render({})).toContain('No devices');
  });
});
