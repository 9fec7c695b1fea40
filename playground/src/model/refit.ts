// The same hidden layers with fresh weights, and with the inputs and outputs that some examples need.
import { Layer, Network } from 'glassbox-nn';
import { savedName } from './fileFormats';
import { buildNetwork, hiddenActivations, type NetworkSpec, outputActivations } from './NetworkSpec';
import { type Origin, specOf } from './origins';
import type { TrainingSpec } from './TrainingSpec';
import { tasks } from './tasks';

/** How many inputs and outputs the examples of a source need. */
function sizesFor(source: TrainingSpec['source']): { readonly inputs: number; readonly outputs: number } {
  return source === 'spirals' ? tasks.plane : tasks.digits;
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

/**
 * A network with the hidden layers and activations of another and fresh weights, whose inputs and outputs fit a source; and where it comes
 * from, so that it can be built again.
 */
export function refit(
  network: Network,
  source: TrainingSpec['source'],
  seed: number,
  initializer: NetworkSpec['initializer'] = 'usual',
): { readonly network: Network; readonly origin: Origin } {
  const { inputs, outputs } = sizesFor(source);
  const sizes = [inputs, ...network.sizes.slice(1, -1), outputs];
  const spec = { ...specOf(network), sizes, seed, initializer };
  if (describes(spec, network)) return { network: buildNetwork(spec), origin: { kind: 'built', spec } };
  const layers = network.layers.map(
    ({ activation }, place) => new Layer(sizes[place] as number, sizes[place + 1] as number, { activation, seed }),
  );
  return { network: new Network(layers), origin: { kind: 'file', name: `${savedName(sizes)}.json` } };
}

/** Whether settings describe all the activations of a network; one from a file may have others, or several kinds. */
function describes({ hidden, output }: NetworkSpec, { layers }: Network): boolean {
  return layers.every(
    ({ activation }, layer) =>
      activation === (layer === layers.length - 1 ? outputActivations[output] : hiddenActivations[hidden]),
  );
}
