// Weights that are changed while a training gives way, and not in a callback: they count for nothing, on both backends (case 286).
import {
  adam,
  earlyStopping,
  evaluateAsync,
  type FitOptions,
  fit,
  Network,
  type Optimizer,
  quadratic,
  softmax,
  tanh,
} from 'glassbox-nn';
import { checkpointIn } from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { errorOf } from '../support/refusals.js';
import { placeInMemory } from '../support/savedPlaces.js';
import { randomExamples } from '../support/toyData.js';

const data = randomExamples(300, 20, 3);
const fresh = () => new Network([20, 60, 3], { hidden: tanh, output: softmax, seed: 4 });
const options: FitOptions = { optimizer: adam(), batchSize: 50, epochs: 30, validationSplit: 0.3 };

/** Descent that is no rule of ours. */
const customOptimizer: Optimizer = {
  name: 'own',
  learningRate: 0.1,
  slots: 0,
  update(parameters, gradient, _slots, { learningRate }) {
    for (let i = 0; i < parameters.length; i++) parameters[i] -= learningRate * gradient[i];
  },
};

/** Writes other numbers into all weights and biases. */
function disturb(network: Network): void {
  for (const { weights, biases } of network.layers) for (const array of [weights, biases]) array.fill(0.5);
}

/** Does something again and again while other things are waited for. Returns how often. */
async function meanwhile(change: () => void, work: () => Promise<unknown>): Promise<number> {
  let times = 0;
  const timer = setInterval(() => {
    change();
    times += 1;
  }, 0);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return times;
}

const untimed = (history: readonly { seconds: number }[]) => history.map((record) => ({ ...record, seconds: 0 }));

describe('weights that a timer changes while a network is trained (case 286)', () => {
  it.each<[string, FitOptions]>([
    ['a rule of ours', {}],
    ["an optimizer of the user's own", { optimizer: customOptimizer }],
    [
      'early stopping that restores the best weights',
      { earlyStopping: earlyStopping({ patience: 30, restoreBestWeights: true }) },
    ],
    ['callbacks', { onBatch: () => {}, onEpoch: () => {} }],
    ['neurons held to a norm', { optimizer: customOptimizer, maxNorm: 1 }],
  ])('count for nothing, with %s', async (_what, more) => {
    const [calm, disturbed] = [fresh(), fresh()];
    const expected = await fit(calm, data, { ...options, ...more });
    let history: Awaited<ReturnType<typeof fit>> = [];
    const times = await meanwhile(
      () => disturb(disturbed),
      async () => {
        history = await fit(disturbed, data, { ...options, ...more });
      },
    );
    expect(times).toBeGreaterThan(0);
    expect(untimed(history)).toEqual(untimed(expected));
    expect(hashOfNetwork(disturbed)).toBe(hashOfNetwork(calm));
  });

  it('count for nothing where the data have a reader of their own', async () => {
    const reversed = Object.assign(Object.create(Object.getPrototypeOf(data)), data);
    reversed.readInput = (out: Float32Array, index: number) => {
      data.readInput(out, index);
      out.reverse();
    };
    const [calm, disturbed] = [fresh(), fresh()];
    const given = { ...options, validationSplit: undefined } as FitOptions;
    await fit(calm, reversed, given);
    await meanwhile(
      () => disturb(disturbed),
      () => fit(disturbed, reversed, given),
    );
    expect(hashOfNetwork(disturbed)).toBe(hashOfNetwork(calm));
  });

  it('are not there after a training that is stopped, and not in its checkpoint', async () => {
    const { checkpoint } = placeInMemory({ everySeconds: 1000 });
    const network = fresh();
    const controller = new AbortController();
    const onBatch = ({ step }: { step: number }) => {
      if (step === 20) setTimeout(() => controller.abort());
    };
    await meanwhile(
      () => disturb(network),
      () => errorOf(() => fit(network, data, { ...options, onBatch, checkpoint, signal: controller.signal })),
    );
    expect(new Set(network.layers[0].biases).size).toBeGreaterThan(1);
    const [resumed, calm] = [fresh(), fresh()];
    await fit(resumed, data, { ...options, checkpoint });
    await fit(calm, data, options);
    expect(hashOfNetwork(resumed)).toBe(hashOfNetwork(calm));
  });

  it('count for nothing where load and save change them', async () => {
    const [calm, disturbed] = [fresh(), fresh()];
    await fit(calm, data, options);
    const change = () => {
      disturb(disturbed);
      return undefined;
    };
    await fit(disturbed, data, { ...options, checkpoint: checkpointIn({ load: change, save: change }, { everySteps: 1 }) });
    expect(hashOfNetwork(disturbed)).toBe(hashOfNetwork(calm));
  });

  it('count where a callback changes them, to the bits of the other backend', async () => {
    const network = fresh();
    const onBatch = ({ step }: { step: number }) => {
      if (step === 7) disturb(network);
    };
    await meanwhile(
      () => disturb(network),
      () => fit(network, data, { ...options, onBatch }),
    );
    expect(hashOfNetwork(network)).toBe('6e12829f');
  });

  it('count for nothing while a network is evaluated', async () => {
    const many = randomExamples(20_000, 20, 3);
    const network = fresh();
    const expected = await evaluateAsync(network, many, { loss: quadratic });
    let found: unknown;
    await meanwhile(
      () => disturb(network),
      async () => {
        network.layers.forEach(({ weights, biases }, index) => {
          weights.set(fresh().layers[index]?.weights as Float32Array);
          biases.set(fresh().layers[index]?.biases as Float32Array);
        });
        found = await evaluateAsync(network, many, { loss: quadratic });
      },
    );
    expect(found).toEqual(expected);
  });
});

describe('what decides how a network computes', () => {
  it('cannot be changed while it is trained', () => {
    const network = fresh();
    const [layer] = network.layers;
    expect(Object.isFrozen(network.layers)).toBe(true);
    for (const name of ['activation', 'trainable', 'weights', 'biases', 'inputs', 'outputs']) {
      expect(() => Object.assign(layer, { [name]: undefined })).toThrow();
    }
  });
});
