// What was found that lights the open neuron: an image that was made for it, or digits.
import { computed, signal } from '@preact/signals';
import { featureImage, topExamples } from 'glassbox-nn';
import { decimal } from '../model/numbers';
import { shown } from './network';
import { loadSamples } from './samples';
import { selected } from './selection';

/** One picture that was found, and what it was found for. */
interface Found {
  readonly words: string;
  /** [784] */
  readonly pixels: Float32Array;
}

const last = signal<{ readonly of: string; readonly pictures: readonly Found[] }>({ of: '', pictures: [] });

/** The open neuron with its knobs as they are now. */
const question = computed(() => `${selected.value.layer} ${selected.value.neuron} ${shown.value.revision}`);

/** What was found for the open neuron as it is; none where it has changed since. */
export const found = computed(() => (last.value.of === question.value ? last.value.pictures : []));

/** Makes the image that lights it most. */
export function dream(): void {
  const { layer, neuron } = selected.peek();
  const pixels = featureImage(shown.peek().network, layer, neuron);
  last.value = { of: question.peek(), pictures: [{ words: 'lights it most', pixels }] };
}

/** Finds the sample digits that light it most. */
export async function search(): Promise<void> {
  const samples = await loadSamples();
  if (samples === undefined) return;
  const { layer, neuron } = selected.peek();
  const top = topExamples(shown.peek().network, layer, neuron, samples.train, { count: 6 });
  const pictures = top.map(({ index, input, activation }) => ({
    words: `a ${samples.train.example(index).label}: ${decimal(activation)}`,
    pixels: input,
  }));
  last.value = { of: question.peek(), pictures };
}
