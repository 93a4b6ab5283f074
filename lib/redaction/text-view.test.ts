import fc from 'fast-check';
import { expect, test } from 'vitest';
import { viewText } from './text-view';

test.each([
  ['no hidden part', 'no hidden part'],
  ['\u001b[1;31mred\u001b[0m end', 'red end'],
  ['link \u001b]8;;http://x\u0007here', 'link here'],
  [String.raw`{"a":"one\ntwo"}`, '{"a":"one\ntwo"}'],
  [String.raw`version 15\n hostname x`, 'version 15\n hostname x'],
  [String.raw`secret ab\ncd99!`, String.raw`secret ab\ncd99!`],
])('%j is read as %j', (source, shown) => expect(viewText(source).text).toBe(shown));

test('every character shown stands where the view says', () => {
  const part = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('\u001b[31m', '\u001b[0m', '\u009b1m'));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const source = parts.join('');
      const view = viewText(source);
      fc.pre(!/[\\%&+：＝]/.test(source));
      for (let index = 0; index < view.text.length; index += 1) {
        expect(source[view.toSource(index)]).toBe(view.text[index]);
      }
    }),
  );
});
