// What docs/coming-from.md and the optimizers say of other libraries: where the rules are the same, and where they are not.
import { adam, adamW, identity, Network, type Optimizer, rmsprop, sgd, train } from 'glassbox-nn';
import { dataset, standardize } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';

/** Moves one parameter by the gradients, one after another, with a rate for each. */
function moved(optimizer: Optimizer, start: number, gradients: readonly number[], rates: readonly number[]): number {
  const parameters = Float32Array.of(start);
  const slots = Array.from({ length: optimizer.slots }, () => new Float32Array(1));
  for (const [index, gradient] of gradients.entries()) {
    const moment = { step: index + 1, learningRate: rates[index] as number };
    optimizer.update(parameters, Float32Array.of(gradient), slots, moment);
  }
  return parameters[0] as number;
}

describe('epsilon', () => {
  const SLOPE = 1e-7;
  const [rate, epsilon, beta2] = [0.01, 1e-7, 0.999];

  it.each([adam, () => adamW({ weightDecay: 0 })])(
    "of adam stands in the paper's algorithm 1, as in PyTorch: half a rate here",
    (make) => {
      expect(moved(make(), 0, [SLOPE], [rate])).toBeCloseTo((-rate * SLOPE) / (SLOPE + epsilon), 7);
      // Keras's epsilon hat would count 32 times as much.
      const keras = (-rate * SLOPE) / (SLOPE + epsilon / Math.sqrt(1 - beta2));
      expect(1 / Math.sqrt(1 - beta2)).toBeCloseTo(32, 0);
      expect(moved(make(), 0, [SLOPE], [rate]) / keras).toBeGreaterThan(16);
    },
  );

  it('of rmsprop stands outside of the root, as in PyTorch, and not under it, as in Keras', () => {
    const root = Math.sqrt(0.1) * 1e-4;
    expect(moved(rmsprop(), 0, [1e-4], [rate])).toBeCloseTo((-rate * 1e-4) / (root + epsilon), 5);
    const keras = (-rate * 1e-4) / Math.sqrt(root ** 2 + epsilon);
    expect(moved(rmsprop(), 0, [1e-4], [rate]) / keras).toBeGreaterThan(9);
  });
});

describe('what differs from PyTorch', () => {
  it('weightDecay is decoupled: it does not go through momentum', () => {
    const [rate, decay, momentum] = [0.1, 0.5, 0.9];
    let [here, there, velocity] = [1, 1, 0];
    for (let step = 0; step < 5; step++) {
      here -= rate * decay * here;
      velocity = momentum * velocity + decay * there;
      there -= rate * velocity;
    }
    const gradients = [0, 0, 0, 0, 0];
    const got = moved(
      sgd({ momentum, weightDecay: decay }),
      1,
      gradients,
      gradients.map(() => rate),
    );
    expect(got).toBeCloseTo(here, 6);
    expect(Math.abs(got - there)).toBeGreaterThan(0.3);
  });

  it('momentum carries the rate: old steps keep theirs when it changes', () => {
    // v = -1, w = -1; then the rate is a tenth: v = -0.9 - 0.1, w = -2. PyTorch: v = 0.9 + 1, w = -1 - 0.19.
    expect(moved(sgd({ momentum: 0.9 }), 0, [1, 1], [1, 0.1])).toBeCloseTo(-2, 6);
  });

  /** The weights after one step on slopes of -2 x 3 and -2 x 4 for the weights, and of -2 for the bias. */
  function afterOneStep(options: Parameters<typeof train>[2], start = 0): number[] {
    const network = new Network([2, 1], { output: identity });
    network.layers[0].weights.fill(start);
    const data = dataset({ inputs: [[3, 4]], targets: [[start === 0 ? 1 : 7 * start]] });
    train(network, data, { optimizer: sgd({ learningRate: 1 }), ...options });
    return [...network.layers[0].weights, ...network.layers[0].biases];
  }

  it('clipNorm shortens each array by itself, and globalClipNorm all together, as clip_grad_norm_ does', () => {
    const [first, second, bias] = afterOneStep({ clipNorm: 1 }) as [number, number, number];
    expect([first, second, bias].map((value) => Number(value.toFixed(5)))).toEqual([0.6, 0.8, 1]);
    const together = afterOneStep({ globalClipNorm: 1 });
    const length = Math.hypot(6, 8, 2);
    for (const [index, slope] of [6, 8, 2].entries()) expect(together[index]).toBeCloseTo(slope / length, 6);
  });

  it('l2 has a gradient of twice l2 w, so half of a decay gives the same', () => {
    // The target is what the network answers, so that only the penalty moves it: 1 - rate x 2 x 0.1.
    const [first, second, bias] = afterOneStep({ l2: 0.1 }, 1) as [number, number, number];
    expect([first, second]).toEqual([expect.closeTo(0.8, 6), expect.closeTo(0.8, 6)]);
    expect(bias).toBe(0);
  });

  it('standardize divides by n, and not by n - 1', () => {
    const { deviations } = standardize(dataset({ inputs: [[1], [2], [3], [6]], labels: [0, 1, 0, 1] })) as never as {
      deviations: Float64Array;
    };
    expect(deviations[0] as number).toBeCloseTo(Math.sqrt(14 / 4), 6);
  });

  it('adamW decays by 0.004 if left out', () => {
    expect(moved(adamW(), 1, [0], [0.5])).toBeCloseTo(1 - 0.5 * 0.004, 7);
  });
});
