// The core repeats the reference in JavaScript to the bit: weights, records, measures and errors.

import fc from 'fast-check';
import {
  adam,
  defineLoss,
  identity,
  leakyRelu,
  Network,
  type Optimizer,
  Random,
  relu,
  rmsprop,
  sgd,
  sigmoid,
  softmax,
  type TrainingOptions,
  tanh,
  train,
  trainSteps,
} from 'glassbox-nn';
import { type Dataset, dataset } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { stepFor } from '../../src/engine/backend.js';
import { stepPlan } from '../learning/stepPlan.js';
import { on } from '../support/backends.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { thrownBy } from '../support/thrownBy.js';
import { randomExamples } from '../support/toyData.js';
import { bent, customDescent, quartic } from './customFunctions.js';
import { onBoth } from './onBoth.js';
import { outcomeOf } from './outcomes.js';
import { trainings } from './trainings.js';

/** What a training throws, and the network it leaves. */
function failureOf(network: Network, data: Dataset, options: TrainingOptions = {}) {
  const { name, message } = thrownBy(() => train(network, data, options));
  return { name, message, hash: hashOfNetwork(network) };
}

describe('a training', () => {
  it('comes to the same on both backends, whatever the network, the data and the options', () => {
    fc.assert(
      fc.property(trainings, (training) => {
        onBoth(() => outcomeOf(training));
      }),
      { numRuns: 100 },
    );
  });

  it('moves a weight of -0 that no input lights as the reference does', () => {
    const data = dataset({ inputs: [[0, 0, 1], [0, 0, 2]], labels: [0, 1] }); // biome-ignore format: a table
    for (const optimizer of [sgd(), sgd({ momentum: 0.9 }), sgd({ momentum: 0.9, nesterov: true }), rmsprop(), adam()]) {
      onBoth(() => {
        const network = new Network([3, 2, 1]);
        network.layers[0].weights.set([-0, 0, 0.5, -0, -0, -0.5]);
        train(network, data, { optimizer });
        return hashOfNetwork(network);
      });
    }
  });

  it('refuses a label that was changed into one of no class, and the network stays as it was (case 346)', () => {
    for (const label of [3, 100_000, 2 ** 30, -1]) {
      for (const outputs of [3, 1]) {
        onBoth(() => {
          const data = randomExamples(20, 4, Math.max(2, outputs));
          data.labels?.fill(label, 5, 9);
          const network = new Network([4, 6, outputs], { output: identity });
          const before = hashOfNetwork(network);
          const { message } = thrownBy(() => train(network, data, { batchSize: 8, clipValue: 1 }));
          expect(hashOfNetwork(network)).toBe(before);
          return message;
        });
      }
    }
  });

  it('that pauses goes on from what was changed meanwhile', () => {
    const data = randomExamples(30, 5, 3);
    const hashes = onBoth(() => {
      const network = new Network([5, 18, 3], { hidden: relu, output: softmax });
      const hashes = [];
      for (const { step } of trainSteps(network, data, { batchSize: 4, epochs: 2 })) {
        if (step === 3) network.layers[0].weights.fill(0.125);
        if (step === 5) network.layers[1].neuron(2).bias = -1;
        hashes.push(hashOfNetwork(network));
      }
      return hashes;
    });
    expect(new Set(hashes).size).toBe(16);
  });
});

it('a batch comes to the same in whatever portions it is taken', () => {
  const data = randomExamples(300, 7, 3);
  const order = Random.stream(1).shuffle(Uint32Array.from({ length: 300 }, (_, index) => index));
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 299 }), { maxLength: 12 });
  const hashAfter = (places: readonly number[]) => {
    const network = new Network([7, 20, 3], { hidden: tanh, output: softmax }) as Network;
    const step = stepFor(stepPlan({ network, data, loss: quartic, dropout: [0.1, 0.5] }), 300);
    step.beginEpoch(1, order);
    const all = [0, ...[...places].sort((a, b) => a - b), 300];
    for (const [index, end] of all.slice(1).entries()) step.addExamples(all[index] as number, end);
    const totals = step.update(0.5);
    step.writeBack();
    step.release();
    return { totals, hash: hashOfNetwork(network) };
  };
  const whole = onBoth(() => hashAfter([]));
  fc.assert(
    fc.property(cuts, (places) => {
      expect(onBoth(() => hashAfter(places))).toEqual(whole);
    }),
    { numRuns: 20 },
  );
});

describe('what goes wrong is reported in the same words', () => {
  const far = dataset({ inputs: [[1e3, 1e3], [-1e3, 0]], targets: [[-1e3], [1]] }); // biome-ignore format: a table
  const wordsOf = (options: TrainingOptions) =>
    onBoth(() => failureOf(new Network([2, 19, 1], { hidden: leakyRelu, output: identity }), far, options));

  it('when a training runs away', () => {
    const failures = [
      wordsOf({ optimizer: sgd({ learningRate: 1 }), epochs: 1000 }),
      wordsOf({ optimizer: sgd({ learningRate: 1e-4 }), epochs: 1000, batchSize: 1, dropout: [0, 0.5] }),
      wordsOf({ optimizer: sgd({ learningRate: 1e38 }) }),
      wordsOf({ optimizer: sgd({ learningRate: 1e38, momentum: 0.5 }) }),
      wordsOf({ optimizer: { ...customDescent, learningRate: 1e38 } }),
      wordsOf({ optimizer: sgd({ learningRate: 10, weightDecay: 1 }), epochs: 1000 }),
      wordsOf({ optimizer: sgd({ learningRate: 1 }), l2: 1e10, epochs: 100 }),
    ];
    for (const { name, message } of failures) {
      expect(name).toBe('NumericError');
      expect(message).toMatch(/^training step \d+: expected finite numbers, got /);
    }
  });

  it('when a gradient is too large for its norm to be a number', () => {
    const steep = dataset({ inputs: [[3e38]], targets: [[-10]] });
    for (const optimizer of [sgd(), customDescent]) {
      for (const clipping of [{ clipNorm: 1 }, { globalClipNorm: 1 }]) {
        const { message } = onBoth(() => {
          const network = new Network([1, 1], { output: identity });
          network.layers[0].weights[0] = 0;
          return failureOf(network, steep, { optimizer, ...clipping });
        });
        expect(message).toContain(
          'training step 1: expected finite numbers, got Infinity in the gradient of layers[0].weights[0]',
        );
      }
    }
  });

  it('when a weight or bias is not finite, before the start and at a pause', () => {
    for (const number of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      const atStart = onBoth(() => {
        const network = new Network([2, 19, 1], { output: identity });
        network.layers[1].weights[17] = number;
        return failureOf(network, far);
      });
      expect(atStart.message).toContain(`layers[1].weights[17] before training: expected a finite number, got ${number}`);
      const atPause = onBoth(() => {
        const network = new Network([2, 19, 1], { output: identity });
        const onBatch = ({ step }: { step: number }) => {
          if (step === 2) network.layers[0].biases[18] = number;
        };
        return failureOf(network, far, { batchSize: 1, epochs: 2, onBatch });
      });
      expect(atPause.message).toContain(`layers[0].biases[18] at step 3: expected a finite number, got ${number}`);
    }
  });

  it('when an input is not finite it is a NumericError on both, and nothing has moved', () => {
    for (const number of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      for (const hidden of [relu, sigmoid, bent]) {
        const failures = (['webassembly', 'javascript'] as const).map((backend) => {
          const data = randomExamples(20, 5, 2);
          data.inputs[42] = number;
          return on(backend, () => failureOf(new Network([5, 17, 2], { hidden }), data, { batchSize: 20 }));
        });
        const hash = hashOfNetwork(new Network([5, 17, 2], { hidden }));
        for (const failure of failures) expect(failure).toMatchObject({ name: 'NumericError', hash });
      }
    }
  });

  it("when a function of the user's own throws, and the last whole step is kept", () => {
    const fault = new Error('of my own');
    const failing = (times: number) => () => {
      times -= 1;
      if (times < 0) throw fault;
      return 0.5;
    };
    const network = () => new Network([2, 5, 1], { output: identity });
    const options = { batchSize: 1, epochs: 3, optimizer: sgd({ learningRate: 1e-6 }) };
    const failures = [
      onBoth(() => {
        const loss = defineLoss({ name: 'failing', value: failing(3), gradient: (outputs) => outputs });
        return failureOf(network(), far, { ...options, loss });
      }),
      onBoth(() => {
        const fail = failing(3);
        const loss = defineLoss({ name: 'failing', value: () => 1, gradient: () => [fail()] });
        return failureOf(network(), far, { ...options, loss });
      }),
      onBoth(() => {
        const fail = failing(9);
        const update: Optimizer['update'] = (parameters) => {
          parameters[0] = fail();
        };
        return failureOf(network(), far, { ...options, optimizer: { ...customDescent, update } });
      }),
    ];
    for (const { message, hash } of failures) {
      expect(message).toBe('of my own');
      expect(hash).not.toBe(hashOfNetwork(network()));
    }
  });

  it('when a custom loss gives a gradient of another length', () => {
    const loss = defineLoss({ name: 'short', value: () => 1, gradient: () => [1] });
    const { name, message } = onBoth(() => failureOf(new Network([2, 2]), randomExamples(4, 2, 2), { loss }));
    expect(`${name}: ${message}`).toContain(
      'ShapeError: gradient of the loss short: expected 2 numbers, one for each output, got 1',
    );
  });
});
