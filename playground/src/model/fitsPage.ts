// Whether a network from a file can be shown on this page.
import type { Network } from 'glassbox-nn';
import { MOST } from './NetworkSpec';
import { taskOf, tasks } from './tasks';

/** The network, if the page can show it. */
export function fitsPage(network: Network): Network {
  const { sizes } = network;
  const task = taskOf(sizes[0]);
  if (task === undefined || sizes.at(-1) !== tasks[task].outputs) {
    throw new Error(
      `Expected a network of 784 inputs and 10 outputs, or of 2 and 2, got ${sizes[0]} and ${sizes.at(-1)}. The library itself takes any sizes.`,
    );
  }
  const hidden = sizes.slice(1, -1);
  if (hidden.length > MOST.columns || hidden.some((size) => size > MOST.neurons)) {
    throw new Error(
      `Expected at most ${MOST.columns} hidden columns of at most ${MOST.neurons} neurons, got ${sizes.join('-')}. The library itself takes any sizes.`,
    );
  }
  return network;
}
