// Lays out the neurons of a column.

/** A column, laid out. */
export interface LaidColumn {
  /** The number of its neurons. */
  readonly size: number;
  readonly x: number;
  readonly radius: number;
  /** Those that are drawn. */
  readonly neurons: readonly { readonly neuron: number; readonly y: number }[];
  /** The heights of the three dots that stand for the others; none where all are drawn. */
  readonly dots: readonly number[];
}

/** The largest radius of a neuron, and its share of the room that it has. */
const RADIUS = 12;
const SHARE = 0.4;

/** Rooms that the dots take. */
const DOTS = 1.5;

/** Up to `most` of `size` neurons, spread evenly, from `top` on in `height`. */
export function layOut(size: number, most: number, x: number, top: number, height: number): LaidColumn {
  const drawn = Math.min(size, most);
  const rooms = size > most ? drawn + DOTS : drawn;
  const room = Math.min(height / rooms, RADIUS / SHARE);
  const first = top + (height - rooms * room) / 2;
  const half = Math.ceil(drawn / 2);
  const neurons = Array.from({ length: drawn }, (_, place) => ({
    neuron: Math.floor(((place + 0.5) * size) / drawn),
    y: first + (place + 0.5 + (size > most && place >= half ? DOTS : 0)) * room,
  }));
  const middle = first + (half + DOTS / 2) * room;
  const apart = Math.max(6, room * 0.3);
  const dots = size > most ? [middle - apart, middle, middle + apart] : [];
  return { size, x, radius: room * SHARE, neurons, dots };
}
