// Where the network on the page comes from.
import type { Network } from 'glassbox-nn';
import { digitNetwork, handmadeNetwork } from 'glassbox-nn/digits';
import { buildNetwork, hiddenActivations, type NetworkSpec, outputActivations, VIDEO } from './NetworkSpec';

/** Networks that come with the library, whose weights are there already. */
export const ready = {
  trained: { name: 'Trained', about: 'has learnt from 60,000 digits, and reads best', build: (): Network => digitNetwork() },
  classic: {
    name: "The video's",
    about: 'sigmoid everywhere, trained as the video tells',
    build: (): Network => digitNetwork('classic'),
  },
  handmade: { name: 'Handmade', about: 'weights set by hand, no learning at all', build: (): Network => handmadeNetwork() },
};

/** A ready network by its name. */
export type ReadyName = keyof typeof ready;

/** A place to come from. */
export type Origin =
  | { readonly kind: 'ready'; readonly ready: ReadyName }
  /** Built here, with fresh weights. */
  | { readonly kind: 'built'; readonly spec: NetworkSpec }
  /** Opened from a file, by its name. */
  | { readonly kind: 'file'; readonly name: string };

/** Two spirals, as in Lang and Witbrock's task: a small network that can learn to part them. */
export const SPIRALS: NetworkSpec = { sizes: [2, 8, 8, 2], hidden: 'tanh', output: 'softmax', initializer: 'usual', seed: 0 };

/** Settings of networks that are built fresh, by what the page calls them. */
export const fresh = {
  untrained: { name: 'Untrained', about: "the video's sizes, 784-16-16-10, before any learning", spec: VIDEO },
  spirals: { name: 'Two spirals', about: '2-8-8-2, for places in the plane', spec: SPIRALS },
};

/** Builds what an origin describes; a file cannot be built again. */
export function buildOrigin(origin: Origin): Network | undefined {
  if (origin.kind === 'ready') return ready[origin.ready].build();
  return origin.kind === 'built' ? buildNetwork(origin.spec) : undefined;
}

/** Settings that build a network of the same sizes and, where the page has them, of the same activations. */
export function specOf({ sizes, layers }: Network): NetworkSpec {
  const hidden = layers.length > 1 ? (layers[0]?.activation.name ?? '') : '';
  const output = layers.at(-1)?.activation.name ?? '';
  return {
    ...VIDEO,
    sizes: [...sizes],
    hidden: Object.hasOwn(hiddenActivations, hidden) ? (hidden as NetworkSpec['hidden']) : VIDEO.hidden,
    output: Object.hasOwn(outputActivations, output) ? (output as NetworkSpec['output']) : VIDEO.output,
  };
}
