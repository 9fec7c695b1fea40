// The scaled values of the 256 bytes, computed once for each scale.

/** Scales that are kept: more than a program uses at once, and not enough to fill the memory. */
const MOST_TABLES = 16;

const tables = /* @__PURE__ */ new Map<number, Float32Array>();

/** Float32Array [256]: entry v is v x scale in float64, then rounded to float32. To be read only. */
export function scaledBytes(scale: number): Float32Array {
  let table = tables.get(scale);
  if (table === undefined) {
    table = Float32Array.from({ length: 256 }, (_, value) => value * scale);
    if (tables.size === MOST_TABLES) tables.clear();
    tables.set(scale, table);
  }
  return table;
}
