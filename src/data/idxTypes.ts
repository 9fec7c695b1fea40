// The six kinds of numbers an IDX file can hold.

/** The contents of an IDX file: numbers of one type, and the sizes of its dimensions. */
export type IdxTensor =
  | IdxNumbers<'uint8', Uint8Array>
  | IdxNumbers<'int8', Int8Array>
  | IdxNumbers<'int16', Int16Array>
  | IdxNumbers<'int32', Int32Array>
  | IdxNumbers<'float32', Float32Array>
  | IdxNumbers<'float64', Float64Array>;

/** Numbers of one type, and their shape. */
export interface IdxNumbers<Type extends string, Numbers> {
  /** The name of the type. */
  readonly type: Type;
  /** The size of each dimension: [60000, 28, 28] for MNIST's training images. */
  readonly shape: readonly number[];
  /** All numbers, the last dimension running fastest. */
  readonly data: Numbers;
}

/** The form of a type in a file. */
export interface IdxType {
  readonly type: IdxTensor['type'];
  /** Its byte in the header. */
  readonly code: number;
  /** Bytes of one number. */
  readonly size: number;
  /** An array of `length` such numbers. */
  readonly create: (length: number) => IdxTensor['data'];
  /** Reads, and writes, the number at a byte of the file, most significant byte first. */
  readonly read: (view: DataView, offset: number) => number;
  readonly write: (view: DataView, offset: number, value: number) => void;
}

/** All types, in the order of their codes. */
export const IDX_TYPES: readonly IdxType[] = [
  {
    type: 'uint8',
    code: 0x08,
    size: 1,
    create: (length) => new Uint8Array(length),
    read: (view, offset) => view.getUint8(offset),
    write: (view, offset, value) => view.setUint8(offset, value),
  },
  {
    type: 'int8',
    code: 0x09,
    size: 1,
    create: (length) => new Int8Array(length),
    read: (view, offset) => view.getInt8(offset),
    write: (view, offset, value) => view.setInt8(offset, value),
  },
  {
    type: 'int16',
    code: 0x0b,
    size: 2,
    create: (length) => new Int16Array(length),
    read: (view, offset) => view.getInt16(offset),
    write: (view, offset, value) => view.setInt16(offset, value),
  },
  {
    type: 'int32',
    code: 0x0c,
    size: 4,
    create: (length) => new Int32Array(length),
    read: (view, offset) => view.getInt32(offset),
    write: (view, offset, value) => view.setInt32(offset, value),
  },
  {
    type: 'float32',
    code: 0x0d,
    size: 4,
    create: (length) => new Float32Array(length),
    read: (view, offset) => view.getFloat32(offset),
    write: (view, offset, value) => view.setFloat32(offset, value),
  },
  {
    type: 'float64',
    code: 0x0e,
    size: 8,
    create: (length) => new Float64Array(length),
    read: (view, offset) => view.getFloat64(offset),
    write: (view, offset, value) => view.setFloat64(offset, value),
  },
];

/** The most dimensions of a file: images in colour have four. */
export const MOST_DIMENSIONS = 4;

/** The most bytes of a file's numbers: 2 GiB. */
export const MOST_IDX_BYTES = 2 ** 31;

/** The number of numbers in a shape. It may be too large to be exact, and is then far above any limit. */
export function countOf(shape: readonly number[]): number {
  return shape.includes(0) ? 0 : shape.reduce((product, size) => product * size, 1);
}
