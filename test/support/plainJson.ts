// JSON read with all that JSON.parse leaves out: keys that come twice, and numbers as they are written. RFC 8259.

/** A value: an object by its fields in order, a number by its text. */
export type Json =
  | { readonly fields: readonly (readonly [key: string, value: Json])[] }
  | { readonly items: readonly Json[] }
  | { readonly text: string }
  | { readonly number: string }
  | { readonly word: string };

const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

/** The value of a text. Throws unless all of it is JSON. */
export function readJson(source: string): Json {
  let at = 0;

  function take(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0];
    at += found?.length ?? 0;
    return found;
  }

  function mark(sign: string): boolean {
    take(SPACE);
    if (source[at] !== sign) return false;
    at++;
    take(SPACE);
    return true;
  }

  /** What stands between two marks, with commas between. */
  function list<Item>(end: string, item: () => Item): Item[] {
    const found: Item[] = [];
    if (mark(end)) return found;
    do found.push(item());
    while (mark(','));
    if (!mark(end)) throw new Error(`no ${end} at ${at}`);
    return found;
  }

  function string(): string {
    const literal = take(STRING);
    if (literal === undefined) throw new Error(`no string at ${at}`);
    return JSON.parse(literal) as string;
  }

  function field(): readonly [string, Json] {
    const key = string();
    if (!mark(':')) throw new Error(`no colon at ${at}`);
    return [key, value()];
  }

  function value(): Json {
    if (mark('{')) return { fields: list('}', field) };
    if (mark('[')) return { items: list(']', value) };
    if (source[at] === '"') return { text: string() };
    const number = take(NUMBER);
    if (number !== undefined) return { number };
    const word = take(WORD);
    if (word === undefined) throw new Error(`no value at ${at}`);
    return { word };
  }

  take(SPACE);
  const whole = value();
  take(SPACE);
  if (at < source.length) throw new Error(`more at ${at}`);
  return whole;
}

/** A value as text. */
export function writeJson(value: Json): string {
  if ('fields' in value) return `{${value.fields.map(([key, each]) => `${JSON.stringify(key)}:${writeJson(each)}`).join(',')}}`;
  if ('items' in value) return `[${value.items.map(writeJson).join(',')}]`;
  if ('text' in value) return JSON.stringify(value.text);
  return 'number' in value ? value.number : value.word;
}
