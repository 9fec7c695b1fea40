// Parameters, gradients and optimizer state in the core's memory, where they lie in panels. This file reads and writes them as arrays, and
// finds those that are not finite, in the words of the step in JavaScript.
import { isTrainable, type LayerGradient, namedParameters, ofTrainable, zeroGradients } from '../learning/parameters.js';
import { notFiniteIn } from '../learning/parts/clipping.js';
import { overflowIn } from '../learning/parts/overflowGuard.js';
import type { StepPlan } from '../learning/Step.js';
import type { CorePlan } from './CorePlan.js';
import type { Core } from './core.js';
import type { PlacedLayer } from './layerPlaces.js';
import type { PlacedPlan } from './planPlaces.js';

/** The parameters, their gradients, and the two parts of the optimizer state. */
type Kind = 'parameters' | 'gradients' | 'firstSlot' | 'secondSlot';

/** Weights and biases of every layer: [outputs, inputs] and [outputs]. */
type LayerArrays = readonly LayerGradient[];

/** The parameters of a plan. */
export class CoreParameters {
  readonly core: Core;
  readonly placed: PlacedPlan;

  constructor(core: Core, placed: PlacedPlan) {
    this.core = core;
    this.placed = placed;
  }

  /** Takes the parameters of a network in. */
  enter(network: LayerArrays): void {
    this.write('parameters', network, this.placed.copies);
  }

  /** Writes the parameters back into a network. */
  leave(network: LayerArrays): void {
    this.read('parameters', network, this.placed.copies);
  }

  /** Whether a network has, to the bit, the parameters that it had after the last {@link enter} or {@link leave}. */
  areIn(network: LayerArrays): boolean {
    const { layers, copies } = this.placed;
    return network.every(({ weights, biases }, index) => {
      const { inputs, outputs, biases: place } = layers[index];
      if (weights.length !== inputs * outputs || biases.length !== outputs) return false;
      return this.isAt(copies[index], weights) && this.isAt(place, biases);
    });
  }

  /**
   * Reads numbers of all layers.
   *
   * @param copies - Where each layer's weights are left as well, in the order of the array.
   */
  read(kind: Kind, out: LayerArrays, copies: readonly number[] = []): void {
    this.eachLayer(kind, copies, ({ inputs, outputs, weights, biases }, copy, index) => {
      this.core.exports.unpackWeights(copy, weights, inputs, outputs);
      out[index].weights.set(this.floats(copy, inputs * outputs));
      out[index].biases.set(this.floats(biases, outputs));
    });
  }

  /** Writes numbers of all layers; `copies` as for {@link read}. */
  write(kind: Kind, given: LayerArrays, copies: readonly number[] = []): void {
    this.eachLayer(kind, copies, ({ inputs, outputs, weights, biases }, copy, index) => {
      this.floats(copy, inputs * outputs).set(given[index].weights);
      this.core.exports.packWeights(weights, copy, inputs, outputs);
      this.floats(biases, outputs).set(given[index].biases);
    });
  }

  /** Makes the gradients 0, for the next batch. */
  clearGradients(): void {
    const { gradients, parameterBytes } = this.placed.fields;
    this.floats(gradients, parameterBytes / 4).fill(0);
  }

  /** Takes over the parameters of another plan for the same network, and the optimizer's state. */
  takeOver(other: CoreParameters): void {
    const { fields, copies } = this.placed;
    const copy = (to: number, from: number, bytes: number) => {
      new Uint8Array(this.core.memory.buffer, to, bytes).set(new Uint8Array(other.core.memory.buffer, from, bytes));
    };
    for (const kind of ['parameters', 'firstSlot', 'secondSlot'] as const) {
      if (fields[kind] > 0) copy(fields[kind], other.placed.fields[kind], fields.parameterBytes);
    }
    this.placed.layers.forEach(({ inputs, outputs }, index) => {
      copy(copies[index], other.placed.copies[index], inputs * outputs * 4);
    });
  }

  /** Visits the layers, each with the places of its numbers and a place for its weights as an array has them. */
  eachLayer(
    kind: Kind,
    copies: readonly number[],
    visit: (places: Pick<PlacedLayer, 'inputs' | 'outputs' | 'weights' | 'biases'>, copy: number, index: number) => void,
  ): void {
    const { fields, layers, staging } = this.placed;
    const distance = fields[kind] - fields.parameters;
    layers.forEach(({ inputs, outputs, weights, biases }, index) => {
      const places = { inputs, outputs, weights: weights + distance, biases: biases + distance };
      visit(places, copies[index] ?? staging, index);
    });
  }

  /** Whether an array stands at a place, to the bit. */
  isAt(place: number, array: Float32Array): boolean {
    const { staging } = this.placed;
    this.floats(staging, array.length).set(array);
    return this.core.exports.areSame(staging, place, array.length);
  }

  floats(place: number, count: number): Float32Array {
    return new Float32Array(this.core.memory.buffer, place, count);
  }
}

/** The arrays of optimizer state that the plan's optimizer has in the core. */
function coreSlots({ optimizer }: StepPlan): ('firstSlot' | 'secondSlot')[] {
  return (['firstSlot', 'secondSlot'] as const).slice(0, optimizer.slots);
}

/** One array of optimizer state for all layers. */
function readSlot(core: CorePlan, name: 'firstSlot' | 'secondSlot'): LayerGradient[] {
  const slot = zeroGradients(core.work.network.layers);
  core.parameters.read(name, slot);
  return slot;
}

/** The optimizer state, in the order of `optimizerStateOf`. */
export function readOptimizerState(core: CorePlan, plan: StepPlan): Float32Array[] {
  const { layers } = plan.network;
  return coreSlots(plan).flatMap((name) =>
    ofTrainable(layers, readSlot(core, name)).flatMap(({ weights, biases }) => [weights, biases]),
  );
}

/** Writes an optimizer state in the same order. */
export function writeOptimizerState(core: CorePlan, plan: StepPlan, state: readonly Float32Array[]): void {
  const { layers } = plan.network;
  let next = 0;
  for (const name of coreSlots(plan)) {
    const slot = zeroGradients(layers).map((zeros, index) => {
      if (!isTrainable(layers[index])) return zeros;
      next += 2;
      return { weights: state[next - 2], biases: state[next - 1] };
    });
    core.parameters.write(name, slot);
  }
}

/** The gradient that is not finite, so that there is no norm to clip by; undefined if there is none. */
export function unboundedInCore(core: CorePlan, { network, clipping }: StepPlan): string | undefined {
  if (clipping === undefined || clipping.kind === 'value' || !core.counted().overflowed) return undefined;
  const gradients = zeroGradients(network.layers);
  core.parameters.read('gradients', gradients);
  const arrays = arraysOf(gradients);
  return notFiniteIn(namedParameters(network.layers).map((array, index) => ({ ...array, gradient: arrays[index] })));
}

/** The parameter that an update has carried away, or the optimizer state of one. */
export function overflowInCore(core: CorePlan, plan: StepPlan): string {
  const { network } = plan;
  const updated = zeroGradients(network.layers);
  core.parameters.read('parameters', updated);
  const values = arraysOf(updated);
  const state = coreSlots(plan).map((name) => arraysOf(readSlot(core, name)));
  const parameters = namedParameters(network.layers).map(({ name }, index) => {
    return { name, values: values[index], slots: state.map((slot) => slot[index]) };
  });
  return overflowIn(parameters) ?? 'a number too large';
}

function arraysOf(layers: readonly LayerGradient[]): Float32Array[] {
  return layers.flatMap(({ weights, biases }) => [weights, biases]);
}
