// What one would write by hand without a library: loops over Float32Arrays that skip black pixels, round nothing on the way and
// call Math.exp. The yardstick of the benchmarks, made for one network: 784-16-16-10, sigmoid, quadratic cost, plain descent.

export const SIZES = [784, 16, 16, 10] as const;

interface VanillaLayer {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Float32Array;
  readonly biases: Float32Array;
  readonly weightGradient: Float32Array;
  readonly biasGradient: Float32Array;
  readonly activations: Float32Array;
  readonly deltas: Float32Array;
}

export function vanillaNetwork(draw: (layer: number, index: number) => number): VanillaLayer[] {
  return SIZES.slice(1).map((outputs, layer) => {
    const inputs = SIZES[layer] as number;
    return {
      inputs,
      outputs,
      weights: Float32Array.from({ length: inputs * outputs }, (_, index) => draw(layer, index)),
      biases: new Float32Array(outputs),
      weightGradient: new Float32Array(inputs * outputs),
      biasGradient: new Float32Array(outputs),
      activations: new Float32Array(outputs),
      deltas: new Float32Array(outputs),
    };
  });
}

export function vanillaForward(layers: readonly VanillaLayer[], input: Float32Array): Float32Array {
  let inputs = input;
  for (const layer of layers) {
    for (let neuron = 0; neuron < layer.outputs; neuron++) {
      let sum = layer.biases[neuron];
      const start = neuron * layer.inputs;
      for (let i = 0; i < layer.inputs; i++) {
        if (inputs[i] !== 0) sum += layer.weights[start + i] * inputs[i];
      }
      layer.activations[neuron] = 1 / (1 + Math.exp(-sum));
    }
    inputs = layer.activations;
  }
  return inputs;
}

function vanillaBackward(layers: readonly VanillaLayer[], input: Float32Array, label: number): void {
  for (let index = layers.length - 1; index >= 0; index--) {
    const layer = layers[index];
    const before = index === 0 ? input : layers[index - 1].activations;
    for (let neuron = 0; neuron < layer.outputs; neuron++) {
      const activation = layer.activations[neuron];
      let blame = 0;
      if (index === layers.length - 1) {
        blame = activation - (neuron === label ? 1 : 0);
      } else {
        const next = layers[index + 1];
        for (let i = 0; i < next.outputs; i++) blame += next.weights[i * next.inputs + neuron] * next.deltas[i];
      }
      const delta = blame * activation * (1 - activation);
      layer.deltas[neuron] = delta;
      layer.biasGradient[neuron] += delta;
      const start = neuron * layer.inputs;
      for (let i = 0; i < layer.inputs; i++) {
        if (before[i] !== 0) layer.weightGradient[start + i] += delta * before[i];
      }
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
