// Reads and checks the first bytes of an IDX file: two zeros, the type, the number of dimensions, then the size of each.
import { FormatError, LimitError } from '../support/errors.js';
import { beginningOf } from '../support/unreadText.js';
import { wording } from '../support/wording.js';
import { countOf, IDX_TYPES, type IdxType, MOST_DIMENSIONS, MOST_IDX_BYTES } from './idxTypes.js';

/** The header of a file. */
export interface IdxHeader {
  readonly type: IdxType;
  readonly shape: readonly number[];
  /** Where the numbers begin. */
  readonly start: number;
}

/** The header of a file that is exactly as long as its header says. */
export function readIdxHeader(what: string, bytes: Uint8Array): IdxHeader {
  const type = readMagic(what, bytes);
  const start = 4 + 4 * bytes[3];
  if (bytes.length < start) {
    throw cutShort(`${what}: the sizes of ${bytes[3]} dimensions`, start, bytes.length);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const shape = Array.from({ length: bytes[3] }, (_, dimension) => view.getUint32(4 + 4 * dimension));
  const length = start + countOf(shape) * type.size;
  if (length === bytes.length) return { type, shape, start };
  const swapped = shape.map((_, dimension) => view.getUint32(4 + 4 * dimension, true));
  if (start + countOf(swapped) * type.size === bytes.length) throw byteSwapped(`${what}: the sizes`, shape.join(' x '), 4);
  if (length - start > MOST_IDX_BYTES) {
    throw new LimitError(
      wording(
        `${what}: ${shape.join(' x ')} numbers (${type.type})`,
        `at most ${MOST_IDX_BYTES} bytes`,
        `${length - start}`,
        'The file is damaged, or too large to hold; split it.',
      ),
    );
  }
  const sized = `${what}: ${shape.join(' x ')} numbers (${type.type})`;
  if (bytes.length < length) throw cutShort(sized, length, bytes.length);
  throw new FormatError(
    wording(
      sized,
      `a file of ${length} bytes`,
      `${bytes.length}`,
      'There is more behind the last number; copy the file again.',
    ),
    { offset: length },
  );
}

function readMagic(what: string, bytes: Uint8Array): IdxType {
  if (bytes.length < 4) throw cutShort(what, 4, bytes.length);
  const [first, second, code, dimensions] = bytes;
  const type = IDX_TYPES.find((known) => known.code === code);
  if (first === 0 && second === 0 && type !== undefined && dimensions >= 1 && dimensions <= MOST_DIMENSIONS) return type;
  if (isSwappedMagic(bytes)) throw byteSwapped(`${what}: the first bytes`, hex(bytes), 0);
  if (first !== 0 || second !== 0) {
    const remedy = 'Is it the right file?';
    throw new FormatError(wording(what, 'an IDX file, which begins with two zero bytes', beginningOf(bytes), remedy), {
      offset: first === 0 ? 1 : 0,
    });
  }
  if (type === undefined) {
    const known = IDX_TYPES.map((each) => `0x0${each.code.toString(16)} ${each.type}`).join(', ');
    throw new FormatError(wording(`${what}: type`, `one of ${known}`, `0x${hex(bytes.subarray(2, 3))}`), { offset: 2 });
  }
  throw new FormatError(wording(`${what}: dimensions`, `1 to ${MOST_DIMENSIONS}`, `${dimensions}`), { offset: 3 });
}

function isSwappedMagic(bytes: Uint8Array): boolean {
  const known = IDX_TYPES.some((type) => type.code === bytes[1]);
  return known && bytes[2] === 0 && bytes[3] === 0 && bytes[0] >= 1 && bytes[0] <= MOST_DIMENSIONS;
}

function byteSwapped(what: string, got: string, offset: number): FormatError {
  const remedy = 'Its numbers are byte-swapped (little-endian); write each with its most significant byte first.';
  return new FormatError(wording(what, 'an IDX file', `${got}, which fits when read backwards`, remedy), { offset });
}

function cutShort(what: string, expected: number, got: number): FormatError {
  const remedy = 'The file is cut short; copy or download it again.';
  return new FormatError(wording(what, `a file of at least ${expected} bytes`, `${got}`, remedy), { offset: got });
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
