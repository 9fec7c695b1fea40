// Edits of an .npz file, which is a zip of .npy files: a file in it is changed and packed anew, left out, put twice, or renamed; or a field
// of a zip's records is another number (APPNOTE.TXT 4.3).
import fc from 'fast-check';
import { EDGE_NUMBERS, type Edit, encode, lenient, pick, place } from '../edits.js';
import { npyEdit } from './npy.js';
import { type Entry, unzip, zip } from './zip.js';

/** What becomes of an entry. */
type Change = (entry: Entry) => readonly Entry[];

const changes: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 4,
    arbitrary: npyEdit.map(
      (edit): Change =>
        ({ name, content }) => [{ name, content: edit(new Uint8Array(content)) }],
    ),
  },
  fc.constantFrom<Change>(
    () => [],
    (entry) => [entry, entry],
  ),
  fc.constantFrom('', 'a', '../a.npy', '__proto__.npy', 'a.npy/', '\0.npy', '\u00e9.npy').map(
    (name): Change =>
      ({ content }) => [{ name: encode(name), content }],
  ),
);

const entry = fc.tuple(place, changes, fc.boolean()).map(([share, change, deflated]) =>
  lenient((bytes) => {
    const entries = unzip(bytes);
    const chosen = pick(entries, share);
    return zip(
      entries.flatMap((each) => (each === chosen ? change(each) : [each])),
      deflated,
    );
  }),
);

/** Two bytes of a record, or four, anywhere behind its signature. */
const field = fc
  .tuple(
    fc.constantFrom('PK\x01\x02', 'PK\x03\x04', 'PK\x05\x06'),
    place,
    fc.nat(20),
    fc.constantFrom(...EDGE_NUMBERS),
    fc.boolean(),
  )
  .map(
    ([signature, share, at, value, wide]): Edit =>
      (bytes) => {
        const changed = Buffer.from(bytes);
        const found: number[] = [];
        for (
          let from = changed.indexOf(signature, 0, 'latin1');
          from >= 0;
          from = changed.indexOf(signature, from + 1, 'latin1')
        )
          found.push(from);
        const start = (pick(found, share) ?? 0) + 4 + 2 * at;
        if (start + 4 > changed.length) return bytes;
        if (wide) changed.writeUInt32LE(Number(value & 0xffffffffn), start);
        else changed.writeUInt16LE(Number(value & 0xffffn), start);
        return new Uint8Array(changed);
      },
  );

export const npzEdit: fc.Arbitrary<Edit> = fc.oneof(entry, field);
