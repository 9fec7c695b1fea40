// The fields of a batch of examples that stand anywhere in a data set.
import { checkMemory, isPlain } from './checkDataset.js';
import type { Dataset } from './Dataset.js';
import type { DatasetFields } from './datasetFields.js';
import { piecesAt } from './pieces.js';

/**
 * Arrays are copied when the first of them is read, since a trainer reads those of the whole data set. A class, since an object with
 * getters of its own takes as long to make as a small batch to learn.
 */
export class BatchFields implements DatasetFields {
  readonly data: Dataset;
  readonly examples: Uint32Array;
  readonly count: number;
  readonly scale: number;
  readonly width: number;
  readonly targetWidth: number;
  readonly classes: number | undefined;
  readonly classNames: readonly string[] | undefined;
  readonly columnNames: readonly string[] | undefined;
  readonly targetNames: readonly string[] | undefined;
  copied: DatasetFields | undefined = undefined;

  /** @param examples - Their numbers in `data`, which are kept. */
  constructor(data: Dataset, examples: Uint32Array) {
    this.data = data;
    this.examples = examples;
    this.count = examples.length;
    this.scale = isPlain(data) ? data.scale : 1;
    this.width = data.width;
    this.targetWidth = data.targetWidth;
    this.classes = data.classes;
    this.classNames = data.classNames;
    this.columnNames = data.columnNames;
    this.targetNames = data.targetNames;
  }

  get inputs(): Dataset['inputs'] {
    return this.copy().inputs;
  }

  get labels(): Dataset['labels'] {
    return this.copy().labels;
  }

  get targets(): Dataset['targets'] {
    return this.copy().targets;
  }

  get sampleWeights(): Dataset['sampleWeights'] {
    return this.copy().sampleWeights;
  }

  copy(): DatasetFields {
    if (this.copied === undefined) {
      checkMemory('dataset', this.data);
      this.copied = piecesAt(this.data, this.examples);
    }
    return this.copied;
  }
}
