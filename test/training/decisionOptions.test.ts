// The options `earlyStopping` and `reduceOnPlateau` in JavaScript: what is not called, or belongs to the other, is refused before a step.

import { earlyStopping, fit, Network, reduceOnPlateau, train, trainSteps } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { errorOf, expectRefusalLeaving } from '../support/refusals.js';
import { exclusiveOr } from '../support/toyData.js';

const network = () => new Network([2, 3, 1]);

describe('what decides after an epoch is refused before the first', () => {
  it.each([
    ['earlyStopping', reduceOnPlateau({ patience: 1, minDelta: 10 }), "got 'reduceOnPlateau()'"],
    ['reduceOnPlateau', earlyStopping(), "got 'earlyStopping()'"],
    ['earlyStopping', earlyStopping, "got 'earlyStopping, not called'"],
    ['reduceOnPlateau', reduceOnPlateau, "got 'reduceOnPlateau, not called'"],
    ['earlyStopping', reduceOnPlateau, "got 'reduceOnPlateau, not called'"],
    ['earlyStopping', { patience: 3 }, 'got an object'],
    ['earlyStopping', true, 'got true'],
    ['reduceOnPlateau', { patience: 3 }, 'got an object'],
  ])('%s of another kind, case %#', async (name, value, got) => {
    const options = { [name]: value, epochs: 1 } as never;
    for (const call of [train, fit, trainSteps]) {
      const one = network();
      const remedy = `Write ${name}: ${name}({ patience: 5 }).`;
      await expectRefusalLeaving(one, () => call(one, exclusiveOr(), options), 'ArgumentError', name, got, remedy);
    }
  });

  it('and functions of the caller are taken, whatever they are called', () => {
    const stop = Object.defineProperty(() => true, 'name', { value: 'reduceOnPlateau' });
    expect(train(network(), exclusiveOr(), { epochs: 5, earlyStopping: stop })).toHaveLength(1);
    expect(train(network(), exclusiveOr(), { epochs: 2, reduceOnPlateau: () => 0.5 })[1]?.learningRate).toBe(0.0005);
  });
});

it('a decision that is a promise is called so', async () => {
  const later = (async () => true) as never;
  for (const name of ['earlyStopping', 'reduceOnPlateau']) {
    const error = await errorOf(() => train(network(), exclusiveOr(), { epochs: 2, [name]: later }));
    expect((error as Error).message).toContain(`${name} after epoch 1: expected`);
    expect((error as Error).message).toContain('got a Promise.');
  }
});

it('options of other libraries are answered in both', () => {
  const remedies = [
    [earlyStopping, 'restoreBest', 'Did you mean restoreBestWeights?'],
    [earlyStopping, 'wait', 'Here it is called patience.'],
    [earlyStopping, 'start_from_epoch', 'Use a function of your own'],
    [earlyStopping, 'learningRate', 'The optimizer has it'],
    [reduceOnPlateau, 'min_lr', 'Here it is called minLearningRate.'],
    [reduceOnPlateau, 'gamma', 'Here it is called factor.'],
    [reduceOnPlateau, 'threshold', 'Here it is called minDelta.'],
  ] as const;
  for (const [make, name, remedy] of remedies) expect(() => make({ [name]: 1 } as never), name).toThrow(remedy);
});
