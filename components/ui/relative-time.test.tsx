import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { RelativeTime } from './relative-time';
import { PageTimeContext } from './use-now';

it('is written by the server with the page’s time, so that the text keeps its width in the browser', () => {
  const html = renderToStaticMarkup(
    <PageTimeContext value={Date.parse('2026-11-22T02:24:09.500Z')}>
      <RelativeTime time="2026-11-22T02:14:07.120Z" />
    </PageTimeContext>,
  );
  expect(html).toContain('>10m ago</time>');
});

it('is written by the server without its clock and zone, so that the browser can take over', () => {
  const html = renderToStaticMarkup(<RelativeTime time="2026-11-22T02:14:07.120Z" />);
  expect(html).toBe(
    '<time dateTime="2026-11-22T02:14:07.120Z" title="2026-11-22 02:14:07.120 UTC">2026-11-22 02:14</time>',
  );
});
