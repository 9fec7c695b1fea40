// Forward: an input on its way through the layers.
import { NumericError } from '../support/errors.js';
import { type Numbers, readNumbers } from '../support/numbers.js';
import { wording } from '../support/wording.js';
import { forwardLayer } from './forwardLayer.js';
import type { Layer } from './Layer.js';

/** The forward pass of one layer: each neuron's weighted sum with its bias, and its activation. */
export interface LayerTrace {
  /** [outputs], before the activation: W a + b. */
  readonly weightedSums: Float32Array;
  /** [outputs], after the activation. */
  readonly activations: Float32Array;
}

/** The forward pass from an input to the output, layer by layer. */
export interface Trace {
  /** [inputs] */
  readonly input: Float32Array;
  /** One for each layer, the last one's activations being the output. */
  readonly layers: readonly LayerTrace[];
}

/** The output of layers for an input. */
export function forwardThrough(layers: readonly Layer[], input: Float32Array): Float32Array {
  let activations = input;
  for (const layer of layers) {
    const outputs = new Float32Array(layer.outputs);
    forwardLayer(layer, outputs, outputs, activations);
    activations = outputs;
  }
  return activations;
}

/** Arrays for a forward pass of this input, or of another that is written into it later. */
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
    forwardLayer(layers[index], weightedSums, activations, inputs);
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

/** The activations of every column, the input's first. */
export function activationsThrough(layers: readonly Layer[], input: Float32Array): Float32Array[] {
  const trace = traceThrough(layers, input);
  return [trace.input, ...trace.layers.map((layer) => layer.activations)];
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
  return readNumbers('input', input, sizes[0], `The network is ${sizes.join('-')}: its first column holds the input.`);
}
