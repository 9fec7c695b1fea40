// Which neurons of a long column are shown: as in the video, some at the top, some at the bottom, and dots for the rest.

/** A place in a column: a neuron, or the dots that stand for those from `first` to `last`. */
export type Slot =
  | { readonly kind: 'neuron'; readonly neuron: number }
  | { readonly kind: 'rest'; readonly first: number; readonly last: number };

/** At most `most` places (5 or more) for `count` neurons; the one that must be seen is among them. */
export function shownNeurons(count: number, most: number, seen?: number): Slot[] {
  if (count <= most) return neurons(0, count);
  // The dots take a place; where the neuron that must be seen is far from both ends, it takes one, and two dots stand around it.
  const top = Math.ceil((most - 1) / 2);
  const bottom = most - 1 - top;
  if (seen === undefined || seen < top || seen >= count - bottom) {
    return [...neurons(0, top), rest(top, count - bottom), ...neurons(count - bottom, count)];
  }
  const [above, below] = [top - 1, bottom - 1];
  return [
    ...neurons(0, above),
    ...(seen > above ? [rest(above, seen)] : []),
    ...neurons(seen, seen + 1),
    ...(seen + 1 < count - below ? [rest(seen + 1, count - below)] : []),
    ...neurons(count - below, count),
  ];
}

function neurons(from: number, to: number): Slot[] {
  return Array.from({ length: to - from }, (_, index) => ({ kind: 'neuron', neuron: from + index }));
}

function rest(from: number, to: number): Slot {
  return { kind: 'rest', first: from, last: to - 1 };
}
