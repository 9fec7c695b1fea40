// The types of numbers in a .npy file, and the arrays they become.
import { float16 } from '../../linalg/float16.js';

/** The contents of a .npy file: numbers of one type, and the sizes of its dimensions. */
export type NpyArray =
  | NpyNumbers<'bool' | 'int8', Int8Array>
  | NpyNumbers<'uint8', Uint8Array>
  | NpyNumbers<'int16', Int16Array>
  | NpyNumbers<'uint16', Uint16Array>
  | NpyNumbers<'int32', Int32Array>
  | NpyNumbers<'uint32', Uint32Array>
  | NpyNumbers<'float16' | 'float32', Float32Array>
  | NpyNumbers<'int64' | 'uint64' | 'float64', Float64Array>;

/** Numbers of one type, and their shape. */
export interface NpyNumbers<Type extends string, Numbers> {
  /** NumPy's name of the type in the file. */
  readonly type: Type;
  /** The size of each dimension; none for a single number. */
  readonly shape: readonly number[];
  /** All numbers, the last dimension running fastest, whatever the order in the file. */
  readonly data: Numbers;
}

/** The form of a type in a file. */
export interface NpyType {
  readonly type: NpyArray['type'];
  /** Bytes of one number. */
  readonly size: number;
  /** Whether JavaScript keeps such numbers in the same bytes. */
  readonly plain: boolean;
  /** An array of `length` such numbers. */
  readonly create: (length: number) => NpyArray['data'];
  /** Reads the number at a byte of the file; NaN for one that no double holds, which then is no whole number. */
  readonly read: (view: DataView, offset: number, little: boolean) => number;
}

/** The type of a code as `f4`, if there is one. */
export function npyType(code: string): NpyType | undefined {
  switch (code) {
    // Not bytes, which a data set would take for brightnesses, and divide by 255.
    case 'b1':
      return {
        type: 'bool',
        size: 1,
        plain: false,
        create: (length) => new Int8Array(length),
        read: (view, at) => Number(view.getUint8(at) !== 0),
      };
    case 'i1':
      return {
        type: 'int8',
        size: 1,
        plain: true,
        create: (length) => new Int8Array(length),
        read: (view, at) => view.getInt8(at),
      };
    case 'u1':
      return {
        type: 'uint8',
        size: 1,
        plain: true,
        create: (length) => new Uint8Array(length),
        read: (view, at) => view.getUint8(at),
      };
    case 'i2':
      return {
        type: 'int16',
        size: 2,
        plain: true,
        create: (length) => new Int16Array(length),
        read: (view, at, little) => view.getInt16(at, little),
      };
    case 'u2':
      return {
        type: 'uint16',
        size: 2,
        plain: true,
        create: (length) => new Uint16Array(length),
        read: (view, at, little) => view.getUint16(at, little),
      };
    case 'i4':
      return {
        type: 'int32',
        size: 4,
        plain: true,
        create: (length) => new Int32Array(length),
        read: (view, at, little) => view.getInt32(at, little),
      };
    case 'u4':
      return {
        type: 'uint32',
        size: 4,
        plain: true,
        create: (length) => new Uint32Array(length),
        read: (view, at, little) => view.getUint32(at, little),
      };
    case 'i8':
      return {
        type: 'int64',
        size: 8,
        plain: false,
        create: (length) => new Float64Array(length),
        read: (view, at, little) => exact(view.getBigInt64(at, little)),
      };
    case 'u8':
      return {
        type: 'uint64',
        size: 8,
        plain: false,
        create: (length) => new Float64Array(length),
        read: (view, at, little) => exact(view.getBigUint64(at, little)),
      };
    case 'f2':
      return {
        type: 'float16',
        size: 2,
        plain: false,
        create: (length) => new Float32Array(length),
        read: (view, at, little) => float16(view.getUint16(at, little)),
      };
    case 'f4':
      return {
        type: 'float32',
        size: 4,
        plain: true,
        create: (length) => new Float32Array(length),
        read: (view, at, little) => view.getFloat32(at, little),
      };
    case 'f8':
      return {
        type: 'float64',
        size: 8,
        plain: true,
        create: (length) => new Float64Array(length),
        read: (view, at, little) => view.getFloat64(at, little),
      };
    default:
      return undefined;
  }
}

function exact(integer: bigint): number {
  const number = Number(integer);
  return Number.isSafeInteger(number) ? number : Number.NaN;
}
