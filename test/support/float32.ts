// What tests of float32 arithmetic share: random vectors, the arithmetic contract written out plainly, distances and hashes.
import fc from 'fast-check';

/** Vectors of a length: numbers of every size, denormals, and many zeros of both signs. */
export function vectors(length: number): fc.Arbitrary<Float32Array> {
  const number = fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(0, -0, 1, -1) },
    { weight: 4, arbitrary: fc.float({ min: -2, max: 2, noNaN: true }) },
    { weight: 1, arbitrary: fc.float({ noNaN: true, noDefaultInfinity: true }) },
  );
  return fc.array(number, { minLength: length, maxLength: length }).map((numbers) => Float32Array.from(numbers));
}

/** The contract's sum: from +0, in order, rounded after every product and every addition. */
export function contractSum(terms: Iterable<readonly [number, number]>): number {
  const total = new Float32Array(1);
  const product = new Float32Array(1);
  for (const [left, right] of terms) {
    product[0] = left * right;
    total[0] += product[0];
  }
  return total[0];
}

const number32 = new Float32Array(1);
const bits32 = new Uint32Array(number32.buffer);

/** The float32 whose bits these are. */
export function fromBits(bits: number): number {
  bits32[0] = bits;
  return number32[0];
}

/** How many units in the last place of a float32 of the size of `right` lie between it and `value`. */
export function float32Ulps(value: number, right: number): number {
  if (value === Math.fround(right)) return 0;
  number32[0] = Math.abs(right);
  const exponent = Math.max(bits32[0] >>> 23, 1) - 150;
  return Math.abs(value - right) / 2 ** exponent;
}

/** FNV-1a over the bytes of numbers, lowest first, as eight hexadecimal digits: the same wherever their bits are. */
export function hashOf(numbers: Float32Array | Float64Array): string {
  const view = new DataView(new ArrayBuffer(8));
  let hash = 0x811c9dc5;
  for (const number of numbers) {
    if (numbers instanceof Float32Array) view.setFloat32(0, number, true);
    else view.setFloat64(0, number, true);
    for (let byte = 0; byte < numbers.BYTES_PER_ELEMENT; byte++) hash = Math.imul(hash ^ view.getUint8(byte), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
