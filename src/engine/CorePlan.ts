// A network on a data set in the core's memory: written there, run there, and read back.
import type { LayerGradient } from '../learning/gradients.js';
import type { Layer } from '../model/Layer.js';
import type { Core, Host } from './core.js';
import { customFunctions } from './customFunctions.js';
import { type PlacedLayer, strideOf } from './layerPlaces.js';
import { LAYER, PLAN } from './planFields.js';
import { MOST_CONSTANTS, type PlacedPlan, placePlan, type Work } from './planPlaces.js';
import { writeRecord } from './record.js';
import { abandon, extend, giveBack, type Lease, lease } from './Store.js';

/** What a batch was like, as the core counted it. */
export interface Counted {
  readonly cost: number;
  readonly right: number;
  /** Whether an activation, or a parameter that was moved, was not finite. */
  readonly overflowed: boolean;
}

/** A work's numbers in the memory of the core. */
export class CorePlan {
  readonly work: Work;
  readonly lease: Lease;
  readonly core: Core;
  readonly placed: PlacedPlan;
  /** The functions of the user's own that the core calls. */
  readonly host: Host | undefined;
  /** Views of the memory, made anew when it has grown: of all, and of the numbers of an update. */
  view: DataView;
  constants: Float32Array;

  /** @throws {@link LimitError} if there is no room for it, before anything is written. */
  constructor(work: Work) {
    this.work = work;
    this.lease = lease(work.data, work.threads !== undefined);
    const { store, start } = this.lease;
    this.core = store.core;
    try {
      this.placed = placePlan(work, store.inputs, start);
      extend(this.lease, this.placed.end, `network ${work.network.sizes.join('-')} with ${work.data.count} examples`);
      this.host = customFunctions(this, work.network.layers, work.loss);
      this.view = new DataView(this.core.memory.buffer);
      this.constants = this.floats(this.placed.fields.constants, MOST_CONSTANTS);
      this.write();
    } catch (error) {
      giveBack(this.lease);
      throw error;
    }
  }

  /** Everything but the network's parameters. What is not written is 0. */
  write(): void {
    const { placed, work, lease } = this;
    const { fields, layers, place } = placed;
    const { labels, targets } = work.data;
    const buffer = this.core.memory.buffer;
    new Uint8Array(buffer, lease.start, lease.end - lease.start).fill(0);
    writeRecord(this.view, place, PLAN, fields);
    layers.forEach((layer, index) => {
      writeRecord(this.view, fields.layers + index * LAYER.bytes, LAYER, layer);
    });
    if (labels !== undefined) new Int32Array(buffer, fields.labels, labels.length).set(labels);
    if (targets !== undefined) new Float32Array(buffer, fields.targets, targets.length).set(targets);
  }

  /** The numbers at a place; to be used before the memory can grow again. */
  floats(place: number, count: number): Float32Array {
    return new Float32Array(this.core.memory.buffer, place, count);
  }

  /** Lets the core call this work's own functions, and looks at the memory as it is now. */
  begin(): Core['exports'] {
    const { core } = this;
    core.host = this.host;
    if (this.view.buffer !== core.memory.buffer) {
      this.view = new DataView(core.memory.buffer);
      this.constants = this.floats(this.placed.fields.constants, MOST_CONSTANTS);
    }
    return core.exports;
  }

  /** Takes the network's parameters in. */
  enter(): void {
    this.writeBeside(this.work.network.layers, 0);
  }

  /** Writes what is kept beside the parameters: as {@link CorePlan.readBeside}. */
  writeBeside(given: readonly LayerGradient[], distance: number): void {
    this.eachLayer(({ inputs, outputs, weights, biases }, _layer, staging, index) => {
      const arrays = given[index] as LayerGradient;
      this.floats(staging, arrays.weights.length).set(arrays.weights);
      this.core.exports.enter(weights + distance, staging, inputs, outputs);
      this.floats(biases + distance, outputs).set(arrays.biases);
    });
  }

  /** Writes the parameters back into the network's arrays. */
  leave(): void {
    this.readBeside(this.work.network.layers, 0);
  }

  /**
   * Reads what is kept beside the parameters.
   *
   * @param out - Arrays of [outputs, inputs] and [outputs] for each layer.
   * @param distance - Bytes from the parameters to it; 0 for the parameters themselves.
   */
  readBeside(out: readonly LayerGradient[], distance: number): void {
    this.eachLayer(({ inputs, outputs, weights, biases }, _layer, staging, index) => {
      const arrays = out[index] as LayerGradient;
      this.core.exports.leave(staging, weights + distance, inputs, outputs);
      arrays.weights.set(this.floats(staging, arrays.weights.length));
      arrays.biases.set(this.floats(biases + distance, outputs));
    });
  }

  /** Bytes from the parameters to something that is kept beside them. */
  distance(name: 'gradients' | 'firstSlot' | 'secondSlot'): number {
    const { fields } = this.placed;
    return fields[name] - fields.parameters;
  }

  /** Makes the gradients 0, for the next batch. */
  clearGradients(): void {
    const { gradients, parameterBytes } = this.placed.fields;
    this.floats(gradients as number, (parameterBytes as number) / 4).fill(0);
  }

  eachLayer(visit: (placed: PlacedLayer, layer: Layer, staging: number, index: number) => void): void {
    this.work.network.layers.forEach((layer, index) => {
      visit(this.placed.layers[index] as PlacedLayer, layer, this.placed.staging, index);
    });
  }

  /** The epoch's examples, in order. */
  setOrder(order: Uint32Array): void {
    new Uint32Array(this.core.memory.buffer, this.placed.fields.order, order.length).set(order);
  }

  /** What came of the batch so far. */
  counted(): Counted {
    const { view, placed } = this;
    const { cost, right, overflow } = PLAN.fields;
    return {
      cost: view.getFloat64(placed.place + cost.offset, true),
      right: view.getUint32(placed.place + right.offset, true),
      overflowed: view.getUint32(placed.place + overflow.offset, true) !== 0,
    };
  }

  /** The output of a row of the batch. */
  output(row: number): Float32Array {
    const { activations, outputs } = this.placed.layers[this.placed.layers.length - 1] as PlacedLayer;
    return this.floats(activations + row * strideOf(outputs) * 4, outputs);
  }

  /** Forgets that something was not finite. */
  clearOverflow(): void {
    this.view.setUint32(this.placed.place + PLAN.fields.overflow.offset, 0, true);
  }

  release(): void {
    giveBack(this.lease);
  }

  /** Instead of {@link release}, where somebody may still be writing. */
  abandon(): void {
    abandon(this.lease, this.work.data);
  }
}
