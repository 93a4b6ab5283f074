import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { RelativeTime } from './relative-time';

it('is written by the server without its clock and zone, so that the browser can take over', () => {
  const html = renderToStaticMarkup(<RelativeTime time="2026-11-22T02:14:07.120Z" />);
  expect(html).toBe(
    '<time dateTime="2026-11-22T02:14:07.120Z" title="2026-11-22 02:14:07.120 UTC">2026-11-22 02:14</time>',
  );
});
