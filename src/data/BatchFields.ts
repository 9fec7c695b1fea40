// The fields of a batch of examples of a data set.
import { checkMemory, isPlain } from './checkDataset.js';
import type { Dataset } from './Dataset.js';
import type { DatasetFields } from './datasetFields.js';
import { piecesAt, sliceAt } from './pieces.js';

/**
 * Arrays are taken when the first of them is read, since a trainer reads those of the whole data set. A class, since an object with
 * getters of its own takes as long to make as a small batch to learn.
 */
export class BatchFields implements DatasetFields {
  readonly data: Dataset;
  readonly examples: Uint32Array;
  /** The number of the first example where they stand in a row; undefined where they stand anywhere. */
  readonly first: number | undefined;
  taken: DatasetFields | undefined = undefined;

  /** @param examples - Their numbers in `data`, which are kept. */
  constructor(data: Dataset, examples: Uint32Array, first: number | undefined) {
    this.data = data;
    this.examples = examples;
    this.first = first;
  }

  get count(): number {
    return this.examples.length;
  }

  get scale(): number {
    return isPlain(this.data) ? this.data.scale : 1;
  }

  get width(): number {
    return this.data.width;
  }

  get targetWidth(): number {
    return this.data.targetWidth;
  }

  get classes(): Dataset['classes'] {
    return this.data.classes;
  }

  get classNames(): Dataset['classNames'] {
    return this.data.classNames;
  }

  get columnNames(): Dataset['columnNames'] {
    return this.data.columnNames;
  }

  get targetNames(): Dataset['targetNames'] {
    return this.data.targetNames;
  }

  get inputs(): Dataset['inputs'] {
    return this.take().inputs;
  }

  get labels(): Dataset['labels'] {
    return this.take().labels;
  }

  get targets(): Dataset['targets'] {
    return this.take().targets;
  }

  get sampleWeights(): Dataset['sampleWeights'] {
    return this.take().sampleWeights;
  }

  take(): DatasetFields {
    if (this.taken === undefined) {
      const { data, examples, first } = this;
      checkMemory('dataset', data);
      this.taken = first === undefined ? piecesAt(data, examples) : sliceAt(data, first, first + examples.length);
    }
    return this.taken;
  }
}
