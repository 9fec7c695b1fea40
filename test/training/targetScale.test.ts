// Targets that are large numbers, as prices are: a training that cannot reach them says so.
import {
  adam,
  adamW,
  elu,
  evaluate,
  fit,
  gelu,
  identity,
  leakyRelu,
  meanSquaredError,
  Network,
  type NetworkOptions,
  quadratic,
  Random,
  relu,
  rmsprop,
  sgd,
  softmax,
  softplus,
  type TrainingOptions,
  tanh,
  train,
  trainSteps,
} from 'glassbox-nn';
import { circles, type Dataset, dataset, standardize } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';

/** Houses of eight columns of about 1, whose prices are about `price`, a quarter more or less. */
function houses(price: number, count = 120): Dataset {
  const random = new Random(7);
  const inputs = Array.from({ length: count }, () => Array.from({ length: 8 }, () => random.normal()));
  const targets = inputs.map((x) => [price * (1 + 0.2 * (x[0] as number) + 0.1 * Math.sign(x[1] as number))]);
  return dataset({ inputs, targets });
}

const start = (options: NetworkOptions = {}) => new Network([8, 16, 1], { hidden: relu, output: identity, ...options });

/** The warnings of a training, and how much of the spread of the targets it explains: 1 for all, 0 for their mean, or worse. */
function training(network: Network, data: Dataset, options: TrainingOptions) {
  const warnings: string[] = [];
  train(network, data, { ...options, onWarning: (message) => void warnings.push(message) });
  const targets = data.targets as Float32Array;
  const mean = targets.reduce((sum, target) => sum + target, 0) / targets.length;
  const spread = targets.reduce((sum, target) => sum + (target - mean) ** 2, 0) / targets.length;
  return { warnings, explained: 1 - evaluate(network, data).loss / spread };
}

describe('targets that a training cannot reach', () => {
  it.each([17_000, 400_000])('are named at the first epoch: prices of about %i', (price) => {
    for (const optimizer of [adam(), adamW(), rmsprop()]) {
      const { warnings, explained } = training(start(), houses(price), { optimizer, epochs: 50 });
      expect(explained).toBeLessThan(0);
      expect(warnings.length).toBe(1);
      expect(warnings[0]).toMatch(/^targets: those of output 0 are about \d\.\de\+[45] .*Scale the targets .*Your_own_data/);
    }
  });

  it('are named in every way of training, before the first step', async () => {
    const far = houses(400_000, 40);
    const warnings: string[] = [];
    const onWarning = (message: string) => void warnings.push(message);
    await fit(start(), far, { onWarning });
    trainSteps(start(), far, { onWarning }).next();
    expect(warnings.map((message) => message.slice(0, 8))).toEqual(['targets:', 'targets:']);
  });

  it('are named of any one output, and of tanh, which reaches 1', () => {
    const random = new Random(1);
    const inputs = Array.from({ length: 40 }, () => [random.normal()]);
    const two = dataset({ inputs, targets: inputs.map(([x]) => [x as number, 17_000 * (1 + 0.05 * (x as number))]) });
    const { warnings } = training(new Network([1, 8, 2], { hidden: tanh, output: identity }), two, { epochs: 100 });
    expect(warnings[0]).toContain('those of output 1 are about');
    const tens = dataset({ inputs, targets: inputs.map(([x]) => [50 + 5 * (x as number)]) });
    const bounded = training(new Network([1, 8, 1], { output: tanh }), tens, { epochs: 2000 });
    expect(bounded.warnings[0]).toContain('tanh keeps the output within -1.0 to 1.0');
    expect(bounded.warnings[0]).toContain('End the network with output: identity. Scale the targets');
    const below = dataset({ inputs, targets: inputs.map(([x]) => [(x as number) - 10]) });
    const cut = training(new Network([1, 8, 1], { output: relu }), below, { epochs: 100 });
    expect(cut.warnings[0]).toContain('relu keeps the output at 0.0 or more');
  });

  it('are named where the last activation never reaches them, whatever the optimizer and their size', () => {
    const random = new Random(3);
    const inputs = Array.from({ length: 40 }, () => [random.normal()]);
    const between = (least: number, most: number) =>
      dataset({ inputs, targets: inputs.map((_, place) => [least + ((most - least) * place) / 39]) });
    const warningsOf = (output: NetworkOptions['output'], data: Dataset, options: TrainingOptions) =>
      training(new Network([1, 8, 1], { output: output as typeof relu }), data, { epochs: 2, ...options }).warnings;
    for (const optimizer of [sgd(), sgd({ momentum: 0.9 }), adam()]) {
      for (const loss of [quadratic, meanSquaredError]) {
        const far = warningsOf(tanh, between(390, 410), { optimizer, loss });
        expect(far[0]).toContain('about 4.0e+2 (root mean square), and tanh keeps the output within -1.0 to 1.0');
        expect(warningsOf(relu, between(-40, -17), { optimizer, loss })[0]).toContain('relu keeps the output at 0.0 or more');
        expect(warningsOf(relu, between(-4, -1.7), { optimizer, loss })[0]).toContain('End the network with output: identity');
        // What is in reach, or nearly so.
        expect(warningsOf(relu, between(-0.2, 3), { optimizer, loss })).toEqual([]);
        expect(warningsOf(tanh, between(-1.1, 1.1), { optimizer, loss })).toEqual([]);
        expect(warningsOf(tanh, between(1.05, 1.1), { optimizer, loss })).toEqual([]);
        expect(warningsOf(relu, between(0, 0), { optimizer, loss })).toEqual([]);
        for (const any of [identity, leakyRelu]) expect(warningsOf(any, between(-4, -1.7), { optimizer, loss })).toEqual([]);
        for (const most of [softplus, elu, gelu]) expect(warningsOf(most, between(0, 4), { optimizer, loss })).toEqual([]);
      }
    }
  });

  it('go by the schedule and the planned steps', () => {
    const learningRate = (step: number) => (step < 5 ? 0.1 : 0);
    const data = houses(3000);
    expect(training(start(), data, { optimizer: adam({ learningRate }), epochs: 400 }).warnings.length).toBe(1);
    expect(training(start(), data, { optimizer: adam({ learningRate: 0.1 }), epochs: 1 }).warnings).toEqual([]);
  });
});

describe('targets that are in reach', () => {
  it('are learnt without a word where they are scaled', () => {
    const data = houses(400_000);
    const scaled = standardize(
      dataset({ inputs: data.targets as Float32Array, width: 1, labels: new Array(data.count).fill(0) }),
    );
    const targets = Array.from(data.targets as Float32Array, (price) => [...scaled.applyInput([price])]);
    const { warnings, explained } = training(start(), dataset({ inputs: data.readInputs(), width: 8, targets }), {
      optimizer: adam({ learningRate: 0.01 }),
      epochs: 100,
    });
    expect(warnings).toEqual([]);
    expect(explained).toBeGreaterThan(0.9);
  });

  it('are learnt without a word where steps are long enough, or grow with the targets', () => {
    const fast = training(start(), houses(100), { optimizer: adam({ learningRate: 0.1 }), epochs: 300 });
    expect(fast.warnings).toEqual([]);
    expect(fast.explained).toBeGreaterThan(0.8);
    const straight = training(new Network([8, 1], { output: identity }), houses(400_000), {
      optimizer: sgd({ learningRate: 0.1 }),
      epochs: 50,
    });
    expect(straight.warnings).toEqual([]);
    expect(straight.explained).toBeGreaterThan(0.8);
  });

  it('are not looked for where there are classes', () => {
    const { warnings } = (() => {
      const warnings: string[] = [];
      train(new Network([2, 4, 2], { output: softmax }), circles(), { onWarning: (message) => void warnings.push(message) });
      return { warnings };
    })();
    expect(warnings).toEqual([]);
  });
});
