import type { z } from 'zod';
import { cleanText } from '@/lib/json/clean-text';
import { joinList, splitList } from './comma-list';

/** A parameter that was ignored, with a sentence for the page. */
export type UrlProblem = { param: string; detail: string };
export type UrlParse<Value> = { value: Value; problems: UrlProblem[] };

/** Both of Next's forms of search parameters: `useSearchParams()` and a page's `searchParams`. */
export type UrlParams = URLSearchParams | Readonly<Record<string, string | string[] | undefined>>;

export type UrlCodec<Value> = {
  /** Never throws: invalid parameters are left out and reported. */
  parse: (params: UrlParams) => UrlParse<Value>;
  /** The query string, `?` included, or ''; in the schema's order, empty values left out. */
  format: (value: Value) => string;
};

type FieldSchema = z.ZodType<unknown, string | undefined>;
type Shape = Readonly<Record<string, FieldSchema>>;

/** A codec for an object of optional fields that are each read from one text. */
export function buildUrlCodec<S extends Shape>(schema: z.ZodObject<S>): UrlCodec<z.output<z.ZodObject<S>>> {
  return {
    parse(params) {
      const kept: Record<string, string> = {};
      const problems: UrlProblem[] = [];
      for (const [param, field] of Object.entries(schema.shape)) {
        const text = cleanText(readParam(params, param) ?? '');
        if (text === '') continue;
        const { good, detail } = parseField(field, text);
        if (good !== '') kept[param] = good;
        if (detail) problems.push({ param, detail });
      }
      return { value: schema.parse(kept), problems };
    },
    format(value) {
      const fields = new Map<string, unknown>(Object.entries(value));
      const params = new URLSearchParams();
      for (const param of Object.keys(schema.shape)) {
        const text = formatField(fields.get(param));
        if (text !== '') params.set(param, text);
      }
      // Commas and colons are allowed in a query and far easier to read in a link than %2C and %3A.
      const text = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
      return text === '' ? '' : `?${text}`;
    },
  };
}

function readParam(params: UrlParams, name: string): string | undefined {
  if (params instanceof URLSearchParams) return params.get(name) ?? undefined;
  const value = params[name];
  return Array.isArray(value) ? value[0] : value;
}

const formatField = (field: unknown): string => {
  if (Array.isArray(field)) return joinList(field);
  return field === undefined || field === null ? '' : String(field);
};

/** Valid items of a list are kept. The text itself is not repeated, since anybody may have written the link. */
function parseField(field: FieldSchema, text: string): { good: string; detail?: string } {
  const whole = field.safeParse(text);
  // `status=,` names nothing, and an empty list would match nothing: it counts as not given.
  if (whole.success) return { good: Array.isArray(whole.data) && whole.data.length === 0 ? '' : text };
  const reason = describeIssue(whole.error.issues[0]);
  const goodItems = splitList(text).filter((item) => Array.isArray(field.safeParse(joinList([item])).data));
  const good = joinList(goodItems);
  if (good === '' || !field.safeParse(good).success) return { good: '', detail: `ignored: ${reason}` };
  return { good, detail: `ignored in part: ${reason}` };
}

function describeIssue(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'invalid_value') return `expected one of ${issue.values.join(', ')}`;
  return issue?.message ?? 'not valid';
}
