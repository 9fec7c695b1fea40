// IDX files that grow: by their numbers, and by what they say they hold.
import { join } from '../edits.js';
import type { Grower } from './Grower.js';

function idx(type: number, shape: readonly number[], size: number): Uint8Array {
  const sizes = Buffer.alloc(4 * shape.length);
  shape.forEach((each, at) => void sizes.writeUInt32BE(each, 4 * at));
  return join(Uint8Array.of(0, 0, type, shape.length), sizes, new Uint8Array(size));
}
const grow = (name: string, make: (size: number) => Uint8Array): Grower => ({ reader: 'idx', name: `idx: ${name}`, make });

export const idxGrowers: readonly Grower[] = [
  grow('bytes', (size) => idx(8, [size], size)),
  grow('doubles', (size) => idx(14, [Math.floor(size / 8)], Math.floor(size / 8) * 8)),
  grow('rows of one', (size) => idx(8, [size, 1, 1, 1], size)),
  grow('more than there is', (size) => idx(8, [2 ** 31 - 1], size)),
  grow('none of very many', (size) => idx(8, [0, 2 ** 32 - 1, 2 ** 32 - 1, 2 ** 32 - 1], size)),
];
