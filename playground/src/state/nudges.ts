// One example, the answer that is wished for, and how far one has followed the nudges back.
import { computed, signal } from '@preact/signals';
import { fittingLoss } from '../model/fittingLosses';
import { nudgesOf, takeStep } from '../model/oneExample';
import { losses } from '../model/TrainingSpec';
import { announce } from './announcements';
import { shown, touched } from './network';
import { notify } from './notices';
import { input } from './reading';
import { trainingSpec } from './settings';
import { pause } from './training/orders';
import { running } from './training/signals';

/** The answer that is wished for. */
export const wished = signal(3);

/** How far a step goes. */
export const stepSize = signal(0.01);

const back = signal(0);

/** The column that is looked at: the output's first, then one back after the other. */
export const column = computed(
  () => shown.value.network.layers.length - Math.min(back.value, shown.value.network.layers.length),
);

/** Goes a column back, or forth. */
export function goBack(columns: 1 | -1): void {
  back.value = Math.max(0, Math.min(shown.peek().network.layers.length, back.peek() + columns));
}

const asked = computed(() => ({
  input: input.value,
  label: Math.min(wished.value, (shown.value.network.sizes.at(-1) as number) - 1),
  loss: losses[fittingLoss(shown.value.network, trainingSpec.value.loss)],
}));

/** What the example asks for, or in words why that cannot be said. */
export const nudges = computed(() => {
  try {
    return nudgesOf(shown.value.network, asked.value, stepSize.value);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
});

/** Takes the step: every knob moves a little against its slope. */
export function step(): void {
  if (running.peek()) pause();
  const before = nudges.peek();
  if (typeof before === 'string') return;
  try {
    takeStep(shown.peek().network, asked.peek(), stepSize.peek());
  } catch (error) {
    notify((error as Error).message);
    return;
  }
  touched();
  announce(`Cost ${before.cost.toPrecision(3)} before, ${before.costAfter.toPrecision(3)} after.`);
}
