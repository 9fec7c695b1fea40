// A data set: examples, each an input and its label or target.
import { Random } from '../random/Random.js';
import { seedNumber, wholeNumber } from '../support/checks.js';
import { ArgumentError } from '../support/errors.js';
import { valuesOf } from '../support/fields.js';
import { readOptions } from '../support/options.js';
import { kindOf, lengthOf } from '../support/views.js';
import { describe, wording } from '../support/wording.js';
import { type BatchesOptions, batchesOf } from './batches.js';
import { checkMemory } from './checkDataset.js';
import { type ClassWeights, weightedByClass } from './classWeights.js';
import { type DatasetFields, defineDataset, readFields } from './datasetFields.js';
import { partSizes } from './examples.js';
import { checkPlaces, piecesAt, sliceAt } from './pieces.js';
import { scaledBytes } from './scaledBytes.js';

/** One example of a {@link Dataset}, in new arrays. */
export interface Example {
  /** The input as the network sees it: [width]. */
  readonly input: Float32Array;
  /** The index of the example's class, where there are classes. */
  readonly label?: number | undefined;
  /** The target: [targetWidth]; of a label alone, 1 in its place and 0 in the others. */
  readonly target: Float32Array;
  /** How much the example counts, where there are sample weights. */
  readonly weight?: number | undefined;
}

/** Options of `data.split`. */
export interface SplitOptions {
  /** Shuffles first, by this seed. Without it the order stays. */
  readonly seed?: number | undefined;
}

/** A data set for each share. */
export type Parts<Shares extends readonly number[]> = { -readonly [Share in keyof Shares]: Dataset };

/**
 * Examples to train on and to evaluate with, as `dataset`, `mnist`, `xor` and their like make them.
 *
 * A data set owns its arrays: treat them as read only. Training and evaluation keep what they prepared of inputs of a megabyte or more,
 * and compare a sixteenth of the numbers to see whether they have changed, so a few changed ones may count as they were. Labels that
 * are no classes any more, and numbers that are no longer finite, are refused when they are used. A training that is running is not
 * repeatable after a change. Make a new data set for new numbers.
 *
 * @example
 * ```ts
 * import { dataset } from 'glassbox-nn/data';
 *
 * const fruit = dataset({ inputs: [[7, 1], [18, 0], [8, 1]], labels: ['apple', 'banana', 'apple'] });
 * fruit.count; // => 3
 * fruit.classNames; // => [ 'apple', 'banana' ]
 * const { input, label, target } = fruit.example(1);
 * input; // => Float32Array(2) [ 18, 0 ]
 * label; // => 1
 * target; // => Float32Array(2) [ 0, 1 ]
 * ```
 */
export class Dataset implements Iterable<Example> {
  /** The inputs as they are stored: [count, width], row by row. The network sees each number times {@link Dataset.scale}. */
  declare readonly inputs: Uint8Array | Float32Array;
  /** The factor of every number of the inputs, in float64, before it is rounded to float32: 1/255 for bytes, else 1. */
  declare readonly scale: number;
  /** Numbers of an input: 784 for a digit. */
  declare readonly width: number;
  /** The number of examples. */
  declare readonly count: number;
  /** The class of each example as an index: [count]. */
  declare readonly labels: Int32Array | undefined;
  /** The targets, where rows of them were given: [count, targetWidth], row by row. */
  declare readonly targets: Float32Array | undefined;
  /** Numbers of a target; the number of classes where there are labels only. */
  declare readonly targetWidth: number;
  /** The number of classes, where there are classes. */
  declare readonly classes: number | undefined;
  /** The names of the classes: [classes]. */
  declare readonly classNames: readonly string[] | undefined;
  /** The names of the columns of the inputs: [width]. */
  declare readonly columnNames: readonly string[] | undefined;
  /** How much each example counts in training and evaluation: [count], from 0; undefined where all count alike. */
  declare readonly sampleWeights: Float32Array | undefined;
  /** The names of the targets, where these are numbers: [targetWidth]. */
  declare readonly targetNames: readonly string[] | undefined;

  /** @param fields - Taken as they are, unchecked and uncopied; `dataset` checks and copies. */
  constructor(fields: DatasetFields) {
    defineDataset(this, readFields(fields));
    Object.freeze(this);
  }

  /**
   * Writes one example's input as the network sees it. For inner loops: it allocates nothing.
   *
   * @param out - Changed: [width].
   * @param index - From 0 to count - 1.
   * @throws {@link OutOfRangeError} if there is no such example, and {@link ArgumentError} if `out` is no Float32Array.
   */
  readInput(out: Float32Array, index: number): void {
    const { inputs, scale, width, count } = valuesOf<Dataset>(this);
    checkReading(out, index, count);
    const start = index * width;
    if (inputs.BYTES_PER_ELEMENT === 1) {
      const table = scaledBytes(scale);
      for (let column = 0; column < width; column++) out[column] = table[inputs[start + column]];
    } else {
      for (let column = 0; column < width; column++) out[column] = inputs[start + column] * scale;
    }
  }

  /**
   * The inputs of all examples as the network sees them: what `predictor(network).forwardBatch` takes.
   *
   * @returns A new array, [count, width] row by row.
   *
   * @example
   * ```ts
   * import { Network, predictor } from 'glassbox-nn';
   * import { xor } from 'glassbox-nn/data';
   *
   * const questions = xor();
   * questions.readInputs(); // => Float32Array(8) [ 0, 0, 0, 1, 1, 0, 1, 1 ]
   * predictor(new Network([2, 3, 1])).forwardBatch(questions.readInputs(), questions.count).length; // => 4
   * ```
   */
  readInputs(): Float32Array {
    checkMemory('dataset', this);
    const inputs = new Float32Array(this.count * this.width);
    for (let index = 0; index < this.count; index++) {
      this.readInput(inputs.subarray(index * this.width, (index + 1) * this.width), index);
    }
    return inputs;
  }

  /**
   * Writes one example's target. For inner loops: it allocates nothing.
   *
   * Of a label alone: 1 in its place and 0 in the others, or, where `out` holds one number and there are at most two classes, the
   * label itself.
   *
   * @param out - Changed: [targetWidth], or of labels any number that has room for them.
   * @param index - From 0 to count - 1.
   * @throws {@link OutOfRangeError} if there is no such example, and {@link ArgumentError} if `out` is no Float32Array.
   */
  readTarget(out: Float32Array, index: number): void {
    const { targets, labels, targetWidth, classes = 0, count } = valuesOf<Dataset>(this);
    checkReading(out, index, count);
    if (targets !== undefined) {
      const start = index * targetWidth;
      for (let column = 0; column < targetWidth; column++) out[column] = targets[start + column];
    } else if (labels !== undefined) {
      const label = labels[index];
      if (out.length === 1 && classes <= 2) {
        out[0] = label;
      } else {
        out.fill(0);
        out[label] = 1;
      }
    }
  }

  /**
   * One example, in new arrays.
   *
   * @param index - From 0 to count - 1.
   * @throws {@link OutOfRangeError} if there is no such example.
   */
  example(index: number): Example {
    wholeNumber('dataset.example: index', index, 0, this.count - 1, `There are ${this.count} examples.`);
    checkMemory('dataset', this);
    const input = new Float32Array(this.width);
    const target = new Float32Array(this.targetWidth);
    this.readInput(input, index);
    this.readTarget(target, index);
    return {
      input,
      ...(this.labels && { label: this.labels[index] }),
      target,
      ...(this.sampleWeights && { weight: this.sampleWeights[index] }),
    };
  }

  /** Goes through the examples in order, each as {@link Dataset.example} gives it. */
  *[Symbol.iterator](): Generator<Example, void, undefined> {
    for (let index = 0; index < this.count; index++) yield this.example(index);
  }

  /**
   * The first examples, or all if there are fewer. The new data set shares its arrays with this one.
   *
   * @param count - A whole number from 0.
   * @throws {@link OutOfRangeError} for any other number.
   *
   * @example
   * ```ts
   * import { xor } from 'glassbox-nn/data';
   *
   * xor().take(2).labels; // => Int32Array(2) [ 0, 1 ]
   * ```
   */
  take(count: number): Dataset {
    return this.slice(0, wholeNumber('dataset.take: count', count, 0));
  }

  /**
   * The examples from `start` up to, and not including, `end`, as far as there are any. The new data set shares its arrays with
   * this one.
   *
   * @param start - A whole number from 0.
   * @param end - A whole number from 0; the count if left out.
   * @throws {@link OutOfRangeError} for any other number.
   */
  slice(start: number, end: number = this.count): Dataset {
    const first = Math.min(wholeNumber('dataset.slice: start', start, 0), this.count);
    const past = Math.max(first, Math.min(wholeNumber('dataset.slice: end', end, 0), this.count));
    checkMemory('dataset', this);
    return datasetOf(sliceAt(this, first, past));
  }

  /**
   * The examples at these places, in this order, copied. A place may come more than once.
   *
   * @param indices - Whole numbers from 0 to count - 1.
   * @throws {@link OutOfRangeError} for an index out of range; the error names its place in `indices`.
   *
   * @example
   * ```ts
   * import { xor } from 'glassbox-nn/data';
   *
   * xor().select([3, 1]).inputs; // => Float32Array(4) [ 1, 1, 0, 1 ]
   * ```
   */
  select(indices: ArrayLike<number>): Dataset {
    checkMemory('dataset', this);
    return datasetOf(piecesAt(this, checkPlaces(indices, this.count)));
  }

  /**
   * The examples in random order, copied. All orders are equally likely, and the same seed gives the same order.
   *
   * @param seed - A whole number from 0 to 2^53 - 1; 0 if left out.
   * @throws {@link OutOfRangeError} for any other number.
   */
  shuffle(seed = 0): Dataset {
    const places = Uint32Array.from({ length: this.count }, (_, place) => place);
    return this.select(Random.stream(seedNumber('dataset.shuffle: seed', seed), 'dataset').shuffle(places));
  }

  /**
   * Two data sets: the first examples, and the rest.
   *
   * To keep the share of every class, use `stratifiedSplit`.
   *
   * @param share - How much goes into the first: a fraction between 0 and 1 (rounded to the nearest whole example, but never leaving
   * a part empty), or from 1 on a number of examples.
   * @param options - `seed`: shuffles first. Without it the order stays, and the two share their arrays with this data set.
   * @throws {@link OutOfRangeError} for a share that is neither, for more examples than there are, or for a fraction of fewer than two.
   *
   * @example
   * ```ts
   * import { circles } from 'glassbox-nn/data';
   *
   * const [training, validation] = circles({ count: 100 }).split(0.8, { seed: 1 });
   * [training.count, validation.count]; // => [ 80, 20 ]
   * ```
   */
  split(share: number, options?: SplitOptions): [Dataset, Dataset];
  /**
   * As many data sets as shares, one after another: to train on, to validate with, and to test with.
   *
   * @param shares - Fractions that add up to 1 (rounded to whole examples, but never leaving a part empty), or numbers of examples that add
   * up to all.
   * @param options - As for two.
   * @throws {@link OutOfRangeError} for other shares, or for fewer examples than parts.
   *
   * @example
   * ```ts
   * import { circles } from 'glassbox-nn/data';
   *
   * const [training, validation, test] = circles({ count: 100 }).split([0.6, 0.2, 0.2], { seed: 1 });
   * [training.count, validation.count, test.count]; // => [ 60, 20, 20 ]
   * ```
   */
  split<const Shares extends readonly number[]>(shares: Shares, options?: SplitOptions): Parts<Shares>;
  split(shares: number | readonly number[], options?: SplitOptions): Dataset[] {
    const { seed } = readOptions('dataset.split: options', options, ['seed']);
    const sizes = partSizes('dataset.split', shares, this.count);
    const ordered = seed === undefined ? this : this.shuffle(seedNumber('dataset.split: seed', seed));
    let start = 0;
    return sizes.map((size) => {
      start += size;
      return ordered.slice(start - size, start);
    });
  }

  /**
   * The same examples, weighted by their classes: each counts its own weight x that of its class. The new data set shares its arrays with
   * this one. To weigh a training alone, and not its evaluation, give `train` the option `classWeights`.
   *
   * @param classWeights - A number from 0 for each class, numbers by names of classes, or `'balanced'`: see {@link ClassWeights}.
   * @param classes - How many classes there are, or their names, where this data set may lack some; its own if left out.
   * @throws {@link ArgumentError} for data without labels, for unknown names, and for weights that are all 0; {@link ShapeError} for more
   * or fewer weights than classes; {@link OutOfRangeError} or {@link NumericError} for a weight that is below 0 or not finite.
   *
   * @example
   * ```ts
   * import { dataset } from 'glassbox-nn/data';
   *
   * const rare = dataset({ inputs: [[1], [2], [3], [9]], labels: ['no', 'no', 'no', 'yes'] });
   * rare.withClassWeights('balanced').sampleWeights; // => Float32Array(4) [ 0.6666666865348816, 0.6666666865348816, 0.6666666865348816, 2 ]
   * rare.withClassWeights({ yes: 3 }).sampleWeights; // => Float32Array(4) [ 1, 1, 1, 3 ]
   * ```
   */
  withClassWeights(classWeights: ClassWeights, classes?: number | readonly string[]): Dataset {
    return datasetOf(weightedByClass(this, classWeights, classes));
  }

  /**
   * Goes through the data set in batches of `size` examples, the last one perhaps shorter.
   *
   * In order they share their arrays with this data set. With `seed` and `epoch` they are the batches of `train` in that epoch: the same
   * examples in the same order. They are rows of this data set, which a trainer reads where they are; their own arrays are copied when
   * they are first read.
   *
   * @param size - A whole number from 1.
   * @param options - `shuffle`, `seed`, `epoch`.
   * @throws {@link OutOfRangeError} for any other number.
   *
   * @example
   * ```ts
   * import { xor } from 'glassbox-nn/data';
   *
   * Array.from(xor().batches(3), (batch) => batch.count); // => [ 3, 1 ]
   * Array.from(xor().batches(3, { seed: 1, epoch: 2 }), ({ labels }) => labels?.join(' ')); // => [ '1 0 0', '1' ]
   * ```
   */
  batches(size: number, options?: BatchesOptions): Generator<Dataset, void, undefined> {
    return batchesOf(this, size, options, blankDataset);
  }
}

/** Throws unless there is an array to write into, and an example to read. */
function checkReading(out: Float32Array, index: number, count: number): void {
  if (kindOf(out) !== 'Float32Array' || lengthOf(out) === 0) {
    throw new ArgumentError(wording('out', 'a Float32Array to write into', describe(out)));
  }
  if (!(Number.isInteger(index) && index >= 0 && index < count))
    wholeNumber('index', index, 0, count - 1, `There are ${count} examples.`);
}

/** Outside of the class: one that names itself goes by another name once it is bundled, and `console.log` would show that. */
function datasetOf(fields: DatasetFields): Dataset {
  return new Dataset(fields);
}

/** A data set that has no fields yet. */
function blankDataset(): Dataset {
  return Object.create(Dataset.prototype);
}
