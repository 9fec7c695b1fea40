// In which orders layers fit each other: each takes as many numbers as the one before gives.

/** What a layer takes and gives. */
export interface LayerSizes {
  readonly inputs: number;
  readonly outputs: number;
}

/** The most layers whose orders are looked through: 12 have 479,001,600 orders, of which at most 2^12 x 12 ends are told apart. */
export const MOST_ORDERED = 12;

/** One order as places in `layers`, or two where there are two or more; none where no order fits, or for too many layers. */
export function fittingOrders(layers: readonly LayerSizes[]): number[][] {
  const found: number[][] = [];
  // An order that cannot be completed depends on its last layer and on what is left alone.
  const hopeless = new Set<string>();

  function goOn(order: readonly number[], left: readonly number[]): void {
    if (left.length === 0) {
      found.push([...order]);
      return;
    }
    const last = order.at(-1);
    const state = `${last}: ${left}`;
    if (hopeless.has(state)) return;
    const before = found.length;
    for (const next of left) {
      if (last !== undefined && layers[last]?.outputs !== layers[next]?.inputs) continue;
      goOn(
        [...order, next],
        left.filter((other) => other !== next),
      );
      if (found.length === 2) return;
    }
    if (found.length === before) hopeless.add(state);
  }

  if (layers.length <= MOST_ORDERED) goOn([], [...layers.keys()]);
  return found;
}
