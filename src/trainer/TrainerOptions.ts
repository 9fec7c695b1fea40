// Options of `trainer`, and what it says of those of a training that is a loop by itself.
import type { Threads } from '../engine/threads/Threads.js';
import { optionHome } from '../support/options.js';
import { STEP_OPTIONS, type StepOptions } from '../training/stepOptions.js';
import type { TrainingOptions } from '../training/TrainingOptions.js';

/** Options of {@link trainer}: those of {@link train} that concern a single update. */
export interface TrainerOptions extends StepOptions {
  /** Threads that share the work of `stepAsync`: `nodeThreads(2)` of `glassbox-nn/node`, or `webThreads(2)` of `glassbox-nn/browser`. */
  readonly threads?: Threads | undefined;
  /** What `save` gave: the trainer goes on from there, with the network's weights and biases of that moment. */
  readonly from?: Uint8Array | undefined;
}

/** The names of the options of `trainer`. */
export const TRAINER_OPTIONS: readonly (keyof TrainerOptions)[] = /* @__PURE__ */ (
  STEP_OPTIONS as readonly (keyof TrainerOptions)[]
).concat(['threads', 'from']);

/** What belongs to the loop round the steps, which is the caller's; the words for `from` of others; and what data have. */
const LOOPS: Readonly<Record<string, string>> = {
  epochs:
    'The loop is yours: for (let epoch = 1; epoch <= 10; epoch++) for (const batch of data.batches(32, { epoch })) step(batch).',
  batchSize: 'The batches are yours: data.batches(32).',
  shuffle: 'The batches are yours: data.batches(32, { seed: 0, epoch: 1 }) comes in the order of train.',
  validationData: 'The loop is yours: measure where you want to, as evaluate(network, data).',
  validationSplit: 'Split before: const [data, validation] = all.split(0.8).',
  earlyStopping: 'The loop is yours: leave it when you have seen enough.',
  reduceOnPlateau: 'The loop is yours: step(batch, { learningRate }).',
  measures: 'The loop is yours: measure where you want to, as evaluate(network, data, { measures: [f1] }).',
  history: 'Collect what step returns.',
  onEpoch: 'The loop is yours: call it at the end of an epoch.',
  onBatch: 'The loop is yours: call it after step.',
  signal: 'The loop is yours: leave it when the signal is aborted.',
  checkpoint: 'Write down the bytes of save(), and give them as from.',
  callbacks: 'The loop is yours: do between two steps what they do.',
  load: 'Give what save() gave as from: trainer(network, { from: bytes }).',
  resume: 'Give what save() gave as from: trainer(network, { from: bytes }).',
  inputs: 'A trainer is given its data step by step: trainer(network, options).step(batch).',
  onWarning: 'A trainer warns of nothing: diagnose(network, data) looks for mistakes.',
} satisfies Partial<Record<keyof TrainingOptions | 'checkpoint' | 'callbacks' | 'load' | 'resume' | 'inputs', string>>;

/** What to do about an option that is not the trainer's. */
export function trainerOptionHome(name: string, known: readonly string[]): string | undefined {
  if (Object.hasOwn(LOOPS, name)) return LOOPS[name];
  const home = optionHome(name, known);
  // An answer that names an option of a loop would lead to the next error.
  const loop = Object.keys(LOOPS).find((option) => !known.includes(option) && home?.includes(`${option}:`));
  return loop === undefined ? home : LOOPS[loop];
}

/** What to do about an option that is not a step's. */
export function stepOptionHome(name: string, known: readonly string[]): string | undefined {
  const home = optionHome(name, known);
  return home?.startsWith('Write ') ? home : 'Give it to the trainer: a step takes a learning rate alone.';
}
