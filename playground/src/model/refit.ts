// The same hidden layers with fresh weights, and with the inputs and outputs that some examples need.
import { Layer, Network } from 'glassbox-nn';
import type { TrainingSpec } from './TrainingSpec';

/** How many inputs and outputs the examples of a source need. */
function sizesFor(source: TrainingSpec['source']): { readonly inputs: number; readonly outputs: number } {
  return source === 'spirals' ? { inputs: 2, outputs: 2 } : { inputs: 784, outputs: 10 };
}

/** Whether a network can learn from a source as it is. */
export function fits(network: Network, source: TrainingSpec['source']): boolean {
  const { inputs, outputs } = sizesFor(source);
  return network.sizes[0] === inputs && network.sizes.at(-1) === outputs;
}

/** What a network can learn from: what it was to, if it has the inputs and outputs for it. */
export function suitedSource(network: Network, source: TrainingSpec['source']): TrainingSpec['source'] {
  if (fits(network, source)) return source;
  return fits(network, 'spirals') ? 'spirals' : 'digits';
}

/** A network with the hidden layers and activations of another and fresh weights, whose inputs and outputs fit a source. */
export function refit(network: Network, source: TrainingSpec['source'], seed: number): Network {
  const { inputs, outputs } = sizesFor(source);
  const sizes = [inputs, ...network.sizes.slice(1, -1), outputs];
  return new Network(
    network.layers.map(
      ({ activation }, place) => new Layer(sizes[place] as number, sizes[place + 1] as number, { activation, seed, place }),
    ),
  );
}
