// What the network makes of the input: every column lit, and the answer.
import { computed, signal } from '@preact/signals';
import { percentSpoken } from '../model/numbers';
import { pixels } from './drawing';
import { shown } from './network';

/** [2], a place in the plane, which networks of two inputs read instead of a drawing. */
export const place = signal(Float32Array.of(0.3, 0.2));

/** [inputs], what the network reads: the drawing, or a place in the plane. */
export const input = computed(() => (shown.value.network.sizes[0] === place.value.length ? place.value : pixels.value));

/** The activations of every column, the input's first. */
export const activations = computed(() => shown.value.network.activations(input.value));

/** The brightest output and how bright it is; undefined while nothing is drawn. */
export const answer = computed(() => {
  const outputs = activations.value.at(-1) as Float32Array;
  if (input.value.every((value) => value === 0)) return undefined;
  const brightness = Math.max(...outputs);
  return { output: outputs.indexOf(brightness), brightness };
});

/** The answer in words, for those who hear it. */
export function answerInWords(): string {
  const read = answer.peek();
  return read === undefined ? 'Nothing to read' : `guess ${read.output}, ${percentSpoken(read.brightness)}`;
}
