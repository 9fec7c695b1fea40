// The weights of a model: their entries in the manifest, and their numbers from the shards.
import { LimitError } from '../../support/errors.js';
import { describe, wording } from '../../support/wording.js';
import { fileError } from '../fileError.js';
import { fieldOf, fieldsAt, listAt, ROOT, sidesAt, textAt } from './kerasFields.js';
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

/** The most weights of a file, far more than those of as many layers as a network may have. */
const MOST_WEIGHTS = 50_000;

/** Bytes of a number. */
const SIZES: ReadonlyMap<string, number> = /* @__PURE__ */ new Map([
  ['float32', 4],
  ['int32', 4],
  ['bool', 1],
]);

/** All weights that the manifest lists, save those of the optimizer. */
export function readWeights(path: string, manifest: unknown, files: unknown): KerasWeight[] {
  const weights: KerasWeight[] = [];
  const [names, shards] = [new Set<string>(), new Set<string>()];
  for (const [index, value] of listAt(path, manifest).entries()) {
    const place = `${path}[${index}]`;
    const group = fieldsAt(place, value);
    const entries = listAt(`${place}.weights`, fieldOf(group, 'weights'));
    if (weights.length + entries.length > MOST_WEIGHTS) {
      throw new LimitError(
        wording(`${place}.weights`, `at most ${MOST_WEIGHTS} weights`, `${weights.length + entries.length}`),
      );
    }
    const listed = entries.map((item, number) => listedAt(`${place}.weights[${number}]`, item));
    const pieces = piecesOf(`${place}.paths`, fieldOf(group, 'paths'), files, shards);
    const bytes = together(`${place}.paths`, pieces, listed);
    let at = 0;
    for (const { length, isOptimizers, ...weight } of listed) {
      at += length;
      if (isOptimizers) continue;
      if (names.has(weight.name)) throw fileError(`${weight.path}.name`, 'a name of its own', `${describe(weight.name)} again`);
      names.add(weight.name);
      weights.push({ ...weight, bytes: bytes.subarray(at - length, at) });
    }
  }
  return weights;
}

/** The files of a group. A file that is listed twice, here or in another group, is refused: it would be copied each time. */
function piecesOf(path: string, value: unknown, files: unknown, shards: Set<string>): Uint8Array[] {
  return listAt(path, value).map((item, index) => {
    const place = `${path}[${index}]`;
    const name = textAt(place, item);
    if (shards.has(name)) throw fileError(place, 'every file once', `${describe(name)} again`);
    shards.add(name);
    return shardOf(place, name, files);
  });
}

/** The bytes of a group's files, one behind the other, if they are as many as its weights take. */
function together(path: string, pieces: readonly Uint8Array[], weights: readonly ListedWeight[]): Uint8Array {
  const count = pieces.reduce((sum, { length }) => sum + length, 0);
  let end = 0;
  for (const { path: place, length, shape, dtype } of weights) {
    end += length;
    if (end <= count) continue;
    const expected = `${length} bytes, for ${shape.join(' x ') || 'one'} of ${dtype}`;
    throw fileError(place, expected, `${count - end + length} left`, 'A file is cut short, or not the right one.');
  }
  if (end !== count) throw fileError(path, `${end} bytes, for the weights that are listed`, `${count}`);
  if (pieces.length === 1) return pieces[0];
  const all = new Uint8Array(count);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** The entry of a weight in the manifest. */
interface ListedWeight extends Omit<KerasWeight, 'bytes'> {
  /** The bytes of its numbers. */
  readonly length: number;
  /** Whether it belongs to the optimizer, and not to the model. */
  readonly isOptimizers: boolean;
}

/** Reads the entry at a path of the manifest. */
function listedAt(path: string, value: unknown): ListedWeight {
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
  const shape = sidesAt(`${path}.shape`, fieldOf(fields, 'shape'), 0);
  const length = shape.reduce((product, side) => product * side, size);
  return { path, name, shape, dtype, length, isOptimizers: fieldOf(fields, 'group') === 'optimizer' };
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
