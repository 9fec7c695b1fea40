// A row of steps as layers, and what comes before the first as a scaling.

import { transpose } from '../../linalg/matrices.js';
import { identity, type LayerActivation } from '../../model/activations/index.js';
import { zeros } from '../../model/initializers/index.js';
import { Layer } from '../../model/Layer.js';
import { NumericError, ShapeError } from '../../support/errors.js';
import { wording } from '../../support/wording.js';
import { type LinearScaling, spreadScaling } from '../linearScaling.js';
import { fault, type Link } from './onnxChain.js';
import type { OnnxTensor } from './readTensor.js';

/** The layers of a file, and its scaling if it has one. */
export interface OnnxLayers {
  readonly scaling: LinearScaling | undefined;
  readonly layers: Layer[];
}

/** A layer that is still being put together. */
interface Draft {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Float32Array;
  biases: Float32Array | undefined;
  activation: LayerActivation | undefined;
}

/** Puts the layers together. `trainable` says of each whether it learns. */
export function layersOf(what: string, links: readonly Link[]): OnnxLayers {
  const drafts: Draft[] = [];
  let offsets: Float64Array | undefined;
  let sizes: Float64Array | undefined;
  for (const link of links) {
    const draft = drafts.at(-1);
    const path = `${what}: ${link.node.operator}`;
    if (link.kind === 'matrix') {
      drafts.push(draftOf(path, link, draft));
    } else if (link.kind === 'activation') {
      if (draft === undefined || draft.activation !== undefined) {
        throw fault(
          path,
          'one activation behind each layer',
          draft === undefined ? 'one before the first' : 'two in a row',
          link.node,
        );
      }
      draft.activation = link.activation;
    } else if (link.kind === 'add' && draft !== undefined && draft.biases === undefined && draft.activation === undefined) {
      draft.biases = row(`${path}: input 1`, link.by, draft.outputs);
    } else if (link.kind === 'subtract' && draft === undefined && offsets === undefined && sizes === undefined) {
      offsets = Float64Array.from(link.by.data ?? []);
    } else if (link.kind === 'divide' && draft === undefined && sizes === undefined) {
      sizes = Float64Array.from(link.by.data ?? []);
    } else {
      throw fault(
        path,
        'a scaling before the first layer, or the biases of one',
        'something else',
        link.node,
        'Only layers in a row can be read.',
      );
    }
  }
  const first = drafts[0];
  if (first === undefined) throw new ShapeError(wording(what, 'one layer or more', 'none'));
  return { scaling: scalingOf(what, offsets, sizes, first.inputs), layers: drafts.map(layerOf) };
}

function draftOf(path: string, link: Link & { kind: 'matrix' }, before: Draft | undefined): Draft {
  const { weights: tensor, biases, transposed } = link;
  const [rows = 0, columns = 0] = tensor.shape;
  if (tensor.shape.length !== 2 || rows === 0 || columns === 0) {
    throw new ShapeError(
      wording(`${path}: '${tensor.name}'`, 'a matrix of 1 or more rows and columns', `[${tensor.shape.join(', ')}]`),
    );
  }
  const [outputs, inputs] = transposed ? [rows, columns] : [columns, rows];
  if (before !== undefined && before.outputs !== inputs) {
    const expected = `${before.outputs} inputs, for the outputs of the layer before`;
    throw new ShapeError(wording(`${path}: '${tensor.name}'`, expected, `${inputs}`));
  }
  const numbers = float32s(`${path}: '${tensor.name}'`, tensor);
  return {
    inputs,
    outputs,
    weights: transposed ? numbers : transpose(new Float32Array(numbers.length), numbers, columns),
    biases: biases && row(`${path}: '${biases.name}'`, biases, outputs),
    activation: undefined,
  };
}

/** One number for each output; a single one stands for all. */
function row(path: string, tensor: OnnxTensor, outputs: number): Float32Array {
  const numbers = float32s(path, tensor);
  if (numbers.length === outputs) return numbers;
  if (numbers.length === 1) return new Float32Array(outputs).fill(numbers[0] as number);
  throw new ShapeError(wording(path, `${outputs} numbers, one for each output`, `${numbers.length}`));
}

function float32s(path: string, { data }: OnnxTensor): Float32Array {
  const numbers = Float32Array.from(data ?? []);
  const place = numbers.findIndex((number) => !Number.isFinite(number));
  if (place < 0) return numbers;
  throw new NumericError(wording(`${path}[${place}]`, 'a finite number that fits a float32', `${data?.[place]}`));
}

function scalingOf(
  what: string,
  offsets: Float64Array | undefined,
  sizes: Float64Array | undefined,
  inputs: number,
): LinearScaling | undefined {
  if (offsets === undefined && sizes === undefined) return undefined;
  return spreadScaling(what, { offsets: offsets ?? Float64Array.of(0), sizes: sizes ?? Float64Array.of(1) }, inputs);
}

function layerOf({ inputs, outputs, weights, biases, activation = identity }: Draft): Layer {
  const layer = new Layer(inputs, outputs, { activation, initializer: zeros });
  layer.weights.set(weights);
  if (biases !== undefined) layer.biases.set(biases);
  return layer;
}
