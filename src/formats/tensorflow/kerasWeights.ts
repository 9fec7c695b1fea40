// The weights of a model: what the manifest says of them, and their numbers from the shards.
import { LimitError } from '../../support/errors.js';
import { describe, wording } from '../../support/wording.js';
import { fileError } from '../fileError.js';
import { countAt, type Fields, fieldOf, fieldsAt, listAt, ROOT, textAt } from './kerasFields.js';
import { shardOf } from './modelFiles.js';

/** One weight: its shape, and its numbers if they are float32. */
export interface KerasWeight {
  readonly path: string;
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  /** The bytes of its numbers, the least significant first. */
  readonly bytes: Uint8Array;
}

/** Weights of a file, far more than those of as many layers as a network may have. */
const MOST_WEIGHTS = 50_000;

/** Bytes of a number. */
const SIZES: ReadonlyMap<string, number> = /* @__PURE__ */ new Map([
  ['float32', 4],
  ['int32', 4],
  ['bool', 1],
]);

/** All weights that the manifest lists, save those of the optimizer. */
export function readWeights(path: string, manifest: unknown, files: Fields): KerasWeight[] {
  const groups = listAt(path, manifest);
  const weights: KerasWeight[] = [];
  const names = new Set<string>();
  for (const [index, value] of groups.entries()) {
    const place = `${path}[${index}]`;
    const group = fieldsAt(place, value);
    const entries = listAt(`${place}.weights`, fieldOf(group, 'weights'));
    if (weights.length + entries.length > MOST_WEIGHTS) {
      throw new LimitError(
        wording(`${place}.weights`, `at most ${MOST_WEIGHTS} weights`, `${weights.length + entries.length}`),
      );
    }
    const bytes = shardsOf(`${place}.paths`, fieldOf(group, 'paths'), files);
    let at = 0;
    for (const [number, item] of entries.entries()) {
      const weight = weightAt(`${place}.weights[${number}]`, item, bytes.subarray(at));
      at += weight.bytes.length;
      if (fieldOf(fieldsAt('', item), 'group') === 'optimizer') continue;
      if (names.has(weight.name))
        throw fileError(`${place}.weights[${number}].name`, 'a name of its own', `${describe(weight.name)} again`);
      names.add(weight.name);
      weights.push(weight);
    }
    if (at !== bytes.length)
      throw fileError(`${place}.paths`, `${at} bytes, for the weights that are listed`, `${bytes.length}`);
  }
  return weights;
}

/** The bytes of a group's files, one behind the other. */
function shardsOf(path: string, value: unknown, files: Fields): Uint8Array {
  const shards = listAt(path, value).map((item, index) => {
    const place = `${path}[${index}]`;
    return shardOf(place, textAt(place, item), files);
  });
  if (shards.length === 1) return shards[0] as Uint8Array;
  const all = new Uint8Array(shards.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const shard of shards) {
    all.set(shard, at);
    at += shard.length;
  }
  return all;
}

/** A weight whose numbers are the first of `bytes`. */
function weightAt(path: string, value: unknown, bytes: Uint8Array): KerasWeight {
  const fields = fieldsAt(path, value);
  const name = textAt(`${path}.name`, fieldOf(fields, 'name')).replace(/:0$/, '');
  const quantization = fieldOf(fields, 'quantization');
  if (quantization !== undefined && quantization !== null) {
    throw fileError(
      `${path}.quantization`,
      'none',
      'quantized weights',
      'Convert the model again, without a --quantize option.',
    );
  }
  const dtype = textAt(`${path}.dtype`, fieldOf(fields, 'dtype'));
  const size = SIZES.get(dtype);
  if (size === undefined)
    throw fileError(`${path}.dtype`, 'float32, int32 or bool', describe(dtype), 'Networks here are float32.');
  const shape = listAt(`${path}.shape`, fieldOf(fields, 'shape')).map((side, index) =>
    countAt(`${path}.shape[${index}]`, side, 0),
  );
  const length = shape.reduce((product, side) => product * side, size);
  if (length > bytes.length) {
    const what = `${length} bytes, for ${shape.join(' x ') || 'one'} of ${dtype}`;
    throw fileError(path, what, `${bytes.length} left`, 'A file is cut short, or not the right one.');
  }
  return { path, name, shape, dtype, bytes: bytes.subarray(0, length) };
}

/** Finds a layer's weight by its name, `dense/kernel`, or by the end of it, `model/dense/kernel`. */
export function finderOf(weights: readonly KerasWeight[]): (layer: string, part: string) => KerasWeight | undefined {
  const whole = new Map(weights.map((weight) => [weight.name, weight]));
  const ends = new Map<string, KerasWeight[]>();
  for (const weight of weights) {
    const end = weight.name.split('/').slice(-2).join('/');
    const list = ends.get(end);
    if (list === undefined) ends.set(end, [weight]);
    else list.push(weight);
  }
  return (layer, part) => {
    const name = `${layer}/${part}`;
    const [found, ...others] = whole.has(name) ? [whole.get(name)] : (ends.get(name) ?? []);
    if (others.length === 0) return found;
    throw fileError(`${ROOT}.weightsManifest`, `one weight ${describe(name)}`, `${others.length + 1}`);
  };
}
