// Which tensors are the weights and biases of which layer.
import { NumericError, ShapeError } from '../../support/errors.js';
import { describe, wording } from '../../support/wording.js';
import { fileError } from '../fileError.js';
import type { SafetensorsTensor } from './safetensorsTypes.js';

/** The numbers of one layer. */
export interface LayerTensors {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

/**
 * The layers of a file, first to last: `0.weight` and `0.bias`, `2.weight` and `2.bias`, as PyTorch's `nn.Sequential` calls them, or
 * any other names before the dot, in the order of the numbers in them.
 */
export function readLayers(
  what: string,
  tensors: ReadonlyMap<string, SafetensorsTensor>,
  allowNonFinite: boolean,
): LayerTensors[] {
  const stems = [...new Set([...tensors.keys()].map((name) => stemOf(what, name)))].sort(byNumbers);
  if (stems.length === 0) throw fileError(what, 'the weights and biases of a layer or more', 'no tensors');
  const layers: LayerTensors[] = [];
  for (const stem of stems) {
    const layer = readLayer(what, stem, tensors, allowNonFinite);
    const before = layers.at(-1);
    if (before !== undefined && before.outputs !== layer.inputs) {
      const expected = `[${layer.outputs}, ${before.outputs}], for the ${before.outputs} outputs of the layer before`;
      throw new ShapeError(wording(`${what}: '${stem}.weight'`, expected, `[${layer.outputs}, ${layer.inputs}]`));
    }
    layers.push(layer);
  }
  return layers;
}

/** What stands before `.weight` or `.bias`. */
function stemOf(what: string, name: string): string {
  const stem = /^(.+)\.(weight|bias)$/s.exec(name)?.[1];
  if (stem !== undefined) return stem;
  throw fileError(
    `${what}: ${describe(name)}`,
    "a name that ends in '.weight' or '.bias'",
    'another',
    'Only dense layers can be read.',
  );
}

/** Orders `fc2` before `fc10`: digits by what they count, all else by its letters. */
function byNumbers(a: string, b: string): number {
  const [left, right] = [a, b].map((name) => name.split(/(\d+)/));
  for (const [index, part] of (left as string[]).entries()) {
    const other = (right as string[])[index] ?? '';
    if (part === other) continue;
    const difference = Number(part) - Number(other);
    if (index % 2 === 1 && difference !== 0) return difference;
    return part < other ? -1 : 1;
  }
  return -1;
}

function readLayer(
  what: string,
  stem: string,
  tensors: ReadonlyMap<string, SafetensorsTensor>,
  allowNonFinite: boolean,
): LayerTensors {
  const [weight, bias] = ['weight', 'bias'].map((part) => {
    const tensor = tensors.get(`${stem}.${part}`);
    if (tensor !== undefined) return tensor;
    throw fileError(`${what}: '${stem}.${part}'`, 'a tensor', 'none', 'Every layer has weights and biases.');
  }) as [SafetensorsTensor, SafetensorsTensor];
  const [outputs = 0, inputs = 0] = weight.shape;
  if (weight.shape.length !== 2 || outputs === 0 || inputs === 0) {
    throw new ShapeError(
      wording(`${what}: '${stem}.weight'`, '[outputs, inputs], each 1 or more', `[${weight.shape.join(', ')}]`),
    );
  }
  if (bias.shape.length !== 1 || bias.shape[0] !== outputs) {
    throw new ShapeError(
      wording(`${what}: '${stem}.bias'`, `[${outputs}], for [${outputs}, ${inputs}] weights`, `[${bias.shape.join(', ')}]`),
    );
  }
  const numbersOf = (part: string, { data }: SafetensorsTensor) => float32s(`${what}: '${stem}.${part}'`, data, allowNonFinite);
  return { inputs, outputs, weights: numbersOf('weight', weight), biases: numbersOf('bias', bias) };
}

/** The numbers rounded to float32, none of them NaN or infinite unless that is allowed. */
function float32s(what: string, data: Float32Array | Float64Array, allowNonFinite: boolean): Float32Array {
  const numbers = Float32Array.from(data);
  const place = allowNonFinite ? -1 : numbers.findIndex((number) => !Number.isFinite(number));
  if (place < 0) return numbers;
  const remedy = 'Did the training diverge? To look at it all the same, give { allowNonFinite: true }.';
  throw new NumericError(wording(`${what}[${place}]`, 'a finite number that fits a float32', `${data[place]}`, remedy));
}
