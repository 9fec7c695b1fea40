// Exact powers of two. `2 ** k` is left to each engine by the language's standard, so it is not used where bits must repeat.

/** Eight bytes, as a double and as words. */
const bytes = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8));

/** 2^`exponent`, exactly, for a whole `exponent` from -1022 to 1023: a double keeps its exponent, plus 1023, from its bit 52 on. */
export function powerOfTwo(exponent: number): number {
  bytes.setUint32(0, (exponent + 1023) << 20);
  return bytes.getFloat64(0);
}
