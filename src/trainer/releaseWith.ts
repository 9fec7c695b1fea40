// Releases a training step when its trainer is collected, so that a trainer needs no end.
import type { Step } from '../learning/Step.js';

let registry: FinalizationRegistry<Step> | undefined;

/** Releases the step once the trainer is gone. On a platform without FinalizationRegistry its memory stays with its data set. */
export function releaseWith(trainer: object, step: Step): void {
  if (typeof FinalizationRegistry === 'undefined') return;
  registry ??= new FinalizationRegistry((unused) => unused.release());
  registry.register(trainer, step, trainer);
}

/** The trainer has released its step by itself. */
export function neverMind(trainer: object): void {
  registry?.unregister(trainer);
}
