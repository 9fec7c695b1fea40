import { argmax } from '../../linalg/argmax.js';
import { checkNetwork } from '../../model/checkNetwork.js';
import { activationsThrough, readInput } from '../../model/forward.js';
import type { First, Sized, Sizes } from '../../model/sizes.js';
import type { Network } from '../../model/typedBySizes.js';
import { wholeNumber } from '../../support/checks.js';
import type { Numbers } from '../../support/numbers.js';
import { readOptions } from '../../support/options.js';
import { digitPicture } from '../raster/digitPicture.js';
import { shortNumber } from '../shortNumber.js';
import { connections } from './connections.js';
import type { Drawing, Shape } from './Drawing.js';
import { type LaidColumn, layOut } from './layOut.js';
import { brightnesses, outputLabels } from './outputLabels.js';

/** Options of {@link networkDrawing}. */
export interface NetworkDrawingOptions {
  /** The most neurons of a column that are drawn, from 2; 16 if left out. Three dots stand for the others. */
  readonly most?: number | undefined;
  /** The names of the outputs; their numbers if left out. */
  readonly classNames?: readonly string[] | undefined;
}

/** Lengths of the drawing. */
const SIZE = { height: 520, margin: 30, image: 140, column: 150, labels: 190 };

/**
 * A network as the video draws it: columns of neurons, lit by their activations if there is an input, and between them the weights as lines,
 * coloured by sign, brighter and thicker the stronger they are. Outputs are named, and with an input shown as bars.
 *
 * @param network - The network.
 * @param input - [inputs], as for `forward`; left out, no neuron is lit.
 * @param options - `most`, `classNames`.
 * @returns A drawing. Of large columns it shows neurons that are spread evenly, which tips name.
 * @throws As `network.forward`, and for wrong options.
 *
 * @example
 * ```ts
 * import { Network } from 'glassbox-nn';
 * import { networkDrawing } from 'glassbox-nn/pictures';
 *
 * const drawing = networkDrawing(new Network([784, 16, 16, 10]));
 * drawing.description; // => 'Columns of 784, 16, 16 and 10 neurons; of 784, 16 are drawn. Lines are weights.'
 * drawing.shapes.filter(({ kind }) => kind === 'circle').length; // => 61
 * ```
 */
export function networkDrawing<S extends Sizes, const X extends Numbers>(
  network: Network<S>,
  input?: X & Sized<X, First<S>>,
  options?: NetworkDrawingOptions,
): Drawing {
  checkNetwork(network);
  const { most = 16, classNames } = readOptions('networkDrawing options', options, ['most', 'classNames'], {
    width: 'toSvg has it: toSvg(drawing, { width }).',
  });
  wholeNumber('networkDrawing: most', most, 2, 100);
  const { layers, sizes } = network;
  const activations = input === undefined ? undefined : activationsThrough(layers, readInput(network, input));
  const image = activations === undefined ? undefined : imageOf(activations[0]);
  const first = SIZE.margin + (image === undefined ? 0 : SIZE.image + 50);
  const columns = sizes.map((size, index) =>
    layOut(size, most, first + 12 + index * SIZE.column, SIZE.margin, SIZE.height - 2 * SIZE.margin),
  );
  const last = columns[columns.length - 1];
  return Object.freeze({
    width: last.x + SIZE.labels,
    height: SIZE.height,
    title: `A network of ${sizes.join('-')}`,
    description: inWords(sizes, columns, activations?.[activations.length - 1], classNames),
    shapes: [
      ...(image === undefined ? [] : [image]),
      ...layers.flatMap((layer, index) => connections(layer, columns[index], columns[index + 1])),
      ...columns.flatMap((column, index) => neurons(column, activations?.[index], index)),
      ...outputLabels(last, activations?.[activations.length - 1], classNames),
    ],
  });
}

/** The input as a picture, if it fills a square. */
function imageOf(input: Float32Array): Shape | undefined {
  if (input.length < 16 || !Number.isInteger(Math.sqrt(input.length))) return undefined;
  const at = [SIZE.margin, (SIZE.height - SIZE.image) / 2] as const;
  return { kind: 'image', at, width: SIZE.image, height: SIZE.image, picture: digitPicture(input) };
}

function neurons(column: LaidColumn, activations: Float32Array | undefined, index: number): Shape[] {
  const lights = activations && brightnesses(activations);
  const circles = column.neurons.map(({ neuron, y }): Shape => {
    const value = activations === undefined ? '' : `: ${shortNumber(activations[neuron])}`;
    return {
      kind: 'circle',
      at: [column.x, y],
      radius: column.radius,
      paint: lights === undefined ? 'paper' : { light: lights[neuron] },
      edge: 'ink',
      tip: `column ${index}, neuron ${neuron}${value}`,
    };
  });
  const dots = column.dots.map((y): Shape => ({ kind: 'circle', at: [column.x, y], radius: 2, paint: 'ink' }));
  return [...circles, ...dots];
}

function inWords(
  sizes: readonly number[],
  columns: readonly LaidColumn[],
  outputs: Float32Array | undefined,
  names: readonly string[] | undefined,
): string {
  const all = `${sizes.slice(0, -1).join(', ')} and ${sizes[sizes.length - 1]}`;
  const part = columns
    .filter(({ dots }) => dots.length > 0)
    .map(({ size, neurons: { length } }) => `; of ${size}, ${length} are drawn`)
    .join('');
  const answer = outputs === undefined ? '' : answerInWords(outputs, names);
  return `Columns of ${all} neurons${part}. Lines are weights.${answer}`;
}

function answerInWords(outputs: Float32Array, names: readonly string[] | undefined): string {
  const brightest = argmax(outputs);
  return ` The brightest output is ${names?.[brightest] ?? brightest}, with ${shortNumber(outputs[brightest])}.`;
}
