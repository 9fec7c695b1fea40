// The layers of a safetensors file: their weights and biases, first layer to last.
import { NumericError, ShapeError } from '../../support/errors.js';
import { describe, wording } from '../../support/wording.js';
import { fileError } from '../fileError.js';
import { checkProportion } from '../proportion.js';
import { type NamedLayer, namedLayers, tensorName } from './layerNames.js';
import { inOrder, type SizedLayer } from './layerOrder.js';
import type { SafetensorsTensor } from './safetensorsTypes.js';

/** The numbers of one layer. */
export interface LayerTensors {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

/** Options of reading a file. */
export interface ReadLayersOptions {
  /** The names of the layers, first to last; undefined where the file must say it. */
  readonly order: readonly string[] | undefined;
  readonly allowNonFinite: boolean;
  /** Bytes of the file. */
  readonly bytes: number;
}

/** A layer whose shapes are checked. */
interface Shaped extends SizedLayer {
  readonly weight: SafetensorsTensor;
  readonly bias: SafetensorsTensor | undefined;
}

/**
 * The layers of a file, first to last: `0.weight` and `0.bias`, `2.weight` and `2.bias`, as PyTorch's `nn.Sequential` calls them, or any
 * other names before the dot, in an order that is certain. A layer without biases, as `nn.Linear(..., bias=False)`, has biases of 0.
 */
export function readLayers(
  what: string,
  tensors: ReadonlyMap<string, SafetensorsTensor>,
  { order, allowNonFinite, bytes }: ReadLayersOptions,
): LayerTensors[] {
  const named = namedLayers(what, tensors);
  if (named.length === 0) throw fileError(what, 'the weights and biases of a layer or more', 'no tensors');
  const shaped = named.map((layer) => shapedLayer(what, layer));
  const layers = inOrder(what, shaped, order);
  checkProportion(what, [layers[0].inputs, ...layers.map(({ outputs }) => outputs)], bytes);
  return layers.map(({ stem, inputs, outputs, weight, bias }) => ({
    inputs,
    outputs,
    weights: float32s(pathOf(what, stem, 'weight'), weight, allowNonFinite),
    biases: bias === undefined ? new Float32Array(outputs) : float32s(pathOf(what, stem, 'bias'), bias, allowNonFinite),
  }));
}

function pathOf(what: string, stem: string, part: 'weight' | 'bias'): string {
  return `${what}: ${describe(tensorName(stem, part))}`;
}

function shapedLayer(what: string, { stem, name, weight, bias }: NamedLayer): Shaped {
  const path = pathOf(what, stem, 'weight');
  if (weight === undefined) throw fileError(path, 'a tensor', 'none', 'Every layer has weights.');
  const [outputs = 0, inputs = 0] = weight.shape;
  if (weight.shape.length !== 2 || outputs === 0 || inputs === 0) {
    const remedy = 'Only dense layers can be read.';
    throw new ShapeError(wording(path, '[outputs, inputs], each 1 or more', `[${weight.shape.join(', ')}]`, remedy));
  }
  if (bias !== undefined && (bias.shape.length !== 1 || bias.shape[0] !== outputs)) {
    const expected = `[${outputs}], for [${outputs}, ${inputs}] weights`;
    throw new ShapeError(wording(pathOf(what, stem, 'bias'), expected, `[${bias.shape.join(', ')}]`));
  }
  return { stem, name, inputs, outputs, weight, bias };
}

/** The numbers rounded to float32, none of them NaN or infinite unless that is allowed. */
function float32s(what: string, { data }: SafetensorsTensor, allowNonFinite: boolean): Float32Array {
  const numbers = Float32Array.from(data);
  const place = allowNonFinite ? -1 : numbers.findIndex((number) => !Number.isFinite(number));
  if (place < 0) return numbers;
  const remedy = 'Did the training diverge? To look at it all the same, give { allowNonFinite: true }.';
  throw new NumericError(wording(`${what}[${place}]`, 'a finite number that fits a float32', `${data[place]}`, remedy));
}
