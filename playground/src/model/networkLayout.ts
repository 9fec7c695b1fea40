// Where everything stands in the picture of a network: the input at the left, a column for each layer, the outputs with room for their bars.
import { type Slot, shownNeurons } from './shownNeurons';

/** A place of a column, with its middle in pixels. */
export type Placed = Slot & { readonly x: number; readonly y: number };

/** The picture of a network, in pixels from its top left. */
export interface NetworkLayout {
  readonly width: number;
  readonly height: number;
  /** A side of the input's image, which stands at the left in the middle; 0 for inputs that are no image. */
  readonly image: number;
  /** Inputs that are no image. */
  readonly inputs: readonly Placed[];
  /** A column for each layer. */
  readonly columns: readonly (readonly Placed[])[];
  /** Where the bars of the outputs begin, and how long the longest is; 0 where there is no room. */
  readonly bars: { readonly x: number; readonly length: number };
}

/** Diameter of a neuron; also the least that a finger meets. */
export const NEURON = 24;

/** Room for the number beside an output. */
const NUMBER = { narrow: 46, wide: 58 };
const LONGEST_BAR = 120;
/** Inputs of an image: 28 x 28. */
const IMAGE_INPUTS = 784;

/** Lays a network of these sizes out in a given width. `open` is the neuron that must be seen. */
export function networkLayout(
  sizes: readonly number[],
  width: number,
  open?: { readonly layer: number; readonly neuron: number },
): NetworkLayout {
  const narrow = width < 420;
  const pitch = NEURON + (narrow ? 3 : 6);
  const most = narrow ? 13 : 17;
  const isImage = sizes[0] === IMAGE_INPUTS;
  const layers = sizes.slice(1);
  const bar = narrow ? 0 : Math.min(LONGEST_BAR, width * 0.16);
  const right = width - NEURON / 2 - (narrow ? NUMBER.narrow : NUMBER.wide) - bar - 4;
  const room = right - NEURON * layers.length;
  const image = isImage ? Math.max(20, Math.min(168, width * 0.24, room)) : 0;
  const left = isImage ? image : NEURON / 2;
  const slots = layers.map((count, layer) => shownNeurons(count, most, open?.layer === layer ? open.neuron : undefined));
  const inputSlots = isImage ? [] : shownNeurons(sizes[0] as number, most);
  const rows = Math.max(inputSlots.length, ...slots.map(({ length }) => length));
  const height = Math.max(rows * pitch, image, 120) + 8;
  const place = (column: readonly Slot[], x: number): Placed[] =>
    column.map((slot, row) => ({ ...slot, x, y: height / 2 + (row - (column.length - 1) / 2) * pitch }));
  const step = (right - left) / layers.length;
  return {
    width,
    height,
    image,
    inputs: place(inputSlots, left),
    columns: slots.map((column, layer) => place(column, left + step * (layer + 1))),
    bars: { x: right + NEURON / 2 + 6, length: bar },
  };
}
