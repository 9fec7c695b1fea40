// Reads and checks the first bytes of a .npy file: the magic, the version, and the header.
import { asciiText } from '../../support/asciiText.js';
import { LimitError } from '../../support/errors.js';
import { beginningOf } from '../../support/unreadText.js';
import { describe, wording } from '../../support/wording.js';
import { npyError } from './npyError.js';
import { readNpyFields } from './npyLiteral.js';
import { type NpyType, npyType } from './npyTypes.js';

/** The header of a file. */
export interface NpyHeader {
  readonly type: NpyType;
  /** Whether the least significant byte comes first. */
  readonly little: boolean;
  readonly fortranOrder: boolean;
  readonly shape: readonly number[];
  /** The number of numbers. */
  readonly count: number;
  /** Where they begin. */
  readonly start: number;
}

/** Bytes of a header: numbers need less than 2,000, even in 64 dimensions. */
const MOST_HEADER = 2 ** 16;

/** The most dimensions of a NumPy array. */
const MOST_DIMENSIONS = 64;

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

/** NumPy's names for kinds of items that are no numbers. */
const OTHERS: Record<string, string> = {
  O: 'Python objects, which can only be read by running what the file says: save numbers instead, np.save(path, array.astype(np.float32)).',
  S: 'bytes of text: save the numbers of the classes instead, and their names apart.',
  U: 'text: save the numbers of the classes instead, and their names apart.',
  V: 'records without a type: save each field by itself.',
  c: 'complex numbers: save array.real and array.imag.',
  m: 'spans of time: save array.astype(np.float64).',
  M: 'dates: save array.astype(np.float64).',
};

/** The header of a file that is exactly as long as its header says. */
export function readNpyHeader(what: string, bytes: Uint8Array): NpyHeader {
  const { text, start } = readText(what, bytes);
  const { descr, fortranOrder, shape, descrOffset, shapeOffset } = readNpyFields(what, text, start - text.length);
  const type = npyType(descr.slice(1));
  const order = descr[0] ?? '';
  if (type === undefined || !'<>|='.includes(order) || (order === '|' && type.size > 1)) {
    const other = OTHERS[descr[1] ?? ''];
    const remedy = other === undefined ? '' : `It holds ${other}`;
    throw npyError(`${what}: descr`, descrOffset, 'b1, i1-i8, u1-u8, f2, f4 or f8, after < or >', describe(descr), remedy);
  }
  if (shape.length > MOST_DIMENSIONS) {
    throw npyError(`${what}: shape`, shapeOffset, `at most ${MOST_DIMENSIONS} dimensions`, `${shape.length}`);
  }
  const count = shape.includes(0) ? 0 : shape.reduce((product, size) => product * size, 1);
  checkLength(`${what}: ${shape.join(' x ') || 'one'} (${type.type})`, bytes.length, start + count * type.size);
  return { type, little: order !== '>', fortranOrder, shape, count, start };
}

function readText(what: string, bytes: Uint8Array): { text: string; start: number } {
  const wrong = MAGIC.findIndex((byte, index) => bytes[index] !== byte);
  if (wrong >= 0) throw noNpy(what, bytes, wrong);
  const [major, minor] = [bytes[6] ?? 0, bytes[7] ?? 0];
  if (major < 1 || major > 3 || minor !== 0) {
    throw npyError(`${what}: version`, 6, '1.0, 2.0 or 3.0', `${major}.${minor}`, 'Is the file damaged?');
  }
  const begins = major === 1 ? 10 : 12;
  if (bytes.length < begins) throw cutShort(what, bytes.length, begins);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const length = major === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > MOST_HEADER) throw new LimitError(wording(`${what}: header`, `at most ${MOST_HEADER} bytes`, `${length}`));
  const start = begins + length;
  if (bytes.length < start) throw cutShort(`${what}: header`, bytes.length, start);
  const odd = bytes.subarray(begins, start).findIndex((byte) => (byte < 0x20 || byte > 0x7e) && byte !== 0x0a);
  if (odd >= 0) throw npyError(`${what}: header`, begins + odd, 'ASCII text', `byte ${bytes[begins + odd]}`);
  return { text: asciiText(bytes.slice(begins, start)), start };
}

function noNpy(what: string, bytes: Uint8Array, offset: number): Error {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return npyError(what, 0, 'a .npy file', 'a .npz file', 'It holds many: await parseNpz(bytes).');
  }
  const got = bytes.length === 0 ? 'nothing' : beginningOf(bytes);
  return npyError(what, offset, 'a .npy file, which begins with the byte 147 and NUMPY', got, 'Was it written by np.save?');
}

function checkLength(what: string, got: number, expected: number): void {
  if (got < expected) throw cutShort(what, got, expected);
  if (got > expected) {
    const remedy = 'There is more behind the last number; copy the file again.';
    throw npyError(what, expected, `a file of ${expected} bytes`, `${got}`, remedy);
  }
}

function cutShort(what: string, got: number, expected: number): Error {
  return npyError(what, got, `a file of ${expected} bytes or more`, `${got}`, 'It is cut short; copy or download it again.');
}
