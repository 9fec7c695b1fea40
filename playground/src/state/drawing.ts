// The drawing, and what the network reads of it.
import { computed, signal } from '@preact/signals';
import { prepareDigit } from 'glassbox-nn/digits';

/** Pixels of a side. */
export const SIDE = 28;

/** [784], rows of 28 from the top, 0 black to 1 white: what was drawn, as it was drawn. A new array at every change. */
export const drawing = signal(new Float32Array(SIDE * SIDE));

/** Whether the drawing is scaled and centred as MNIST's digits are, before it is read. */
export const centred = signal(true);

/** [784], the drawing as the network reads it. */
export const pixels = computed(() => (centred.value ? prepared(drawing.value) : drawing.value));

function prepared(drawn: Float32Array): Float32Array {
  const data = Uint8ClampedArray.from(drawn, (value) => Math.round(value * 255));
  return prepareDigit({ data, width: SIDE, height: SIDE });
}
