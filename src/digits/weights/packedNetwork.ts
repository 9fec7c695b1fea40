// The form in which the trained networks come with the package.
import type { LayerActivation } from '../../model/activations/activation.js';

/** A layer of a packed network. */
export interface PackedLayer {
  /** Its activation. */
  readonly activation: LayerActivation;
  /** 16 for float16 (IEEE 754 binary16); 8 for bytes, which less 128 and times the neuron's scale are the weights. */
  readonly bits: 8 | 16;
  /** [outputs x inputs] as text: bytes as bytes.ts reads them, float16 as words.ts does. */
  readonly weights: string;
  /** For bytes: [outputs], what the weights of each neuron count in. */
  readonly scales?: readonly number[] | undefined;
  /** [outputs] */
  readonly biases: readonly number[];
}

/** A packed network of 784-16-16-10. */
export type PackedNetwork = readonly [PackedLayer, PackedLayer, PackedLayer];
