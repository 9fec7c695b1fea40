// Scalings as layers of Keras: BatchNormalization has numbers for each input, Rescaling has one for all inputs.
import type { Scaling } from '../../data/Scaling.js';
import { NumericError } from '../../support/errors.js';
import { wording } from '../../support/wording.js';
import { fileError } from '../fileError.js';
import { type LinearScaling, linearForm } from '../linearScaling.js';
import { float32s } from './kerasDense.js';
import { type Fields, fieldOf, numberAt, said, truthAt } from './kerasFields.js';
import type { KerasLayer } from './kerasRow.js';
import type { finderOf } from './kerasWeights.js';

/** The weights of a BatchNormalization that computes (x - mean) gamma: its variance is 1. [inputs] each. */
export interface WrittenScaling {
  readonly gamma: Float32Array;
  readonly moving_mean: Float32Array;
  readonly moving_variance: Float32Array;
}

/** A scaling in float32, the type of Keras. */
export function writtenScaling(scaling: Scaling): WrittenScaling {
  const { offsets, sizes } = linearForm(scaling);
  const gamma = Float32Array.from(sizes, (size) => 1 / size);
  const mean = Float32Array.from(offsets);
  for (const [column, factor] of gamma.entries()) {
    if (Number.isFinite(factor) && Number.isFinite(mean[column])) continue;
    const what = `toTensorFlow: scaling of input ${column}`;
    throw new NumericError(wording(what, 'numbers that fit a float32', `(input - ${offsets[column]}) / ${sizes[column]}`));
  }
  return { gamma, moving_mean: mean, moving_variance: new Float32Array(gamma.length).fill(1) };
}

/** Whether a scaling, in float32, is the one of a file. */
export function sameScaling(scaling: Scaling, { offsets, sizes }: LinearScaling): boolean {
  const { gamma, moving_mean } = writtenScaling(scaling);
  return sizes.every((size, column) => Math.fround(1 / size) === gamma[column] && offsets[column] === moving_mean[column]);
}

/** x scale + offset, with one scale and one offset for all inputs. */
export function rescaling(path: string, config: Fields): LinearScaling {
  const scale = numberAt(`${path}.scale`, fieldOf(config, 'scale'), 1);
  const offset = numberAt(`${path}.offset`, fieldOf(config, 'offset'), 0);
  return linear(path, [scale], [offset], [0]);
}

/** (x - mean) gamma / sqrt(variance + epsilon) + beta. */
export function normalization(
  { path, name, config }: KerasLayer,
  weightOf: ReturnType<typeof finderOf>,
  shape: readonly number[] | undefined,
): LinearScaling {
  const epsilon = numberAt(`${path}.epsilon`, fieldOf(config, 'epsilon'), 1e-3);
  const numbers = (part: string): Float32Array | undefined => {
    const weight = weightOf(name, part);
    return weight && float32s(weight);
  };
  const part = (setting: string, weight: string): Float32Array | undefined => {
    if (!truthAt(`${path}.${setting}`, fieldOf(config, setting), true)) return undefined;
    const found = numbers(weight);
    if (found === undefined) throw fileError(path, `a weight '${name}/${weight}'`, 'none');
    return found;
  };
  const [means, variances] = [numbers('moving_mean'), numbers('moving_variance')];
  const [gamma, beta] = [part('scale', 'gamma'), part('center', 'beta')];
  if (means === undefined || variances === undefined) {
    throw fileError(path, `weights '${name}/moving_mean' and '${name}/moving_variance'`, 'none');
  }
  checkAxis(`${path}.axis`, fieldOf(config, 'axis'), means.length, shape);
  const counts = [variances.length, gamma?.length ?? means.length, beta?.length ?? means.length];
  if (counts.some((count) => count !== means.length)) {
    throw fileError(path, `${means.length} numbers of each kind`, counts.join(', '));
  }
  const factors = Array.from(variances, (variance, column) => (gamma?.[column] ?? 1) / Math.sqrt(variance + epsilon));
  return linear(
    path,
    factors,
    Array.from(means, (_, column) => beta?.[column] ?? 0),
    means,
  );
}

/** Throws unless the numbers are along the axis, one for each input or one for all. */
function checkAxis(path: string, value: unknown, count: number, shape: readonly number[] | undefined): void {
  // Keras writes a number, or a list of one.
  const axis: unknown = (Array.isArray(value) && value.length === 1 ? value[0] : value) ?? -1;
  const rank = (shape?.length ?? 1) + 1;
  const place = axis === -1 ? rank - 1 : axis;
  const side = shape?.[Number(place) - 1];
  const inputs = shape?.reduce((product, size) => product * size, 1) ?? count;
  const fits = shape === undefined ? place === 1 : side === count && (count === inputs || count === 1);
  if (!fits) throw fileError(path, 'the axis of the inputs, and one number for each', said(value));
}

/** (x - mean) factor + added as (x - offset) / size. */
function linear(path: string, factors: readonly number[], added: readonly number[], means: ArrayLike<number>): LinearScaling {
  const offsets = Float64Array.from(factors, (factor, column) => {
    const mean = means[column];
    const more = added[column];
    if (factor === 0 && more !== 0)
      throw fileError(path, 'a factor other than 0', '0', `It makes input ${column} ${more}, whatever comes.`);
    return factor === 0 ? mean : mean - more / factor;
  });
  return { offsets, sizes: Float64Array.from(factors, (factor) => 1 / factor) };
}
