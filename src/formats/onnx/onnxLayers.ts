// A row of steps as layers, with a scaling before the first.

import { transpose } from '../../linalg/matrices.js';
import { identity, type LayerActivation } from '../../model/activations/index.js';
import { Layer } from '../../model/typedBySizes.js';
import { NumericError, ShapeError } from '../../support/errors.js';
import { describe, numbersIn, wording } from '../../support/wording.js';
import { type LinearScaling, spreadScaling } from '../linearScaling.js';
import { checkProportion } from '../proportion.js';
import { withStep } from './inputScaling.js';
import type { Link, MatrixLink, ScalingLink } from './onnxLinks.js';
import { nodeFault, nodeWords } from './readNode.js';

/** The layers of a file, and its scaling if it has one. */
export interface OnnxLayers {
  readonly scaling: LinearScaling | undefined;
  readonly layers: Layer[];
}

/** A layer that is still being put together: nothing of it is copied before all are counted. */
interface Draft {
  readonly link: MatrixLink;
  biases: ScalingLink | undefined;
  activation: LayerActivation | undefined;
}

/** Far more than any file has: a subtraction and a division. */
const MOST_STEPS = 8;

/** Puts the layers of a file of so many bytes together. */
export function layersOf(what: string, links: readonly Link[], bytes: number): OnnxLayers {
  const drafts: Draft[] = [];
  let scaling: LinearScaling | undefined;
  for (const [index, link] of links.entries()) {
    const { node } = link;
    const draft = drafts.at(-1);
    if (link.kind === 'matrix') {
      if (draft?.activation?.kind === 'vector') {
        throw nodeFault(what, node, {
          expected: 'no layer behind a softmax',
          got: 'one',
          remedy: 'It stands at the end only.',
        });
      }
      drafts.push({ link, biases: undefined, activation: undefined });
    } else if (link.kind === 'activation') {
      if (draft === undefined || draft.activation !== undefined) {
        const got = draft === undefined ? 'one before the first' : 'two in a row';
        throw nodeFault(what, node, { expected: 'one activation behind each layer', got });
      }
      draft.activation = link.activation;
    } else if (draft === undefined && index < MOST_STEPS) {
      scaling = withStep(what, scaling, link);
    } else if (link.kind === 'add' && draft !== undefined && !hasBiases(draft) && draft.activation === undefined) {
      draft.biases = link;
    } else {
      const expected = 'a scaling before the first layer, or the biases of one';
      const got = draft === undefined ? `more than ${MOST_STEPS} steps` : 'something else';
      throw nodeFault(what, node, { expected, got, remedy: 'Only layers in a row can be read.' });
    }
  }
  const first = drafts[0]?.link;
  if (first === undefined) throw new ShapeError(wording(what, 'one layer or more', 'none'));
  checkProportion(what, [first.inputs, ...drafts.map(({ link }) => link.outputs)], bytes);
  return {
    scaling: scaling && spreadScaling(what, scaling, first.inputs),
    layers: drafts.map((draft) => layerOf(what, draft)),
  };
}

function hasBiases({ link, biases }: Draft): boolean {
  return link.biases !== undefined || biases !== undefined;
}

/** One number for each output; a single one stands for all. */
function row(path: string, data: ArrayLike<number> | undefined, outputs: number): Float32Array {
  const numbers = float32s(path, data);
  if (numbers.length === outputs) return numbers;
  if (numbers.length === 1) return new Float32Array(outputs).fill(numbers[0]);
  throw new ShapeError(wording(path, `${numbersIn(outputs)}, one for each output`, `${numbers.length}`));
}

/** The numbers in float32, all finite. An array of float32 is not copied. */
function float32s(path: string, data: ArrayLike<number> | undefined): Float32Array {
  const numbers = data instanceof Float32Array ? data : new Float32Array(data ?? []);
  const place = numbers.findIndex((number) => !Number.isFinite(number));
  if (place < 0) return numbers;
  throw new NumericError(wording(`${path}[${place}]`, 'a finite number that fits a float32', `${data?.[place]}`));
}

function layerOf(what: string, { link, biases, activation = identity }: Draft): Layer {
  const { node, weights: tensor, transposed, inputs, outputs } = link;
  const path = `${what}: ${nodeWords(node)}`;
  const numbers = float32s(`${path}: ${describe(tensor.name)}`, tensor.data);
  const weights = transposed ? numbers : transpose(new Float32Array(numbers.length), numbers, outputs);
  const given = link.biases ? { at: `${path}: ${describe(link.biases.name)}`, data: link.biases.data } : undefined;
  const added = biases ? { at: `${what}: ${nodeWords(biases.node)}`, data: biases.by } : given;
  return new Layer(inputs, outputs, { activation, weights, ...(added && { biases: row(added.at, added.data, outputs) }) });
}
