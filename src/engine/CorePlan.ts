// A network and a data set in the core's memory, where they are written, run and read.
import type { Dataset } from '../data/Dataset.js';
import { streamHash } from '../random/seeding.js';
import { type Augmenter, augmenterFor } from './augmenting/Augmenter.js';
import { CoreParameters } from './CoreParameters.js';
import type { Core, Host } from './core.js';
import { customFunctions } from './customFunctions.js';
import { VISITS } from './kernels.js';
import { strideOf } from './layerPlaces.js';
import { LAYER, PLAN, type PlanValues } from './planFields.js';
import { MOST_CONSTANTS, type PlacedPlan, placePlan, type Work } from './planPlaces.js';
import { writeRecord } from './record.js';
import { abandon, extend, giveBack, type Lease } from './Store.js';

/** The core's counts of a batch. */
export interface Counted {
  readonly cost: number;
  /** The sum of the weights of the examples that were answered right. */
  readonly right: number;
  /** Whether an activation, or a parameter that was moved, was not finite. */
  readonly overflowed: boolean;
}

/** A network on a data set in the core's memory. */
export class CorePlan {
  readonly work: Work;
  readonly lease: Lease;
  readonly core: Core;
  placed: PlacedPlan;
  readonly parameters: CoreParameters;
  /** The custom functions that the core calls. */
  readonly host: Host | undefined;
  /** Changes the images of a batch before the network sees them; undefined where there is no augmentation. */
  readonly augmenter: Augmenter | undefined;
  /** Views of the whole memory, and of the constants of an update. They are made again when the memory has grown. */
  view: DataView;
  constants: Float32Array;
  /** The epoch that was started last, and the share of the training that was done by then. */
  epoch = 0;
  progress = 0;

  /**
   * @param part - A lease of the memory that has the inputs, or room for them.
   * @throws {@link LimitError} if there is no room for it, before anything is written.
   */
  constructor(work: Work, part: Lease) {
    this.work = work;
    this.lease = part;
    const { store, start } = part;
    this.core = store.core;
    try {
      this.placed = placePlan(work, store.inputs, start);
      extend(this.lease, this.placed.end, `network ${work.network.sizes.join('-')} with ${work.data.count} examples`);
      this.parameters = new CoreParameters(this.core, this.placed);
      this.host = customFunctions(this, work.network.layers, work.loss);
      this.view = new DataView(this.core.memory.buffer);
      this.constants = this.floats(this.placed.fields.constants, MOST_CONSTANTS);
      this.write();
      this.augmenter = augmenterFor(work, this);
    } catch (error) {
      giveBack(this.lease);
      throw error;
    }
  }

  /** Writes all but the parameters. The rest is 0. */
  write(): void {
    const { placed, work, lease } = this;
    const { fields, layers, place } = placed;
    const buffer = this.core.memory.buffer;
    new Uint8Array(buffer, lease.start, lease.end - lease.start).fill(0);
    writeRecord(this.view, place, PLAN, fields);
    layers.forEach((layer, index) => {
      writeRecord(this.view, fields.layers + index * LAYER.bytes, LAYER, layer);
    });
    this.setAnswers(work.data);
  }

  /** Writes the answers to the examples, and how much each counts. */
  setAnswers({ labels, targets, sampleWeights }: Pick<Dataset, 'labels' | 'targets' | 'sampleWeights'>): void {
    const { buffer } = this.core.memory;
    const { fields } = this.placed;
    if (labels !== undefined) new Int32Array(buffer, fields.labels, labels.length).set(labels);
    if (targets !== undefined) new Float32Array(buffer, fields.targets, targets.length).set(targets);
    if (sampleWeights && fields.sampleWeights) this.floats(fields.sampleWeights, sampleWeights.length).set(sampleWeights);
  }

  /** Starts an epoch, unless it has been started: the random numbers of dropout, and the changes of images. */
  beginEpoch(epoch: number, progress: number, seed: number): void {
    if (this.epoch === epoch && this.progress === progress) return;
    this.augmenter?.begin(epoch, progress);
    const { place, fields } = this.placed;
    if (fields.dropping > 0) {
      this.view.setBigUint64(place + PLAN.fields.dropHash.offset, streamHash(seed, ['dropout', epoch]), true);
    }
    this.epoch = epoch;
    this.progress = progress;
  }

  /** Has updates visit all rows, since the optimizer may remember some that no example of the data set lights. */
  visitAll(): void {
    const { fields } = this.placed;
    if (fields.visits === VISITS.inData) this.rewrite({ ...fields, visits: VISITS.all });
  }

  /** Writes other fields of the plan's record, and resets the counts of the batch. */
  rewrite(fields: PlanValues): void {
    this.placed = { ...this.placed, fields };
    this.begin();
    writeRecord(this.view, this.placed.place, PLAN, fields);
  }

  /** The numbers at a place. The view ends when the memory grows. */
  floats(place: number, count: number): Float32Array {
    return new Float32Array(this.core.memory.buffer, place, count);
  }

  /** Has the core call this plan's custom functions, and makes views of a memory that has grown. */
  begin(): Core['exports'] {
    const { core } = this;
    core.host = this.host;
    if (this.view.buffer !== core.memory.buffer) {
      this.view = new DataView(core.memory.buffer);
      this.constants = this.floats(this.placed.fields.constants, MOST_CONSTANTS);
    }
    return core.exports;
  }

  /** Writes the order of the epoch's examples. */
  setOrder(order: Uint32Array): void {
    new Uint32Array(this.core.memory.buffer, this.placed.fields.order, order.length).set(order);
  }

  /** The counts of the batch so far. */
  counted(): Counted {
    const { view, placed } = this;
    const { cost, right, overflow } = PLAN.fields;
    return {
      cost: view.getFloat64(placed.place + cost.offset, true),
      right: view.getFloat64(placed.place + right.offset, true),
      overflowed: view.getUint32(placed.place + overflow.offset, true) !== 0,
    };
  }

  /** The output of a row of the batch. */
  output(row: number): Float32Array {
    const { activations, outputs } = this.placed.layers[this.placed.layers.length - 1];
    return this.floats(activations + row * strideOf(outputs) * 4, outputs);
  }

  /** Resets the mark of a number that is not finite. */
  clearOverflow(): void {
    this.view.setUint32(this.placed.place + PLAN.fields.overflow.offset, 0, true);
  }

  /** Drops a batch with numbers that are not finite. */
  dropBatch(): void {
    const { layers, fields, place } = this.placed;
    this.parameters.clearGradients();
    // Some columns belong to no neuron: nothing else overwrites what stands there.
    for (const { deltas, stride } of layers) this.floats(deltas, fields.batchCapacity * stride).fill(0);
    this.clearOverflow();
    this.core.exports.reset(place);
  }

  release(): void {
    giveBack(this.lease);
  }

  /** Instead of {@link release}, where a thread may still be writing. */
  abandon(): void {
    abandon(this.lease);
  }
}
