import { describe, expect, it } from 'vitest';
import { searchTexts } from './search-texts';

const ESC = '\u001b';

describe('searchTexts', () => {
  const line = { message: 'plain\ttext\nof two lines', fields: '{"a":"b"}', device: 'sw-1' };

  it('is empty where every line is searched as it is stored', () => {
    expect(searchTexts([line, { ...line, message: '失败', fields: '{"é":"é"}' }])).toEqual({ message: [], fields: [] });
  });

  it.each([
    [{ message: `${ESC}[1mbold` }, { message: [null, 'bold'], fields: [] }],
    [{ message: 'end\r' }, { message: [null, 'end'], fields: [] }],
    [{ message: 'ab\bc' }, { message: [null, 'ac'], fields: [] }],
    [{ message: '\u009b1mbold' }, { message: [null, 'bold'], fields: [] }],
    [{ fields: '{"a":"\\n"}' }, { message: [], fields: [null, '{"a":"\n"}'] }],
    [{ fields: '{"a":"e\u0301"}' }, { message: [], fields: [null, '{"a":"é"}'] }],
    [{ device: 'e\u0301' }, { message: [], fields: [null, '{"a":"b"}\né'] }],
  ])('names those of %j', (other, texts) => {
    expect(searchTexts([line, { ...line, ...other }])).toEqual(texts);
  });
});
