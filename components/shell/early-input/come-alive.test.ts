import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const APP = path.resolve('app');
/** What stands for a page, too; app/page.tsx only redirects. */
const PAGES = readdirSync(APP, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /(^|[\\/])(page|error|not-found)\.tsx$/.test(file) && file !== 'page.tsx',
);

describe('what is pressed early is handed on, or kept for ever', () => {
  test.each(PAGES)('%s says that it is alive', (file) => {
    expect(readFileSync(path.join(APP, file), 'utf8')).toContain('<ComeAlive />');
  });

  test('there are pages', () => expect(PAGES.length).toBeGreaterThan(5));
});
