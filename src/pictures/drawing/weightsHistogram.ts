import { checkNetwork } from '../../model/checkNetwork.js';
import type { Network } from '../../model/typedBySizes.js';
import { wholeNumber } from '../../support/checks.js';
import { readOptions } from '../../support/options.js';
import { readable } from '../../support/views.js';
import { checkLayer, type Weighted } from '../checkLayer.js';
import { largestSize } from '../raster/sizes.js';
import { shortNumber, withCommas } from '../shortNumber.js';
import { chart } from './chart.js';
import type { Drawing, Shape } from './Drawing.js';

/** Options of {@link weightsHistogram}. */
export interface WeightsHistogramOptions {
  /** Bars, from 1; 41 if left out: an odd number has one for weights near 0. */
  readonly bins?: number | undefined;
}

/** Lengths of one layer's panel. */
const PANEL = { width: 250, height: 160, left: 60, top: 46, bottom: 50, gap: 70 };

/**
 * A histogram of the weights of a layer, or of each layer of a network: bars from the most negative to the most positive.
 *
 * @param shown - A network or a layer.
 * @param options - `bins`.
 * @returns A drawing, with a panel for each layer.
 * @throws {@link ArgumentError} for anything else.
 *
 * @example
 * ```ts
 * import { Layer } from 'glassbox-nn';
 * import { weightsHistogram } from 'glassbox-nn/pictures';
 *
 * const layer = new Layer(3, 1);
 * layer.weights.set([-1, 0.5, 2]);
 * weightsHistogram(layer).description; // => 'The layer: 3 weights from -1 to 2.'
 * ```
 */
export function weightsHistogram(shown: Network | Weighted, options?: WeightsHistogramOptions): Drawing {
  const { bins = 41 } = readOptions('weightsHistogram options', options, ['bins']);
  wholeNumber('weightsHistogram: bins', bins, 1, 1000);
  const layers = layersOf(shown);
  const names = layers.length === 1 && !isNetwork(shown) ? ['The layer'] : layers.map((_, index) => `layers[${index}]`);
  const shapes = layers.flatMap((layer, index) => panel(layer.weights, bins, index, names[index]));
  return Object.freeze({
    width: PANEL.left + layers.length * PANEL.width + (layers.length - 1) * PANEL.gap + 24,
    height: PANEL.top + PANEL.height + PANEL.bottom,
    title: 'How weights are spread',
    description: layers.map(({ weights }, index) => `${names[index]}: ${inWords(weights)}`).join(' '),
    shapes,
  });
}

function isNetwork(shown: Network | Weighted): shown is Network {
  return typeof shown === 'object' && 'layers' in readable(shown);
}

function layersOf(shown: Network | Weighted): readonly Weighted[] {
  if (!isNetwork(shown)) {
    checkLayer(shown);
    return [shown];
  }
  checkNetwork(shown);
  return shown.layers;
}

function inWords(weights: Float32Array): string {
  const [low, high] = weights.reduce(
    ([least, most], weight) => [Math.min(least, weight), Math.max(most, weight)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  return `${withCommas(weights.length)} weights from ${shortNumber(low)} to ${shortNumber(high)}.`;
}

function panel(weights: Float32Array, bins: number, place: number, name: string): Shape[] {
  const reach = largestSize(weights);
  const counts = new Uint32Array(bins);
  for (const weight of weights) {
    // NaN and infinite weights have no place; the heading counts them.
    if (weight - weight === 0) counts[Math.min(bins - 1, Math.floor(((weight + reach) / (2 * reach)) * bins))] += 1;
  }
  const most = counts.reduce((largest, count) => Math.max(largest, count), 1);
  const drawn = chart({
    ...PANEL,
    left: PANEL.left + place * (PANEL.width + PANEL.gap),
    across: [-reach, reach],
    up: [0, most * 1.05],
    heading: `${name}, ${withCommas(weights.length)} weights`,
    label: 'weight',
    write: withCommas,
    whole: false,
  });
  const bars = Array.from(counts, (count, bin): Shape => {
    const [from, to] = [(bin / bins) * 2 - 1, ((bin + 1) / bins) * 2 - 1];
    const [left, top] = drawn.at(from * reach, count);
    const [right, bottom] = drawn.at(to * reach, 0);
    const paint = from >= 0 ? 'positive' : to <= 0 ? 'negative' : 'ink';
    const tip = `${count} from ${shortNumber(from * reach)} to ${shortNumber(to * reach)}`;
    return {
      kind: 'rectangle',
      at: [left + 0.5, top],
      width: Math.max(0.5, right - left - 1),
      height: bottom - top,
      paint,
      tip,
    };
  });
  return [...drawn.shapes, ...bars];
}
