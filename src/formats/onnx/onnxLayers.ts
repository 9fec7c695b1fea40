// A row of steps as layers, and what comes before the first as a scaling.

import { transpose } from '../../linalg/matrices.js';
import { identity, type LayerActivation } from '../../model/activations/index.js';
import { Layer } from '../../model/Layer.js';
import { NumericError, ShapeError } from '../../support/errors.js';
import { wording } from '../../support/wording.js';
import { type LinearScaling, spreadScaling } from '../linearScaling.js';
import { withStep } from './inputScaling.js';
import type { Link, MatrixLink } from './onnxLinks.js';
import { nodeFault, nodeWords } from './readNode.js';

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

/** Far more than any file has: a subtraction and a division. */
const MOST_STEPS = 8;

/** Puts the layers together. */
export function layersOf(what: string, links: readonly Link[]): OnnxLayers {
  const drafts: Draft[] = [];
  let scaling: LinearScaling | undefined;
  for (const [index, link] of links.entries()) {
    const { node } = link;
    const draft = drafts.at(-1);
    if (link.kind === 'matrix') {
      drafts.push(draftOf(what, link, draft));
    } else if (link.kind === 'activation') {
      if (draft === undefined || draft.activation !== undefined) {
        const got = draft === undefined ? 'one before the first' : 'two in a row';
        throw nodeFault(what, node, { expected: 'one activation behind each layer', got });
      }
      draft.activation = link.activation;
    } else if (draft === undefined && index < MOST_STEPS) {
      scaling = withStep(what, scaling, link);
    } else if (link.kind === 'add' && draft !== undefined && draft.biases === undefined && draft.activation === undefined) {
      draft.biases = row(`${what}: ${nodeWords(node)}`, link.by, draft.outputs);
    } else {
      const expected = 'a scaling before the first layer, or the biases of one';
      const got = draft === undefined ? `more than ${MOST_STEPS} steps` : 'something else';
      throw nodeFault(what, node, { expected, got, remedy: 'Only layers in a row can be read.' });
    }
  }
  const first = drafts[0];
  if (first === undefined) throw new ShapeError(wording(what, 'one layer or more', 'none'));
  return { scaling: scaling && spreadScaling(what, scaling, first.inputs), layers: drafts.map(layerOf) };
}

function draftOf(what: string, link: MatrixLink, before: Draft | undefined): Draft {
  const { weights: tensor, biases, transposed, node } = link;
  const path = `${what}: ${nodeWords(node)}`;
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
  const numbers = float32s(`${path}: '${tensor.name}'`, tensor.data);
  return {
    inputs,
    outputs,
    weights: transposed ? numbers : transpose(new Float32Array(numbers.length), numbers, columns),
    biases: biases && row(`${path}: '${biases.name}'`, biases.data, outputs),
    activation: undefined,
  };
}

/** One number for each output; a single one stands for all. */
function row(path: string, data: ArrayLike<number> | undefined, outputs: number): Float32Array {
  const numbers = float32s(path, data);
  if (numbers.length === outputs) return numbers;
  if (numbers.length === 1) return new Float32Array(outputs).fill(numbers[0] as number);
  throw new ShapeError(wording(path, `${outputs} numbers, one for each output`, `${numbers.length}`));
}

function float32s(path: string, data: ArrayLike<number> | undefined): Float32Array {
  const numbers = Float32Array.from(data ?? []);
  const place = numbers.findIndex((number) => !Number.isFinite(number));
  if (place < 0) return numbers;
  throw new NumericError(wording(`${path}[${place}]`, 'a finite number that fits a float32', `${data?.[place]}`));
}

function layerOf({ inputs, outputs, weights, biases, activation = identity }: Draft): Layer {
  return new Layer(inputs, outputs, { activation, weights, ...(biases && { biases }) });
}
