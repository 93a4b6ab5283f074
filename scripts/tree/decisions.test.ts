import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const folder = new URL('../../docs/decisions/', import.meta.url);
const SECTIONS = ['Context', 'Choice', 'Figures', 'Rejected', 'When to revisit'];

it.each(readdirSync(folder))(
  '%s is headed like the others: its number and title, then the known sections in order',
  (file) => {
    const [title, ...sections] = readFileSync(new URL(file, folder), 'utf8').match(/^##? .*/gm) ?? [];
    expect(title).toMatch(new RegExp(`^# ${Number(file.slice(0, 4))}\\. [A-Za-z]`));
    const names = sections.map((heading) => heading.slice('## '.length));
    expect(names).toEqual(SECTIONS.filter((name) => names.includes(name)));
  },
);
