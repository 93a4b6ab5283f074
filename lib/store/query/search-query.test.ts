import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineFilterSchema } from './line-filter';
import {
  hasReaderRegex,
  hasTerms,
  isBounded,
  mayTouch,
  parseSearchQuery,
  singleWord,
  type SearchTerm,
} from './search-query';

test.each(['*', '**', '""', '"', '" "', '"" *'])('%s has no term, so it narrows nothing', (q) => {
  expect(hasTerms(q)).toBe(false);
  expect(lineFilterSchema.parse({ q })).toEqual({ q: undefined });
});

test.each(['a', '***', "'", '/', '//', '/a/', '"a', '\\'])('%s has a term', (q) => {
  expect(hasTerms(q)).toBe(true);
});

test.each(['/(a)\\1/', '/(a*)*\\1$/i', 'x /(.)(.)\\2\\1/', '/[\\]\\(x\\)\\1/', '/(?b)\\(a*\\)\\1/', '/\\\\\\9/'])(
  '%s has a back-reference and is refused',
  (q) => {
    expect(isBounded(q)).toBe(false);
    expect(lineFilterSchema.safeParse({ q }).success).toBe(false);
  },
);

test.each(['/(a)\\\\1/', '/\\x31/', '/\\0/', '/a1/', '\\1', '"\\1"', '/\\d{1,3}\\.\\d+/', '/\\b1/'])(
  '%s has none',
  (q) => {
    expect(isBounded(q)).toBe(true);
  },
);

/** What a reader means by one term, and how it is written in the box. */
type Meant = { written: string; term: Partial<SearchTerm> };

const isWord = (character: string | undefined): boolean => /^\w$/.test(character ?? '');
const escaped = (text: string): string => text.replaceAll(/[\\^$.|?*+()[\]{}]/g, '\\$&');

function meantWords(words: string[], open: { start: boolean; end: boolean }): Partial<SearchTerm> {
  const hasStartEdge = !open.start && isWord(words[0]?.[0]);
  const hasEndEdge = !open.end && isWord(words.at(-1)?.at(-1));
  const source = words.map(escaped).join('[^[:alnum:]_]+');
  const isPart = words.length === 1 && !hasStartEdge && !hasEndEdge;
  return {
    regex: isPart ? null : `${hasStartEdge ? '\\m' : ''}${source}${hasEndEdge ? '\\M' : ''}`,
    ignoreCase: true,
    isReaderRegex: false,
    form: { words, hasStartEdge, hasEndEdge },
  };
}

/** Whatever is on a keyboard but blanks, and what starts or ends another kind of term. */
const plainWord = fc.stringMatching(/^[!#-)+-.0-~]([!#-~]{0,12}[!#-)+-~])?$/);
const phraseWord = fc.stringMatching(/^[!#-~]{1,12}$/);
const blanks = fc.constantFrom(' ', '  ', '\t', '\n', '\u00a0');

const bareWord = plainWord.map((text): Meant => ({
  written: text,
  term: meantWords([text], { start: false, end: false }),
}));
const part = fc
  .tuple(plainWord, fc.constantFrom([true, true], [true, false], [false, true]))
  .map(([text, [start = false, end = false]]): Meant => ({
    written: `${start ? '*' : ''}${text}${end ? '*' : ''}`,
    term: meantWords([text], { start, end }),
  }));
const phrase = fc.tuple(fc.array(phraseWord, { minLength: 1, maxLength: 4 }), blanks).map(([words, blank]): Meant => ({
  written: `"${words.join(blank)}"`,
  term: meantWords(words, { start: false, end: false }),
}));
const atom = fc.constantFrom('a', 'Gi0', '\\d+', '[x-z]', '\\/', '\\\\', '.*', ' ', '"', '(?:a|b)', '^');
const readerRegex = fc
  .tuple(fc.array(atom, { minLength: 1, maxLength: 6 }), fc.boolean())
  .map(([atoms, ignoreCase]): Meant => ({
    written: `/${atoms.join('')}/${ignoreCase ? 'i' : ''}`,
    term: {
      regex: atoms.join(''),
      regexBeside: null,
      ignoreCase,
      wholeWords: '',
      isReaderRegex: true,
      form: { words: [], hasStartEdge: false, hasEndEdge: false },
    },
  }));
const meant = fc.array(fc.oneof(bareWord, part, phrase, readerRegex), { maxLength: 5 });

describe('a query of any terms', () => {
  test('is read as what its writer meant, term by term', () => {
    fc.assert(
      fc.property(meant, blanks, (terms, blank) => {
        const q = terms.map(({ written }) => written).join(blank);
        const read = parseSearchQuery(q);
        expect(read).toHaveLength(terms.length);
        expect(read).toMatchObject(terms.map(({ term }) => term));
        expect(parseSearchQuery(`${blank}${q}${blank}`)).toEqual(read);
        expect(hasTerms(q)).toBe(terms.length > 0);
        expect(hasReaderRegex(q)).toBe(terms.some(({ term }) => term.isReaderRegex));
      }),
      { numRuns: 500 },
    );
  });

  test('minds case where it is asked to, and its regular expressions by their own flag', () => {
    fc.assert(
      fc.property(meant, (terms) => {
        const q = terms.map(({ written }) => written).join(' ');
        const read = parseSearchQuery(q);
        const kept = parseSearchQuery(q, true);
        expect(kept.map(({ form, regex, contains }) => ({ form, regex, contains }))).toEqual(
          read.map(({ form, regex, contains }) => ({ form, regex, contains })),
        );
        expect(kept.map(({ ignoreCase }) => ignoreCase)).toEqual(
          read.map(({ isReaderRegex, ignoreCase }) => isReaderRegex && ignoreCase),
        );
      }),
    );
  });

  test('asks first for the longest of its words, and knows whole only words that no open end may lengthen', () => {
    fc.assert(
      fc.property(fc.oneof(bareWord, part, phrase), ({ written }) => {
        const [term] = parseSearchQuery(written);
        const words = term?.form.words ?? [];
        expect(words).toContain(term?.contains);
        for (const word of words) expect(word.length).toBeLessThanOrEqual(term?.contains?.length ?? 0);
        const start = written.startsWith('*') ? /^\w+/ : /^(?!)/;
        const end = written.endsWith('*') ? /\w+$/ : /(?!)$/;
        expect(term?.wholeWords).toBe(words.join(' ').replace(start, '').replace(end, ''));
      }),
    );
  });

  test('has a back-reference exactly when a backslash that is not escaped stands before a digit from 1 on', () => {
    const piece = fc.constantFrom('a', '1', '\\\\', '\\(', '\\d', '\\0', '[x]', '(b)');
    fc.assert(
      fc.property(fc.array(piece), fc.array(piece), fc.integer({ min: 1, max: 9 }), (before, after, digit) => {
        expect(isBounded(`/x${[...before, ...after].join('')}/`)).toBe(true);
        expect(isBounded(`word /x${before.join('')}\\${digit}${after.join('')}/i`)).toBe(false);
      }),
    );
  });
});

describe('hostile input', () => {
  const hostile = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 6 }),
        fc.constantFrom(
          '"',
          '/',
          '\\',
          '*',
          ' ',
          '/i',
          '\0',
          '[',
          '(',
          '\n',
          'e\u0301',
          '端口',
          'กข',
          '\ud800',
          '%',
          "'",
        ),
      ),
      { maxLength: 12 },
    )
    .map((pieces) => pieces.join(''));

  test('is read as terms that say something', () => {
    fc.assert(
      fc.property(hostile, fc.boolean(), (q, isCaseKept) => {
        for (const { contains, regex, form, isReaderRegex } of parseSearchQuery(q, isCaseKept)) {
          expect(contains === null && regex === null).toBe(false);
          expect(form.words.length === 0).toBe(isReaderRegex);
          for (const word of form.words) expect(word).toMatch(/^\S+$/);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('has no effect on the terms behind it, but for an open quote or slash', () => {
    fc.assert(
      fc.property(hostile, meant, (q, terms) => {
        const before = q.replaceAll(/["/]/g, '');
        const behind = terms.map(({ written }) => written).join(' ');
        expect(parseSearchQuery(`${before} ${behind}`)).toEqual([
          ...parseSearchQuery(before),
          ...parseSearchQuery(behind),
        ]);
      }),
    );
  });

  test('comes to an end, however long it is', () => {
    for (const piece of ['/', '"', '\\', '/\\', '*', '" ', '/a ', 'a*']) {
      expect(parseSearchQuery(piece.repeat(20_000))).toBeInstanceOf(Array);
    }
  });
});

describe('words of other scripts', () => {
  const [composed, decomposed] = ['r\u00e9seau', 're\u0301seau'];

  test('are the same in both forms of Unicode', () => {
    expect(parseSearchQuery(decomposed)).toEqual(parseSearchQuery(composed));
  });

  test.each([
    [
      '\u00e9tat',
      { regex: '(?<![[:alnum:]_])\u00e9tat\\M', regexBeside: expect.stringContaining('[\u00e9\u00c9][tT]') },
    ],
    ['端口', { regex: null, regexBeside: null, contains: '端口' }],
    ['端口up', { regex: '端口up\\M', form: { words: ['端口up'], hasStartEdge: false, hasEndEdge: true } }],
    ['"端口 关闭"', { regex: '端口[^[:alnum:]_]*关闭' }],
    ['"link 关闭"', { regex: '\\mlink[^[:alnum:]_]*关闭' }],
    ['𝐱1', { form: { words: ['𝐱1'], hasStartEdge: true, hasEndEdge: true } }],
    ['😀', { regex: null, contains: '😀' }],
    ['straße', { regexBeside: expect.stringContaining('[aA]ß[eE]') }],
  ])('%s', (q, term) => {
    expect(parseSearchQuery(q)).toMatchObject([term]);
  });

  test.each([
    ['a', 'b', false],
    ['a', '端', true],
    ['口', 'b', true],
    ['x𠀀', 'b', true],
    ['x😀', 'b', false],
  ])('%s and %s may touch: %s', (before, after, isTouching) => {
    expect(mayTouch(before, after)).toBe(isTouching);
  });
});

describe('a regular expression of a reader', () => {
  test.each([
    ['/\\bup/', '\\yup'],
    ['/a\\Bb/', 'a\\Yb'],
    ['/\\\\bup/', '\\\\bup'],
    ['/[\\b]x/', '[\\b]x'],
    ['/[]\\b]x/', '[]\\b]x'],
    ['/[^]\\b]x\\b/', '[^]\\b]x\\y'],
    ['/[[:alpha:]\\b]\\b/', '[[:alpha:]\\b]\\y'],
    ['/\\[\\b/', '\\[\\y'],
  ])('%s means %s to PostgreSQL', (q, regex) => {
    expect(parseSearchQuery(q)).toMatchObject([{ regex }]);
  });

  test('finds an edge beside letters of a script without blanks, too, where it asks for one', () => {
    expect(parseSearchQuery('/\\bup\\b/')[0]?.regexBeside).toMatch(/^\(\?:\\y\|.*\)up\(\?:\\y\|.*\)$/);
    expect(parseSearchQuery('/up/')[0]?.regexBeside).toBeNull();
  });

  test.each(['/usr/lib', '/etc', '//', '/a/b/', '/a/x', '/a/ii', '/a\\/'])('%s is a word', (q) => {
    expect(parseSearchQuery(q)).toMatchObject([{ isReaderRegex: false, form: { words: [q] } }]);
  });
});

test.each([
  ['timeout', 'timeout'],
  [' TimeOut ', 'timeout'],
  ['snake_case9', 'snake_case9'],
  ['two words', null],
  ['10.0.0.1', null],
  ['*part', null],
  ['"word"', null],
  ['état', null],
  ['', null],
])('%j as one word of the index is %j', (q, word) => {
  expect(singleWord(q)).toBe(word);
});
