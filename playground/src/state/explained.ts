// The open neuron's answer to what is drawn, taken apart.
import { computed } from '@preact/signals';
import { explain } from 'glassbox-nn';
import { placesFor, roundedParts } from '../model/addingUp';
import { shown } from './network';
import { input } from './reading';
import { selected } from './selection';

/** Inputs, weights, contributions, bias, weighted sum and activation of the open neuron. */
export const explained = computed(() => {
  const { layer, neuron } = selected.value;
  return explain(shown.value.network, input.value, layer, neuron);
});

/** One line of the sum as it is shown. */
export interface ShownPart {
  /** What it stands for; a number is an input of the column before. */
  readonly name: string | number;
  readonly value: number;
}

/** Columns of up to this many inputs are added up input by input, longer ones by their sign. */
const SINGLE = 40;

/** The sum as it is shown: its parts, with as many decimals as `places` says, add up to `total` exactly, unless they are beyond measure. */
export const sum = computed(() => {
  const { contributions, bias, weightedSum } = explained.value;
  const single = contributions.length <= SINGLE;
  const [plus, minus] = [contributions.filter((part) => part > 0), contributions.filter((part) => part < 0)];
  const parts = single ? [...contributions] : [added(plus), added(minus)];
  const names: (string | number)[] = single
    ? [...contributions.keys()]
    : [`${plus.length} inputs that speak for it`, `${minus.length} inputs that speak against it`];
  const places = placesFor(Math.max(...parts.map(Math.abs), Math.abs(bias), Math.abs(weightedSum)));
  const rounded = roundedParts([...parts, bias], weightedSum, places)?.map((whole) => whole / 10 ** places);
  const shownParts = rounded ?? [...parts, bias]; // numbers beyond measure are shown as they are
  return {
    places,
    single,
    parts: names.map((name, index): ShownPart => ({ name, value: shownParts[index] as number })),
    bias: shownParts.at(-1) as number,
    total: rounded === undefined ? weightedSum : Math.round(weightedSum * 10 ** places) / 10 ** places,
  };
});

function added(values: Float32Array): number {
  return values.reduce((total, value) => total + value, 0);
}
