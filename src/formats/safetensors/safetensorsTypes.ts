// The contents of a safetensors file, and the forms of its numbers.
import { bfloat16, float16 } from '../../linalg/float16.js';

/** Bytes of a header: enough for 20,000 tensors of a network; the reference reader takes a hundred million. */
export const MOST_HEADER = 2 ** 22;

/** The types of numbers that are read, by the names they have in the file. */
export type SafetensorsType = 'F64' | 'F32' | 'F16' | 'BF16';

/** One tensor: numbers and their shape. */
export interface SafetensorsTensor {
  /** The type in the file: float64, float32, float16 or bfloat16. */
  readonly dtype: SafetensorsType;
  /** The size of each dimension; none for a single number. */
  readonly shape: readonly number[];
  /** All numbers, the last dimension fastest: float64 as they are, all others as float32, which holds them exactly. */
  readonly data: Float32Array | Float64Array;
}

/** The contents of a safetensors file. */
export interface Safetensors {
  /** The tensors by name, in the order of their numbers in the file. */
  readonly tensors: ReadonlyMap<string, SafetensorsTensor>;
  /** The metadata of its writer: texts by name. Empty if there is none. */
  readonly metadata: ReadonlyMap<string, string>;
}

/** The form of a type in a file. */
export interface StoredType {
  readonly dtype: SafetensorsType;
  /** Bytes of one number. */
  readonly size: number;
  readonly create: (length: number) => Float32Array | Float64Array;
  readonly read: (view: DataView, offset: number) => number;
}

const create = (length: number) => new Float32Array(length);

/** Every type that is read. All are kept with the least significant byte first. */
const STORED: readonly StoredType[] = [
  {
    dtype: 'F64',
    size: 8,
    create: (length) => new Float64Array(length),
    read: (view, offset) => view.getFloat64(offset, true),
  },
  { dtype: 'F32', size: 4, create, read: (view, offset) => view.getFloat32(offset, true) },
  { dtype: 'F16', size: 2, create, read: (view, offset) => float16(view.getUint16(offset, true)) },
  { dtype: 'BF16', size: 2, create, read: (view, offset) => bfloat16(view.getUint16(offset, true)) },
];

/** The form of the type of a name, if it is one that is read. */
export function storedType(dtype: unknown): StoredType | undefined {
  return STORED.find((type) => type.dtype === dtype);
}

/** The names of all types that are read. */
export const TYPE_NAMES = 'F64, F32, F16 or BF16';
