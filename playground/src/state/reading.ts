// What the network makes of the input: every column lit, and the answer.
import { computed, signal } from '@preact/signals';
import { brightest } from '../model/brightest';
import { outputSpoken } from '../model/numbers';
import { tasks } from '../model/tasks';
import { pixels } from './drawing';
import { shown } from './network';

/** [2], a place in the plane, which networks of two inputs read instead of a drawing. */
export const place = signal(Float32Array.of(0.3, 0.2));

/** [inputs], what the network reads: the drawing, or a place in the plane. */
export const input = computed(() => (shown.value.network.sizes[0] === place.value.length ? place.value : pixels.value));

/** The activations of every column, the input's first. */
export const activations = computed(() => shown.value.network.activations(input.value));

/** Whether nothing is drawn. The middle of the plane is a place like any other, though its numbers are 0 too. */
export const isBlank = computed(() => input.value.length === tasks.digits.inputs && input.value.every((value) => value === 0));

/** The brightest output and how bright it is; undefined while nothing is drawn, and where no output is a number. */
export const answer = computed(() => (isBlank.value ? undefined : brightest(activations.value.at(-1) as Float32Array)));

/** Whether outputs are shares of 1, and may be shown in percent. */
export const outputsAreShares = computed(() =>
  ['sigmoid', 'softmax'].includes(shown.value.network.layers.at(-1)?.activation.name ?? ''),
);

/** Said of weights so large that the outputs overflow. */
export const NO_NUMBER = 'No answer: its outputs are too large to be numbers.';

/** The answer in words, for a screen reader. */
export function answerInWords(): string {
  const read = answer.peek();
  if (read !== undefined) return `guess ${read.output}, ${outputSpoken(read.brightness, outputsAreShares.peek())}`;
  return isBlank.peek() ? 'Nothing to read' : NO_NUMBER;
}
