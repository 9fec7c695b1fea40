// Which losses a network may be trained by: the table goes by what the outputs are, and by what the loss needs.
import {
  backpropagate,
  binaryCrossEntropy,
  checkGradients,
  crossEntropy,
  defineActivation,
  defineLoss,
  evaluate,
  evaluateAsync,
  fit,
  identity,
  type LayerActivation,
  type Loss,
  meanSquaredError,
  mistakes,
  Network,
  quadratic,
  sigmoid,
  softmax,
  train,
  trainSteps,
} from 'glassbox-nn';
import { circles, dataset } from 'glassbox-nn/data';
import { expect, it } from 'vitest';
import { elementwise, losses } from '../support/builtIns.js';
import { expectRefusal, expectRefusalLeaving } from '../support/refusals.js';

const points = circles({ count: 20 });
const everyOutput: readonly LayerActivation[] = [...elementwise, softmax];

/** By name of the last activation, the losses that fit it; of all others, `quadratic` and `meanSquaredError` alone. */
const fitting: Record<string, readonly Loss[]> = {
  softmax: [quadratic, meanSquaredError, crossEntropy, binaryCrossEntropy],
  sigmoid: [quadratic, meanSquaredError, binaryCrossEntropy],
};

const pairs = everyOutput.flatMap((output) => losses.map((loss) => ({ output, loss, pair: `${output.name}, ${loss.name}` })));
const fits = ({ output, loss }: (typeof pairs)[number]) =>
  (fitting[output.name] ?? [quadratic, meanSquaredError]).includes(loss);

it.each(pairs.filter(fits))('trains by a pair that fits, without a warning: $pair', ({ output, loss }) => {
  const onWarning = (message: string) => expect.unreachable(message);
  expect(train(new Network([2, 4, 2], { output }), points, { loss, onWarning }).length).toBe(1);
});

it.each(pairs.filter((pair) => !fits(pair)))('refuses a pair that does not, before anything changes: $pair', async (pair) => {
  const { output, loss } = pair;
  const network = new Network([2, 4, 2], { output });
  for (const call of [train, fit, trainSteps]) {
    await expectRefusalLeaving(
      network,
      () => call(network, points, { loss, onEpoch: () => expect.unreachable() } as never),
      'ArgumentError',
      `loss: ${loss.name}: expected outputs that are`,
      `got ${output.name}`,
    );
  }
});

it.each(pairs)('takes every pair for teaching and as a measure: $pair', ({ output, loss }) => {
  const network = new Network([2, 4, 2], { output });
  expect(backpropagate(network, [0.5, 1], 1, { loss }).loss).toBeGreaterThanOrEqual(0);
  expect(checkGradients(network, points.take(2), { loss }).compared).toBeGreaterThan(0);
  expect(evaluate(network, points, { loss }).loss).toBeGreaterThanOrEqual(0);
});

it('names the way out of every pair that does not fit', async () => {
  const says = async (sizes: number[], output: LayerActivation, loss: Loss, ...words: string[]) => {
    await expectRefusal(() => train(new Network(sizes, { output }), points, { loss }), 'ArgumentError', ...words);
  };
  await says([2, 2], sigmoid, crossEntropy, 'output: softmax', 'binaryCrossEntropy');
  await says([2, 1], sigmoid, crossEntropy, 'For a single output use binaryCrossEntropy');
  await says([2, 2], identity, crossEntropy, 'output: softmax', 'meanSquaredError');
  await says([2, 1], identity, crossEntropy, 'output: sigmoid and use binaryCrossEntropy', 'meanSquaredError');
  await says([2, 2], identity, binaryCrossEntropy, 'output: sigmoid', 'meanSquaredError');
});

it('names the pair, and not the targets, where binaryCrossEntropy meets quantities', async () => {
  const houses = dataset({ inputs: [[1], [2]], targets: [[17_000], [400_000]] });
  const network = new Network([1, 4, 1], { output: identity });
  await expectRefusal(
    () => train(network, houses, { loss: binaryCrossEntropy }),
    'ArgumentError',
    'for quantities use meanSquaredError',
  );
});

it.each(losses.map((loss) => [loss.name, loss] as const))(
  'refuses softmax of one output, in training and as a measure: %s',
  async (_, loss) => {
    const network = new Network([2, 1], { output: softmax });
    for (const call of [train, fit, trainSteps, evaluate, evaluateAsync]) {
      await expectRefusalLeaving(
        network,
        () => call(network, points, { loss } as never),
        'ShapeError',
        'output: softmax: expected two outputs or more, got 1, whose share is always 1',
        'one output of sigmoid',
      );
    }
    await expectRefusal(() => mistakes(network, points), 'ShapeError', 'output: softmax');
  },
);

/** The warnings of a training of one epoch. */
function warningsOf(output: LayerActivation, loss: Loss, outputs = 2): string[] {
  const warnings: string[] = [];
  const onWarning = (message: string) => void warnings.push(message);
  train(new Network([2, 4, outputs] as number[], { output }), points, { loss, onWarning });
  return warnings;
}

/** |x| / (1 + |x|), from 0 to 1. */
const share = {
  name: 'share',
  value: (sum: number) => Math.abs(sum) / (1 + Math.abs(sum)),
  derivative: (sum: number) => Math.sign(sum) / (1 + Math.abs(sum)) ** 2,
};
const cube = { name: 'cube', value: (sum: number) => 9 * sum ** 3, derivative: (sum: number) => 27 * sum ** 2 };

it("goes by the range that an activation of one's own states", async () => {
  const network = new Network([2, 2], { output: defineActivation({ ...share, range: 'fractions' }) });
  expect(train(network, points, { loss: binaryCrossEntropy }).length).toBe(1);
  await expectRefusal(() => train(network, points, { loss: crossEntropy }), 'ArgumentError', 'got share');
  const high = dataset({ inputs: [[1, 2]], targets: [[0, 7]] });
  await expectRefusal(() => train(network, high), 'OutOfRangeError', 'numbers from 0 to 1', 'got 7');
  const wide = new Network([2, 2], { output: defineActivation({ ...cube, range: 'any' }) });
  await expectRefusal(() => train(wide, points, { loss: binaryCrossEntropy }), 'ArgumentError', 'got cube');
});

it('looks at the outputs of a first batch where an activation states no range, and warns', () => {
  expect(warningsOf(defineActivation(share), binaryCrossEntropy)).toEqual([]);
  expect(warningsOf(defineActivation(cube), quadratic)).toEqual([]);
  const [shares, ...others] = warningsOf(defineActivation(share), crossEntropy);
  expect(others).toEqual([]);
  expect(shares).toMatch(
    /^loss: crossEntropy needs outputs that are shares adding up to 1, but of example 0 the outputs of share are \[0\.\d+, 0\.\d+\]\./,
  );
  expect(warningsOf(defineActivation(cube), binaryCrossEntropy)[0]).toContain('needs outputs that are numbers from 0 to 1');
});

it('warns of an activation that is not what it states', () => {
  const [warning] = warningsOf(defineActivation({ ...cube, range: 'fractions' }), quadratic);
  expect(warning).toContain('activation cube: it states that its outputs are numbers from 0 to 1, but of example');
});

const surprise = {
  name: 'surprise',
  targets: 'shares' as const,
  value: (outputs: ArrayLike<number>, target: ArrayLike<number>) =>
    Array.from(outputs).reduce((cost, output, i) => cost - (target[i] as number) * Math.log(Math.max(output, 1e-6)), 0),
  gradient: (outputs: Float32Array, target: Float32Array) =>
    outputs.map((output, i) => -(target[i] as number) / Math.max(output, 1e-6)),
};

it("goes by the outputs that a loss of one's own needs, and warns where it states none", async () => {
  const network = new Network([2, 4, 2]);
  const stated = defineLoss({ ...surprise, outputs: 'shares' });
  await expectRefusal(() => train(network, points, { loss: stated }), 'ArgumentError', 'loss: surprise', 'output: softmax');
  expect(warningsOf(softmax, defineLoss(surprise))).toEqual([]);
  expect(warningsOf(sigmoid, defineLoss(surprise))[0]).toContain(
    'loss: surprise has targets that are shares adding up to 1, but of example 0 the outputs of sigmoid are',
  );
  expect(warningsOf(sigmoid, defineLoss({ ...surprise, outputs: 'any' }))).toEqual([]);
});

it("warns of a loss of one's own that has no finite cost for the outputs there are", () => {
  const { targets: _, ...plain } = surprise;
  const bare = defineLoss({
    ...plain,
    name: 'bare',
    value: (outputs, target) => -Math.log((outputs[0] as number) - 2) * (target[0] as number),
  });
  const warnings: string[] = [];
  const steps = trainSteps(new Network([2, 2]), points, { loss: bare, onWarning: (message) => void warnings.push(message) });
  expect(() => steps.next()).toThrow('finite');
  expect(warnings[0]).toContain('loss: bare gives a cost that is not finite for example');
});

it('refuses a range or outputs that are none', async () => {
  await expectRefusal(
    () => defineActivation({ ...cube, range: 'real' as never }),
    'ArgumentError',
    "defineActivation: range: expected 'any', 'fractions' or 'shares', got 'real'",
  );
  await expectRefusal(
    () => defineLoss({ ...surprise, outputs: 'share' as never }),
    'ArgumentError',
    "defineLoss: outputs: expected 'any', 'fractions' or 'shares', got 'share'",
  );
});

it('does not let crossEntropy on sigmoid outputs fall to 0 while nothing is learnt', () => {
  const network = new Network([2, 16, 2]);
  expect(() => train(network, points, { loss: crossEntropy, epochs: 60 })).toThrow('binaryCrossEntropy');
});
