// The changes of one epoch, with all that its examples share.
import { streamHash } from '../../random/seeding.js';
import { changeImage } from './changeImage.js';
import { drawChange } from './drawChange.js';
import type { Ranges } from './ranges.js';
import { drawDisplacements, drawNoise, type TableSizes } from './tables.js';

/** The changes of an epoch's examples. */
export interface EpochAugmentation {
  /** Columns and rows of an image. */
  readonly width: number;
  readonly height: number;
  /** How far changes go in this epoch; angles in radians. */
  readonly ranges: Ranges;
  /** The hash of seed, purpose and epoch, into which an example's index is mixed. */
  readonly hash: bigint;
  readonly sizes: TableSizes;
  /** Tables of displacements and of noise, where the augmentation has them. */
  readonly displacements: Float32Array | undefined;
  readonly noise: Float32Array | undefined;
  /** Changes one example's input: [height, width], overwritten. */
  change(input: Float32Array, example: number): void;
}

/** The settings of an epoch's changes. */
export interface EpochKeys {
  readonly seed: number;
  readonly epoch: number;
  /** The strength, from 0 to 1. */
  readonly strength: number;
}

/** Images, and how far they may be changed. */
export interface AugmentedImages {
  readonly width: number;
  readonly height: number;
  readonly ranges: Ranges;
  /** How far displacements reach; undefined where there are none. */
  readonly sigma: number | undefined;
  readonly sizes: TableSizes;
}

/** The changes of an epoch. */
export function beginEpoch(images: AugmentedImages, { seed, epoch, strength }: EpochKeys): EpochAugmentation {
  const { width, height, ranges, sigma, sizes } = images;
  const { shift, rotate, zoom, shear, elastic, brightness, noise } = ranges;
  const augmented: EpochAugmentation = {
    width,
    height,
    ranges: {
      shift: shift * strength,
      rotate: ((rotate * Math.PI) / 180) * strength,
      zoom: zoom * strength,
      shear: shear * strength,
      elastic: elastic * strength,
      brightness: brightness * strength,
      noise: noise * strength,
    },
    hash: streamHash(seed, ['augmentation', epoch]),
    sizes,
    displacements: sigma === undefined ? undefined : drawDisplacements(seed, epoch, sigma, sizes),
    noise: noise === 0 ? undefined : drawNoise(seed, epoch, sizes),
    change: (input, example) => changeImage(input, drawChange(augmented, example), augmented),
  };
  return augmented;
}
