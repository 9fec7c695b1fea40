// The scaled value of each of the 256 bytes, worked out once for each scale.

/** Scales kept at a time: more than any program uses at once, so that one that makes up scales does not fill the memory. */
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
