// Changes images in the core's memory, by a module of its own that an augmentation brings along.
import { changesOf } from '../../learning/parts/augmentation.js';
import type { StepPlan } from '../../learning/Step.js';
import type { CorePlan } from '../CorePlan.js';
import { compile } from '../core.js';
import type { PlacedInputs } from '../inputs.js';
import type { Work } from '../planPlaces.js';
import { writeRecord } from '../record.js';
import { type Module, webAssembly } from '../webAssembly.js';
import { AUGMENTING } from './augmentingFields.js';
import type { PlacedAugmenting } from './placeAugmenting.js';

/** What the module exports: see assembly/augmentation/index.ts. */
interface Exports {
  prepare(place: number): void;
  augment(place: number, thread: number): void;
}

/** The module over the memory of a plan. */
export class Augmenter {
  readonly plan: StepPlan;
  readonly core: CorePlan;
  readonly placed: PlacedAugmenting;
  readonly module: Module;
  readonly exports: Exports;

  constructor(plan: StepPlan, core: CorePlan, placed: PlacedAugmenting, shared: boolean) {
    const { memory } = core.core;
    this.plan = plan;
    this.core = core;
    this.placed = placed;
    this.module = compile((plan.augmentation as NonNullable<StepPlan['augmentation']>).module, shared);
    this.exports = new (webAssembly().Instance)(this.module, { env: { memory } }).exports as unknown as Exports;
    writeRecord(core.view, placed.place, AUGMENTING, { ...placed.fields, order: core.placed.fields.order });
    this.exports.prepare(placed.place);
  }

  /** Says where the images are from now on, and the number of the first. */
  readFrom({ inputKind, inputs, levels, starts, columns }: PlacedInputs, firstExample: number): void {
    const { view } = this.core;
    for (const [name, value] of Object.entries({ inputKind, inputs, levels, starts, columns, firstExample })) {
      view.setUint32(this.placed.place + AUGMENTING.fields[name as 'inputs'].offset, value, true);
    }
  }

  /** Starts an epoch. The memory is looked at as it is now. */
  begin(epoch: number, progress: number): void {
    const { core, placed } = this;
    const { place, fields } = placed;
    const changes = changesOf(this.plan, epoch, progress);
    if (changes === undefined) return;
    const { hash, displacements, noise } = changes;
    const { elastic, ...ranges } = changes.ranges;
    for (const name of Object.keys(ranges) as (keyof typeof ranges)[]) {
      core.view.setFloat64(place + AUGMENTING.fields[name].offset, ranges[name], true);
    }
    core.view.setBigUint64(place + AUGMENTING.fields.hash.offset, hash, true);
    const amplitude = Math.fround(elastic);
    if (displacements) core.floats(fields.field, displacements.length).set(displacements.map((x) => amplitude * x));
    if (noise) core.floats(fields.noiseTable, noise.length).set(noise);
  }

  /** Says which places of the order are to be changed next: as many as there are slots, at the most. */
  aim(from: number, to: number): void {
    const { view } = this.core;
    view.setUint32(this.placed.place + AUGMENTING.fields.from.offset, from, true);
    view.setUint32(this.placed.place + AUGMENTING.fields.to.offset, to, true);
  }

  /** Changes them. */
  augment(from: number, to: number): void {
    this.aim(from, to);
    this.exports.augment(this.placed.place, 0);
  }
}

/** The augmenter of a work that has an augmentation. */
export function augmenterFor({ learning, threads }: Work, core: CorePlan): Augmenter | undefined {
  const { augmenting } = core.placed;
  return learning && augmenting && new Augmenter(learning, core, augmenting, threads !== undefined);
}
