// One moment of a training, kept small.
import type { Layer } from '../../model/Layer.js';
import { largestSize } from '../raster/sizes.js';

/** A moment of a recording. */
export interface Frame {
  /** Steps so far; 0 before the first. */
  readonly step: number;
  /** The epoch, from 1; 0 before the first. */
  readonly epoch: number;
  /** Mean cost on the data of the recording. */
  readonly loss: number;
  /** Accuracy, from 0 to 1; undefined where there are no classes. */
  readonly accuracy: number | undefined;
  /** The size of the largest weight. */
  readonly scale: number;
  /** [neurons, inputs], weights in steps of scale / 127; -128 for NaN. */
  readonly weights: Int8Array;
}

/** The weights of a layer's first neurons, in steps of a 127th of the largest. */
export function smallWeights({ weights, inputs }: Layer, neurons: number): Pick<Frame, 'scale' | 'weights'> {
  const first = weights.subarray(0, neurons * inputs);
  const scale = largestSize(first);
  const small = Int8Array.from(first, (weight) => (weight - weight === 0 ? Math.round((weight / scale) * 127) : -128));
  return { scale, weights: small };
}
