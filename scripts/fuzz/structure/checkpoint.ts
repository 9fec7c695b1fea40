// Edits of a checkpoint: those of a safetensors file, and of the JSON within its metadata; its fingerprint is made anew, so that readers
// look further than to that.
import fc from 'fast-check';
import { hashOf } from '../../../src/formats/checkpoint/hash.js';
import { type Json, readJson, writeJson } from '../../../test/support/plainJson.js';
import { type Edit, encode, lenient } from '../edits.js';
import { type JsonEdit, jsonEdit } from './json.js';
import { fileOf, type Parts, partsEdit, partsOf } from './safetensors.js';

const FINGERPRINT = 'glassbox-nn checkpoint fingerprint';

type Texts = readonly (readonly [string, Json])[];

/** The header with its metadata changed. Throws if it has none. */
function withMetadata(header: string, change: (texts: Texts) => Texts): string {
  const whole = readJson(header);
  if (!('fields' in whole)) throw new Error('no object');
  const fields = whole.fields.map(([key, value]): readonly [string, Json] => {
    if (key !== '__metadata__' || !('fields' in value)) return [key, value];
    return [key, { fields: change(value.fields) }];
  });
  return writeJson({ fields });
}

/** One of the texts, which is JSON, changed. */
const inner =
  (name: string, edit: JsonEdit) =>
  ({ header, data }: Parts): Parts => ({
    header: withMetadata(header, (texts) =>
      texts.map(([key, value]) => [key, key === name && 'text' in value ? { text: edit(value.text) } : value]),
    ),
    data,
  });

/** The same file with the fingerprint that its writer would have given it. */
export function signed({ header, data }: Parts): Parts {
  const sign = (texts: Texts): Texts => {
    const words = texts.filter(([key]) => key !== FINGERPRINT && key !== 'format');
    const all = words.flatMap(([key, value]) => [key, 'text' in value ? value.text : '']);
    const text = hashOf(...all.map(encode), data);
    return texts.map(([key, value]) => [key, key === FINGERPRINT ? { text } : value]);
  };
  return { header: withMetadata(header, sign), data };
}

const edits = fc.oneof(
  partsEdit,
  fc
    .tuple(fc.constantFrom('glassbox-nn checkpoint', 'glassbox-nn checkpoint', 'glassbox-nn'), jsonEdit)
    .map(([name, edit]) => inner(name, edit)),
);

export const checkpointEdit: fc.Arbitrary<Edit> = edits.map((edit) => lenient((bytes) => fileOf(signed(edit(partsOf(bytes))))));
