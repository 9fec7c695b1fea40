// Spoilt files: whole ones of a format, changed in a few places of their structure, of their bytes, or of both.
import fc from 'fast-check';
import { byteEdit } from './byteEdits.js';
import type { Edit } from './edits.js';
import type { Target } from './targets.js';

/**
 * Files for a reader. Edits of the structure come first, and keep lengths, counts and checksums right around what they change: a reader
 * that checks those would see nothing of it otherwise. Bytes are changed afterwards.
 */
export function spoilt({ whole, structure }: Pick<Target, 'whole' | 'structure'>): fc.Arbitrary<Uint8Array> {
  const edits = fc.oneof(
    fc.array(byteEdit, { minLength: 1, maxLength: 5 }),
    fc.array(structure, { minLength: 1, maxLength: 4 }),
    fc.tuple(structure, byteEdit),
  );
  return fc
    .tuple(whole, edits)
    .map(([bytes, each]: [Uint8Array, readonly Edit[]]) => each.reduce((now, edit) => edit(now), bytes));
}
