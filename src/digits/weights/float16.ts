// Numbers of 16 bits: IEEE 754-2019, binary16.
import { powerOfTwo } from '../../linalg/powerOfTwo.js';

/** The number whose 16 bits these are: a bit of sign, five of exponent, ten of fraction. For finite numbers alone. */
export function float16(bits: number): number {
  const sign = bits < 0x8000 ? 1 : -1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  return sign * (exponent === 0 ? fraction * powerOfTwo(-24) : (1024 + fraction) * powerOfTwo(exponent - 25));
}
