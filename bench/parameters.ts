// All weights and biases of a network as one flat array: layer by layer, the weights [outputs, inputs] row by row, then the biases.

export interface LayerParameters {
  readonly inputs: number;
  readonly outputs: number;
  /** [outputs, inputs], row by row. */
  readonly weights: Float32Array;
  /** [outputs]. */
  readonly biases: Float32Array;
}

/** The layers' own parts of a flat array: views, not copies. */
export function layersOf(flat: Float32Array, sizes: readonly number[]): LayerParameters[] {
  let start = 0;
  return sizes.slice(1).map((outputs, index) => {
    const inputs = sizes[index];
    const weights = flat.subarray(start, start + outputs * inputs);
    const biases = flat.subarray(start + weights.length, start + weights.length + outputs);
    start += weights.length + biases.length;
    return { inputs, outputs, weights, biases };
  });
}

/** One flat array of the layers' parameters. */
export function flatten(layers: readonly { weights: ArrayLike<number>; biases: ArrayLike<number> }[]): Float32Array {
  const flat = new Float32Array(layers.reduce((sum, { weights, biases }) => sum + weights.length + biases.length, 0));
  let start = 0;
  for (const { weights, biases } of layers) {
    flat.set(weights, start);
    flat.set(biases, start + weights.length);
    start += weights.length + biases.length;
  }
  return flat;
}

/** The transpose of a matrix [rows, columns], for libraries that keep their weights as [inputs, outputs]. */
export function transposed(matrix: ArrayLike<number>, rows: number, columns: number): Float32Array {
  return Float32Array.from({ length: rows * columns }, (_, i) => matrix[(i % rows) * columns + Math.floor(i / rows)]);
}
