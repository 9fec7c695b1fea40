// The error of a training whose numbers run away names what in its plan is out of measure.
import { adamW, identity, leakyRelu, Network, relu, sgd, train, trainSteps } from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { expectRefusal } from '../support/refusals.js';

const inputs = Array.from({ length: 20 }, (_, index) => [index / 20, 1 - index / 20]);
const near = dataset({ inputs, targets: inputs.map(([x, y]) => [(x as number) - 2 * (y as number)]) });
const network = () => new Network([2, 8, 1], { hidden: leakyRelu, output: identity });
const KEPT = 'The network keeps its last finite weights.';

/** The last sentence of the error. */
function wayOut(options: Parameters<typeof train>[2], data = near, made = network()): string {
  try {
    train(made, data, { epochs: 20_000, onWarning: () => {}, ...options });
  } catch (error) {
    expect(error).toMatchObject({ name: 'NumericError', code: 'NUMERIC' });
    expect((error as Error).message).toContain(KEPT);
    expect(made.layers.every(({ weights }) => weights.every(Number.isFinite))).toBe(true);
    return (error as Error).message.split(`${KEPT} `)[1] as string;
  }
  return 'it went well';
}

describe('numbers that run away', () => {
  it('by l2 name l2', () => {
    expect(wayOut({ optimizer: sgd({ learningRate: 0.3 }), l2: 10 })).toBe(
      'Try a smaller l2 than 10, or a lower learningRate than 0.3.',
    );
    expect(wayOut({ optimizer: sgd({ learningRate: 0.01 }), l2: 1000 })).toMatch(/^Try a smaller l2 than 1000, or/);
  });

  it('by weightDecay name it, as the optimizer was given it', () => {
    const decay = /^Try a smaller weightDecay than 10, or a lower learningRate than 0\.5\.$/;
    expect(wayOut({ optimizer: sgd({ learningRate: 0.5, weightDecay: 10 }) })).toMatch(decay);
    expect(wayOut({ optimizer: adamW({ learningRate: 0.5, weightDecay: 10 }) })).toMatch(decay);
  });

  it('by the rate alone name the rate', () => {
    expect(wayOut({ optimizer: sgd({ learningRate: 50 }) })).toBe('Try a lower learningRate than 50.');
    // Penalties that are in measure are not named.
    expect(wayOut({ optimizer: sgd({ learningRate: 50 }), l2: 0.0001, l1: 0.0001 })).toBe('Try a lower learningRate than 50.');
  });

  it('by large inputs or large targets name these, with their size', () => {
    const large = dataset({
      inputs: inputs.map(([x, y]) => [1000 * (x as number), y as number]),
      targets: near.targets as never,
    });
    expect(wayOut({ optimizer: sgd({ learningRate: 0.1 }) }, large)).toBe(
      'Try inputs scaled to about 1 (they are up to 950), or a lower learningRate than 0.1.',
    );
    const prices = dataset({ inputs, targets: inputs.map(([x]) => [17000 + 500 * (x as number)]) });
    expect(wayOut({ optimizer: sgd({ learningRate: 0.5 }) }, prices)).toBe(
      'Try targets scaled to about 1 (they are up to 17500), or a lower learningRate than 0.5.',
    );
  });

  it('from weights that are too large to begin with name the weights', () => {
    const made = new Network([2, 8, 1], { hidden: relu, output: identity });
    for (const layer of made.layers) layer.weights.fill(1e25);
    expect(wayOut({ optimizer: sgd({ learningRate: 0.01 }) }, near, made)).toMatch(
      /^Try smaller weights \(they are up to 1e\+25\)/,
    );
  });

  it('name it step by step too, and by an optimizer of your own', async () => {
    await expectRefusal(
      () => [...trainSteps(network(), near, { optimizer: sgd({ learningRate: 0.3 }), l2: 10, epochs: 20_000 })],
      'NumericError',
      'a smaller l2 than 10',
    );
    const own = { ...sgd({ learningRate: 0.3 }), update: (values: Float32Array) => void values.fill(Number.POSITIVE_INFINITY) };
    expect(wayOut({ optimizer: own })).toBe('Try a lower learningRate than 0.3.');
  });
});
