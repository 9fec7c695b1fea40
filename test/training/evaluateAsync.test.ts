// Evaluation that gives way: the same measures as evaluate, while everything else goes on.
import { crossEntropy, evaluate, evaluateAsync, fit, Network, quadratic, relu, softmax } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { errorOf, expectRefusal } from '../support/refusals.js';
import { randomExamples, randomShares } from '../support/toyData.js';

const network = new Network([30, 40, 3], { hidden: relu, output: softmax });
const examples = randomExamples(300, 30, 3);

describe('evaluateAsync', () => {
  it('measures as evaluate does, with classes and without', async () => {
    expect(await evaluateAsync(network, examples)).toEqual(evaluate(network, examples));
    const shares = randomShares(50, 30, 3);
    for (const loss of [quadratic, crossEntropy]) {
      expect(await evaluateAsync(network, shares, { loss })).toEqual(evaluate(network, shares, { loss }));
    }
  });

  it('lets others have their turn, and can be stopped by one of them', async () => {
    const large = new Network([30, 2000, 2000, 3], { hidden: relu, output: softmax });
    const controller = new AbortController();
    const running = evaluateAsync(large, randomExamples(5000, 30, 3), { signal: controller.signal });
    const reason = new Error('enough');
    setTimeout(() => controller.abort(reason), 1);
    expect(await errorOf(() => running)).toBe(reason);
  });

  it('that is stopped before it starts does nothing', async () => {
    const signal = AbortSignal.abort();
    expect(await errorOf(() => evaluateAsync(network, examples, { signal }))).toBe(signal.reason);
  });

  it('refuses what evaluate refuses, by a rejected promise', async () => {
    await expectRefusal(() => evaluateAsync(network, randomExamples(4, 7, 3)), 'ShapeError', 'data');
    await expectRefusal(() => evaluateAsync(network, [] as never), 'ArgumentError', 'data');
    await expectRefusal(
      () => evaluateAsync(network, examples, { los: quadratic } as never),
      'ArgumentError',
      'Did you mean loss?',
    );
    await expectRefusal(() => evaluateAsync(network, examples, { signal: true as never }), 'ArgumentError', 'signal');
    await expectRefusal(() => evaluateAsync(network, examples, { threads: 2 as never }), 'ArgumentError', 'threads');
    const broken = new Network([30, 3], { output: softmax });
    broken.layers[0].weights[4] = Number.NaN;
    await expectRefusal(() => evaluateAsync(broken, examples), 'NumericError', 'layers[0].weights[4]');
  });

  it('may be called on a network in training, and sees whole steps', async () => {
    const trained = new Network([30, 40, 3], { hidden: relu, output: softmax });
    const seen: number[] = [];
    const onEpoch = async () => void seen.push((await evaluateAsync(trained, examples)).loss);
    await fit(trained, examples, { epochs: 3, onEpoch });
    expect(new Set(seen).size).toBe(3);
    expect(seen.at(-1)).toBe(evaluate(trained, examples).loss);
  });
});
