// Numbers of 16 bits: IEEE 754-2019, binary16.

/** The number whose 16 bits these are: a bit of sign, five of exponent, ten of fraction. */
export function float16(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  if (exponent === 0) return (sign * fraction) / 2 ** 24;
  // The least exponent is 2^-14, and the fraction counts 2^-10 of it; shifts of 1 are exact.
  return (sign * (1024 + fraction) * (1 << exponent)) / 2 ** 25;
}

/** The number whose upper 16 bits as a float32 these are: a bit of sign, eight of exponent, seven of fraction, as PyTorch's bfloat16. */
export function bfloat16(bits: number): number {
  return new Float32Array(Uint32Array.of(bits * 65536).buffer)[0];
}
