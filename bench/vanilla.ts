// What one would write by hand without a library: loops over Float32Arrays that pass over black pixels, round nothing on the way
// and call Math.exp. The yardstick of the benchmarks, made for one network: 784-16-16-10, sigmoid, quadratic cost, plain descent.
//
// Weights stand as [inputs, outputs], so that a black pixel is passed over once for all neurons.

export const SIZES = [784, 16, 16, 10] as const;

interface VanillaLayer {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Float32Array;
  readonly biases: Float32Array;
  readonly weightGradient: Float32Array;
  readonly biasGradient: Float32Array;
  readonly sums: Float64Array;
  readonly activations: Float32Array;
  readonly deltas: Float32Array;
}

/** A network that starts from `draw(layer, neuron, input)`. */
export function vanillaNetwork(draw: (layer: number, neuron: number, input: number) => number): VanillaLayer[] {
  return SIZES.slice(1).map((outputs, layer) => {
    const inputs = SIZES[layer] as number;
    const place = (index: number) => draw(layer, index % outputs, Math.floor(index / outputs));
    return {
      inputs,
      outputs,
      weights: Float32Array.from({ length: inputs * outputs }, (_, index) => place(index)),
      biases: new Float32Array(outputs),
      weightGradient: new Float32Array(inputs * outputs),
      biasGradient: new Float32Array(outputs),
      sums: new Float64Array(outputs),
      activations: new Float32Array(outputs),
      deltas: new Float32Array(outputs),
    };
  });
}

export function vanillaForward(layers: readonly VanillaLayer[], input: Float32Array): Float32Array {
  let before = input;
  for (const { inputs, outputs, weights, biases, sums, activations } of layers) {
    sums.set(biases);
    for (let i = 0; i < inputs; i++) {
      const x = before[i];
      if (x === 0) continue;
      const start = i * outputs;
      for (let neuron = 0; neuron < outputs; neuron++) sums[neuron] += weights[start + neuron] * x;
    }
    for (let neuron = 0; neuron < outputs; neuron++) activations[neuron] = 1 / (1 + Math.exp(-sums[neuron]));
    before = activations;
  }
  return before;
}

function vanillaBackward(layers: readonly VanillaLayer[], input: Float32Array, label: number): void {
  for (let index = layers.length - 1; index >= 0; index--) {
    const { inputs, outputs, activations, deltas, weightGradient, biasGradient } = layers[index];
    for (let neuron = 0; neuron < outputs; neuron++) {
      const activation = activations[neuron];
      let blame = 0;
      if (index === layers.length - 1) {
        blame = activation - (neuron === label ? 1 : 0);
      } else {
        const next = layers[index + 1];
        const start = neuron * next.outputs;
        for (let i = 0; i < next.outputs; i++) blame += next.weights[start + i] * next.deltas[i];
      }
      deltas[neuron] = blame * activation * (1 - activation);
      biasGradient[neuron] += deltas[neuron];
    }
    const before = index === 0 ? input : layers[index - 1].activations;
    for (let i = 0; i < inputs; i++) {
      const x = before[i];
      if (x === 0) continue;
      const start = i * outputs;
      for (let neuron = 0; neuron < outputs; neuron++) weightGradient[start + neuron] += deltas[neuron] * x;
    }
  }
}

/** One pass over the examples. `pixels` is [count, 784], 0 to 1. */
export function vanillaEpoch(
  layers: readonly VanillaLayer[],
  pixels: Float32Array,
  labels: ArrayLike<number>,
  order: Uint32Array,
  batchSize: number,
  learningRate: number,
): void {
  for (let start = 0; start < order.length; start += batchSize) {
    const end = Math.min(start + batchSize, order.length);
    for (let position = start; position < end; position++) {
      const example = order[position];
      const input = pixels.subarray(example * 784, (example + 1) * 784);
      vanillaForward(layers, input);
      vanillaBackward(layers, input, labels[example]);
    }
    const rate = learningRate / (end - start);
    for (const { weights, biases, weightGradient, biasGradient } of layers) {
      for (let i = 0; i < weights.length; i++) weights[i] -= rate * weightGradient[i];
      for (let i = 0; i < biases.length; i++) biases[i] -= rate * biasGradient[i];
      weightGradient.fill(0);
      biasGradient.fill(0);
    }
  }
}
