// Weights painted on their grid: a brush that adds, takes away or empties, and the weight that is chosen.
import { computed, signal } from '@preact/signals';
import { movedOnGrid } from '../model/gridKeys';
import { decimal } from '../model/numbers';
import { announce } from './announcements';
import { SIDE } from './drawing';
import { knobValue, turn } from './knobs';
import { shown } from './network';
import { selected } from './selection';

/** What the brush does to a weight. */
export type WeightBrush = 'choose' | 'add' | 'subtract' | 'zero';

/** The brush in hand; `choose` changes nothing. */
export const weightBrush = signal<WeightBrush>('choose');

/** How much a touch of the brush adds or takes away. */
const AMOUNT = 0.2;

const asked = signal(0);

/** The input whose weight is chosen; always one that the open neuron has. */
export const chosen = computed(() => {
  const inputs = shown.value.network.layers[selected.value.layer]?.inputs ?? 1;
  return Math.min(asked.value, inputs - 1);
});

/** Chooses a weight. */
export function choose(input: number): void {
  asked.value = Math.max(0, Math.floor(input) || 0);
}

/** Chooses a weight and paints it with the brush in hand. */
export function paint(input: number): void {
  choose(input);
  const brush = weightBrush.peek();
  if (brush === 'choose') return;
  const { layer, neuron } = selected.peek();
  turn(layer, ({ weights, inputs }) => {
    const at = neuron * inputs + chosen.peek();
    const before = weights[at] as number;
    weights[at] = brush === 'zero' ? 0 : knobValue(before + (brush === 'add' ? AMOUNT : -AMOUNT));
  });
}

/** What a key does on the grid of weights; whether it did something. */
export function keyOnWeights(key: string): boolean {
  const at = chosen.peek();
  const moved = movedOnGrid(key, { row: Math.floor(at / SIDE), column: at % SIDE }, { rows: SIDE, columns: SIDE });
  const brushes: Readonly<Record<string, WeightBrush>> = { '+': 'add', '-': 'subtract', '0': 'zero' };
  if (moved) {
    choose(moved.row * SIDE + moved.column);
  } else if (key in brushes) {
    const inHand = weightBrush.peek();
    weightBrush.value = brushes[key] as WeightBrush;
    paint(at);
    weightBrush.value = inHand;
  } else if (key === ' ' || key === 'Enter') {
    paint(at);
  } else {
    return false;
  }
  announce(chosenInWords());
  return true;
}

function chosenInWords(): string {
  const { layer, neuron } = selected.peek();
  const { weights, inputs } = shown.peek().network.layers[layer] as { weights: Float32Array; inputs: number };
  const at = chosen.peek();
  return `row ${Math.floor(at / SIDE) + 1}, column ${(at % SIDE) + 1}, weight ${decimal(weights[neuron * inputs + at] as number)}`;
}
