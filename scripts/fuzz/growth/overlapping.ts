// A zip whose files all lie in the same bytes: what is unpacked grows with the square of it.
import { crc32, deflateRawSync } from 'node:zlib';
import { join } from '../edits.js';
import { filled } from './gzip.js';
import { npy } from './npyFile.js';

/** An empty block that is stored, and another one follows. */
const EMPTY = Uint8Array.of(0, 0, 0, 255, 255);

const words = (...parts: readonly (readonly [value: number, bytes: 2 | 4])[]): Uint8Array =>
  join(...parts.map(([value, bytes]) => Uint8Array.from({ length: bytes }, (_, at) => Math.floor(value / 256 ** at) % 256)));

/** Half of it is an array of no numbers, packed as badly as can be, and half the list of names for it. */
export function overlapping(size: number): Uint8Array {
  const content = npy("{'descr': '|u1', 'fortran_order': False, 'shape': (0,), }\n", new Uint8Array(0));
  const packed = join(filled(EMPTY, size / 2), deflateRawSync(content));
  const count = Math.min(65_000, Math.floor(size / 2 / 56));
  const shared = (name: number) =>
    words([20, 2], [0, 2], [8, 2], [0, 4], [crc32(content), 4], [packed.length, 4], [content.length, 4], [name, 2], [0, 2]);
  const local = join(words([0x04034b50, 4]), shared(0), packed);
  const directory = Array.from({ length: count }, (_, place) => {
    const name = Buffer.from(`${place}.npy`);
    return join(words([0x02014b50, 4], [20, 2]), shared(name.length), words([0, 4], [0, 2], [0, 4], [0, 4]), name);
  });
  const central = new Uint8Array(Buffer.concat(directory));
  return join(
    local,
    central,
    words([0x06054b50, 4], [0, 4], [count, 2], [count, 2], [central.length, 4], [local.length, 4], [0, 2]),
  );
}
