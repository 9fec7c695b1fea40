// Edits of JSON: a value, wherever it stands, is replaced, left out, put twice, renamed, or traded for another of the same text.
import fc from 'fast-check';
import { type Json, readJson, writeJson } from '../../../test/support/plainJson.js';
import { decode, type Edit, encode, lenient, pick, place } from '../edits.js';

/** Changes a text of JSON. Throws for what is none. */
export type JsonEdit = (text: string) => string;

/** Values that mean something somewhere, as they are written. */
const VALUES = [
  ...['null', 'true', '""', '[]', '{}', '[[]]', '0', '-0', '1', '-1', '0.5', '1e400', '1e-400', '3.5e38', '9007199254740993'],
  ...['4294967296', '99999999999999999999', '"__proto__"', '"softmax"', '"F16"', '"float32"', '"1"', '"\\ud800"', '"\\u0000"'],
];
const KEYS = ['__proto__', 'constructor', '__metadata__', '', '0.weight', 'version', 'kind', 'shape'];

/** What becomes of a value among its neighbours: the list of them with their keys, changed at one place. */
type Change = (list: [key: string, value: Json][], at: number, other: Json) => void;

const changes: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(...VALUES).map(
      (text): Change =>
        (list, at) => {
          list[at] = [list[at]?.[0] ?? '', readJson(text)];
        },
    ),
  },
  fc.constant<Change>((list, at) => void list.splice(at, 1)),
  fc.constant<Change>((list, at) => void list.splice(at, 0, list[at] as [string, Json])),
  fc.constant<Change>((list, at) => void list.push(list.splice(at, 1)[0] as [string, Json])),
  fc.constantFrom(...KEYS).map(
    (key): Change =>
      (list, at) => {
        list[at] = [key, list[at]?.[1] as Json];
      },
  ),
  fc.constant<Change>((list, at, other) => {
    list[at] = [list[at]?.[0] ?? '', other];
  }),
  fc.constantFrom(-1, 1, 2).map(
    (by): Change =>
      (list, at) => {
        const [key, value] = list[at] as [string, Json];
        if ('number' in value) list[at] = [key, { number: `${Number(value.number) + by}` }];
      },
  ),
);

/** Edits of the text. */
export const jsonEdit: fc.Arbitrary<JsonEdit> = fc.tuple(place, place, changes).map(
  ([share, otherShare, change]): JsonEdit =>
    (text) => {
      const whole = readJson(text);
      const all = insides(whole);
      return writeJson(changed(whole, pick(all, share), pick(all, otherShare) ?? whole, change));
    },
);

/** Edits of a file that is JSON as a whole. */
export const jsonFileEdit: fc.Arbitrary<Edit> = jsonEdit.map((edit) => lenient((bytes) => encode(edit(decode(bytes)))));

const listOf = (value: Json): readonly (readonly [string, Json])[] =>
  'fields' in value ? value.fields : 'items' in value ? value.items.map((item) => ['', item]) : [];

/** All values but the outermost. */
function insides(value: Json): Json[] {
  return listOf(value).flatMap(([, inner]) => [inner, ...insides(inner)]);
}

function changed(value: Json, chosen: Json | undefined, other: Json, change: Change): Json {
  if (!('fields' in value) && !('items' in value)) return value;
  const list = listOf(value).map(([key, inner]): [string, Json] => [key, changed(inner, chosen, other, change)]);
  const at = listOf(value).findIndex(([, inner]) => inner === chosen);
  if (at >= 0) change(list, at, other);
  return 'fields' in value ? { fields: list } : { items: list.map(([, inner]) => inner) };
}
