// The weights between two columns as lines.
import type { Weighted } from '../checkLayer.js';
import { usualSize } from '../raster/sizes.js';
import type { Shape } from './Drawing.js';
import type { LaidColumn } from './layOut.js';

/** Weights below this share of the strongest are not drawn. */
const FAINTEST = 0.04;

/** A line for each weight between neurons that are drawn, the strongest last, so that they are on top. */
export function connections({ weights, inputs }: Weighted, from: LaidColumn, to: LaidColumn): Shape[] {
  const scale = usualSize(weights);
  return to.neurons
    .flatMap(({ neuron, y }) =>
      from.neurons.map((source) => ({
        strength: Math.max(-1, Math.min(1, weights[neuron * inputs + source.neuron] / scale)),
        from: source.y,
        to: y,
      })),
    )
    .filter(({ strength }) => Math.abs(strength) >= FAINTEST)
    .sort((a, b) => Math.abs(a.strength) - Math.abs(b.strength))
    .map(({ strength, from: start, to: end }) => ({
      kind: 'line',
      from: [from.x + from.radius, start],
      to: [to.x - to.radius, end],
      paint: { signed: strength },
      width: 0.5 + 1.5 * Math.abs(strength),
    }));
}
