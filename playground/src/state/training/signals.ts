// What is known of the training of the network on the page.
import { signal } from '@preact/signals';
import type { CurvePoint } from '../../model/curve';
import type { EpochResult, Look, Progress } from '../../training/messages';

/** Where it stands, as the worker says, which may not know of the last order yet; undefined before the first training of this network. */
export const progress = signal<Progress | undefined>(undefined);
/** How many examples there are; undefined until they are there. */
export const examples = signal<{ readonly examples: number; readonly heldOut: number } | undefined>(undefined);
/** The learning curve so far: cost and accuracy. */
export const curve = signal<readonly CurvePoint[]>([]);
/** What the passes came to. */
export const epochs = signal<readonly EpochResult[]>([]);
/** Steps that one can go back to. */
export const moments = signal<readonly number[]>([0]);
/** The last look at the mistakes. */
export const look = signal<Look | undefined>(undefined);
/** What went wrong, in words. */
export const failure = signal('');
/** What looks like a mistake but may be meant, in words. */
export const warnings = signal<readonly string[]>([]);
/** Whether it is to train: from the press of the button, before the worker answers. */
export const running = signal(false);
/** Steps a second at most. */
export const speed = signal(Number.POSITIVE_INFINITY);
/** What was done to the network so that it fits the examples; empty if nothing was. */
export const refitted = signal('');

/** Forgets the learning curve: it begins again. */
export function forgetCurve(): void {
  curve.value = [];
  epochs.value = [];
  look.value = undefined;
  failure.value = '';
}

/** Forgets all that is known: there is no training. */
export function forgetTraining(): void {
  forgetCurve();
  running.value = false;
  progress.value = undefined;
  examples.value = undefined;
  warnings.value = [];
  moments.value = [0];
}
