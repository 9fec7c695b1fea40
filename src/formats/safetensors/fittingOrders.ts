// The orders in which layers fit each other: the inputs of each are the outputs of the one before.

/** The inputs and outputs of a layer. */
export interface LayerSizes {
  readonly inputs: number;
  readonly outputs: number;
}

/** The most layers for which orders are tried. 12 layers have 479,001,600 orders; the search has at most 2^12 x 12 states. */
export const MOST_ORDERED = 12;

/** The orders that fit, as places in `layers`: two at most. There is none if no order fits, or if there are too many layers. */
export function fittingOrders(layers: readonly LayerSizes[]): number[][] {
  const found: number[][] = [];
  // Whether an order can be completed depends on its last layer and on which are left. A bit of `left` stands for each layer.
  const hopeless = new Set<number>();
  const count = layers.length;

  function goOn(order: readonly number[], left: number): void {
    if (left === 0) {
      found.push([...order]);
      return;
    }
    const last = order.at(-1);
    const state = left * (count + 1) + (last ?? count);
    if (hopeless.has(state)) return;
    const before = found.length;
    for (let next = 0; next < count; next++) {
      const isLeft = (left >> next) & 1;
      if (!isLeft || (last !== undefined && layers[last]?.outputs !== layers[next]?.inputs)) continue;
      goOn([...order, next], left - (1 << next));
      if (found.length === 2) return;
    }
    if (found.length === before) hopeless.add(state);
  }

  if (count <= MOST_ORDERED) goOn([], (1 << count) - 1);
  return found;
}
