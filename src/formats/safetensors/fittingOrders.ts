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
