// What a network is to be, in words and numbers: what the building panel edits, and what an address can hold.
import {
  elu,
  gelu,
  glorotNormal,
  glorotUniform,
  heNormal,
  heUniform,
  identity,
  leakyRelu,
  lecunNormal,
  lecunUniform,
  mish,
  Network,
  relu,
  sigmoid,
  softmax,
  softplus,
  softsign,
  tanh,
} from 'glassbox-nn';

/** Activations that a hidden layer may have. */
export const hiddenActivations = { sigmoid, relu, leakyRelu, tanh, softsign, elu, gelu, mish, softplus, identity };

/** Activations that the output may have. */
export const outputActivations = { sigmoid, softmax, identity };

/** What may draw the first weights; `usual` leaves it to the activation: He's for the ReLU family, Glorot's for the others. */
export const initializers = {
  usual: undefined,
  glorotUniform: glorotUniform,
  glorotNormal: glorotNormal,
  heUniform: heUniform,
  heNormal: heNormal,
  lecunUniform: lecunUniform,
  lecunNormal: lecunNormal,
};

/** A network that is to be built. */
export interface NetworkSpec {
  /** How many numbers stand in each column, the input's first. */
  readonly sizes: readonly number[];
  readonly hidden: keyof typeof hiddenActivations;
  readonly output: keyof typeof outputActivations;
  readonly initializer: keyof typeof initializers;
  /** Whole number that decides the first weights. */
  readonly seed: number;
}

/** The video's network, before it has learnt anything. */
export const VIDEO: NetworkSpec = {
  sizes: [784, 16, 16, 10],
  hidden: 'sigmoid',
  output: 'sigmoid',
  initializer: 'usual',
  seed: 0,
};

/** The network that the page begins with: of the video's sizes, and trained, as `digitNetwork()` gives it. */
export const TRAINED: NetworkSpec = { ...VIDEO, hidden: 'relu', output: 'softmax' };

/** Whether two specs are of the same network. */
export function sameSpec(one: NetworkSpec, other: NetworkSpec): boolean {
  const { sizes, ...rest } = one;
  return (
    String(sizes) === String(other.sizes) &&
    (Object.keys(rest) as (keyof typeof rest)[]).every((name) => rest[name] === other[name])
  );
}

/** At most this many neurons in a hidden column, and this many hidden columns: more would not be seen, and fill the page's memory. */
export const MOST = { neurons: 256, columns: 6, seed: 2 ** 32 - 1 };

/** How many weights and biases a network of these sizes has. */
export function knobCount(sizes: readonly number[]): number {
  return sizes.slice(1).reduce((count, outputs, index) => count + outputs * ((sizes[index] as number) + 1), 0);
}

/** Builds it, with fresh weights by its seed. */
export function buildNetwork({ sizes, hidden, output, initializer, seed }: NetworkSpec): Network {
  const drawn = initializers[initializer];
  return new Network(sizes, {
    hidden: hiddenActivations[hidden],
    output: outputActivations[output],
    seed,
    ...(drawn === undefined ? {} : { initializer: drawn }),
  });
}
