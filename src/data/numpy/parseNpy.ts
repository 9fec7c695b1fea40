// Reads the numbers of a .npy file.
import { fileBytes } from '../bytes.js';
import { npyError } from './npyError.js';
import { type NpyHeader, readNpyHeader } from './npyHeader.js';
import type { NpyArray } from './npyTypes.js';

/**
 * Reads a .npy file, as `np.save` writes it: numbers of any type and shape, in either byte order, and in C or Fortran order.
 *
 * Numbers keep their type, but for those that JavaScript has no array of: float16 becomes a Float32Array, int64 and uint64 become a
 * Float64Array of whole numbers, and bool an Int8Array of 0 and 1. Bytes (uint8) stay bytes, which a data set divides by 255.
 *
 * Source: "NEP 1: A simple file format for NumPy arrays", and the documentation of `numpy.lib.format`. Nothing in a file is ever run:
 * arrays of Python objects are refused.
 *
 * @param bytes - The whole file. It is copied, and not changed.
 * @returns The type, the shape and the numbers, the last dimension fastest.
 * @throws {@link FormatError} with the byte offset, for a file that is damaged, cut short, no .npy file at all, or holds no numbers.
 * @throws {@link LimitError} for a header of more than 64 KiB.
 *
 * @example
 * ```ts
 * import { parseNpy } from 'glassbox-nn/data';
 *
 * const header = "{'descr': '|u1', 'fortran_order': False, 'shape': (1, 3), }\n";
 * const start = [0x93, ...new TextEncoder().encode('NUMPY'), 1, 0, header.length, 0];
 * const file = Uint8Array.of(...start, ...new TextEncoder().encode(header), 7, 8, 9);
 * parseNpy(file); // => { type: 'uint8', shape: [ 1, 3 ], data: Uint8Array(3) [ 7, 8, 9 ] }
 * ```
 */
export function parseNpy(bytes: Uint8Array | ArrayBuffer): NpyArray {
  return readNpy('parseNpy', fileBytes('parseNpy: bytes', bytes));
}

/** As {@link parseNpy}; `what` begins the errors. */
export function readNpy(what: string, bytes: Uint8Array): NpyArray {
  const header = readNpyHeader(what, bytes);
  const { type, shape, fortranOrder, start, count } = header;
  const data = type.create(count);
  // Dimensions of size 1 move nothing, and a file may have sixty of them.
  const turned = fortranOrder ? shape.filter((size) => size !== 1) : [];
  if (turned.length > 1) readTurned(what, bytes, header, turned, data);
  else if (type.plain && (type.size === 1 || header.little === isLittle())) {
    new Uint8Array(data.buffer).set(bytes.subarray(start));
  } else {
    const read = numberReader(what, bytes, header);
    for (let index = 0; index < count; index++) data[index] = read(index);
  }
  return { type: type.type, shape, data } as NpyArray;
}

/** A function that reads the number at a place of the file. */
function numberReader(what: string, bytes: Uint8Array, { type, little, start }: NpyHeader): (place: number) => number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const whole = type.type === 'int64' || type.type === 'uint64';
  return (place) => {
    const offset = start + place * type.size;
    const value = type.read(view, offset, little);
    if (!whole || !Number.isNaN(value)) return value;
    const remedy = 'Save it as float64.';
    throw npyError(`${what}: ${type.type}`, offset, 'whole numbers below 2^53 in size', 'a larger one', remedy);
  };
}

/** Whether this machine keeps the least significant byte first, as nearly all do. */
function isLittle(): boolean {
  return new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
}

/** Numbers whose first dimension runs fastest, written into `data` with the last one fastest. Each of `shape` is 2 or more, or one is 0. */
function readTurned(
  what: string,
  bytes: Uint8Array,
  header: NpyHeader,
  shape: readonly number[],
  data: NpyArray['data'],
): void {
  const read = numberReader(what, bytes, header);
  // How far apart two neighbours in a dimension lie in the file.
  const strides = shape.map((_, dimension) => shape.slice(0, dimension).reduce((product, size) => product * size, 1));
  const position = shape.map(() => 0);
  let place = 0;
  for (let index = 0; index < data.length; index++) {
    data[index] = read(place);
    for (let dimension = shape.length - 1; dimension >= 0; dimension--) {
      place += strides[dimension];
      if (++position[dimension] < shape[dimension]) break;
      place -= strides[dimension] * shape[dimension];
      position[dimension] = 0;
    }
  }
}
