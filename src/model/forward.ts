// Forward: an input on its way through the layers.
import { NumericError } from '../support/errors.js';
import { type Numbers, readNumbers } from '../support/numbers.js';
import { wording } from '../support/wording.js';
import { forwardLayer } from './forwardLayer.js';
import type { Layer } from './Layer.js';

/** What happened in one layer: each neuron's weighted sum with its bias, and what became of it. */
export interface LayerTrace {
  /** [outputs], before squishing: W a + b. */
  readonly weightedSums: Float32Array;
  /** [outputs], after squishing. */
  readonly activations: Float32Array;
}

/** Everything that happened on the way from an input to the output. */
export interface Trace {
  /** [inputs] */
  readonly input: Float32Array;
  /** One for each layer, the last one's activations being the output. */
  readonly layers: readonly LayerTrace[];
}

/** The output that layers make of an input. */
export function forwardThrough(layers: readonly Layer[], input: Float32Array): Float32Array {
  let activations = input;
  for (const layer of layers) {
    const outputs = new Float32Array(layer.outputs);
    forwardLayer(layer, outputs, outputs, activations);
    activations = outputs;
  }
  return activations;
}

/** The arrays that a forward pass fills, for this input or for one that is written into it later. */
export function traceFor(layers: readonly Layer[], input: Float32Array): Trace {
  const traces = layers.map(({ outputs }) => ({
    weightedSums: new Float32Array(outputs),
    activations: new Float32Array(outputs),
  }));
  return { input, layers: traces };
}

/** The forward pass from `trace.input`, every step kept in `trace`. Returns the output, the last layer's activations. */
export function fillTrace(layers: readonly Layer[], trace: Trace): Float32Array {
  let inputs = trace.input;
  trace.layers.forEach(({ weightedSums, activations }, index) => {
    forwardLayer(layers[index] as Layer, weightedSums, activations, inputs);
    inputs = activations;
  });
  return inputs;
}

/** The forward pass of an input, every step kept in new arrays. */
export function traceThrough(layers: readonly Layer[], input: Float32Array): Trace {
  const trace = traceFor(layers, input);
  fillTrace(layers, trace);
  return trace;
}

/** Throws if an output is NaN: it has no brightest, and any answer would be made up. */
export function checkOutputs(outputs: Float32Array): void {
  const index = outputs.findIndex(Number.isNaN);
  if (index < 0) return;
  const remedy = 'A weight or bias is not finite, or so large that a sum overflowed.';
  throw new NumericError(wording(`output[${index}]`, 'a number', 'NaN', remedy));
}

/** A network's input, checked and copied. */
export function readInput(network: { readonly sizes: readonly number[] }, input: Numbers): Float32Array {
  const { sizes } = network;
  return readNumbers(
    'input',
    input,
    sizes[0] as number,
    `The network is ${sizes.join('-')}: its first column holds the input.`,
  );
}
