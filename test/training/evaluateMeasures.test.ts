// What evaluate measures beside loss and accuracy: of classes, of targets, and what it is asked for.
import {
  accuracy,
  balancedAccuracy,
  chooseThreshold,
  evaluate,
  evaluateAsync,
  f1,
  identity,
  logLoss,
  type Measure,
  mae,
  Network,
  precision,
  r2,
  recall,
  rmse,
  rocAuc,
  softmax,
  topK,
  train,
} from 'glassbox-nn';
import { circles, dataset } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { expectRefusal, expectRefusalLeaving } from '../support/refusals.js';
import { randomExamples, randomShares } from '../support/toyData.js';

const network = new Network([3, 5, 4], { output: softmax });
const data = randomExamples(50, 3, 4);

/** A network whose output is its input. */
function echo() {
  const copy = new Network([1, 1], { output: identity });
  copy.layers[0].weights.fill(1);
  return copy;
}

describe('evaluate on classes', () => {
  it('has the numbers of the measures of the same names', () => {
    const evaluation = evaluate(network, data);
    const labels = data.labels ?? [];
    const of = (measure: Measure) => measure.of(labels, evaluation.outputs);
    expect(evaluation.accuracy).toBe(of(accuracy));
    expect(evaluation.balancedAccuracy).toBeCloseTo(of(balancedAccuracy), 15);
    expect(evaluation.precision).toBeCloseTo(of(precision), 15);
    expect(evaluation.recall).toBeCloseTo(of(recall), 15);
    expect(evaluation.f1).toBeCloseTo(of(f1), 15);
    expect(evaluation.logLoss).toBe(of(logLoss));
    evaluation.classes?.forEach((report, label) => {
      expect(report.f1).toBe(f1.ofClass(label).of(labels, evaluation.outputs));
    });
    expect([evaluation.mae, evaluation.rmse, evaluation.r2, evaluation.targets]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('keeps the outputs of the network, and its answers', () => {
    const { outputs, answers } = evaluate(network, data);
    for (const index of [0, 17, 49]) {
      const expected = network.forward(data.example(index).input);
      expect(outputs.subarray(index * 4, index * 4 + 4)).toEqual(expected);
      expect(answers?.[index]).toBe(expected.indexOf(Math.max(...expected)));
    }
  });

  it('has a log loss where the outputs are probabilities', () => {
    expect(evaluate(new Network([2, 1]), circles({ count: 10 })).logLoss).toBeGreaterThan(0);
    expect(evaluate(new Network([2, 2], { output: identity }), circles({ count: 10 })).logLoss).toBeUndefined();
  });

  it('gives the measures that it is asked for, by name', () => {
    const { measures, outputs } = evaluate(network, data, { measures: [rocAuc, topK(2), f1.ofClass(3)] });
    expect(Object.keys(measures)).toEqual(['rocAuc', 'top2', 'f1 of class 3']);
    expect(measures.rocAuc).toBe(rocAuc.of(data.labels ?? [], outputs));
    expect(evaluate(network, data).measures).toEqual({});
  });

  it('hands labels and rows of outputs to a custom measure', () => {
    let given: unknown[] = [];
    const of: Measure['of'] = (...all) => {
      given = all;
      return 2;
    };
    const custom: Measure = { name: '__proto__', better: 'lower', of };
    const { measures } = evaluate(network, data, { measures: [custom] });
    expect(Object.getOwnPropertyDescriptor(measures, '__proto__')?.value).toBe(2);
    expect(given[0]).toBe(data.labels);
    expect(given[1]).toHaveLength(50);
    expect((given[1] as Float32Array[])[49]).toEqual(network.forward(data.example(49).input));
  });
});

describe('evaluate on targets', () => {
  const inputs = [[1], [2], [4], [8]];
  const prices = dataset({ inputs, targets: [[2], [2], [3], [8]] });

  it('gives errors in the unit of the targets, and the predictions', () => {
    const evaluation = evaluate(echo(), prices);
    expect(evaluation.outputs).toEqual(Float32Array.of(1, 2, 4, 8));
    expect(evaluation.mae).toBe(0.5);
    expect(evaluation.rmse).toBe(Math.sqrt(0.5));
    expect(evaluation.r2).toBe(1 - 2 / 24.75);
    expect(evaluation.targets).toEqual([{ name: '0', mae: 0.5, rmse: Math.sqrt(0.5), r2: 1 - 2 / 24.75 }]);
    const { accuracy, f1, confusion, logLoss } = evaluation;
    expect([accuracy, f1, confusion, logLoss]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('of several targets gives those of each, as the measures', () => {
    const shares = randomShares(40, 3, 2);
    const { targets, outputs, ...means } = evaluate(new Network([3, 2]), shares, { measures: [mae, r2] });
    const truth = Array.from({ length: 40 }, (_, index) => shares.example(index).target);
    const rows = truth.map((_, index) => outputs.subarray(index * 2, index * 2 + 2));
    expect(targets?.map((report) => report.mae)).toEqual(mae.perTarget(truth, rows));
    expect(targets?.map((report) => report.rmse)).toEqual(rmse.perTarget(truth, rows));
    expect(targets?.map((report) => report.r2)).toEqual(r2.perTarget(truth, rows));
    expect([means.mae, means.r2]).toEqual([means.measures.mae, means.measures.r2]);
  });
});

describe('a measure of one target', () => {
  const shares = randomShares(40, 3, 2);
  const subject = new Network([3, 2]);

  it('is written as an error says that is given perTarget', async () => {
    const call = () => evaluate(subject, shares, { measures: [r2.perTarget as never] });
    const written = "Of a function: { name: 'own', better: 'higher', of }.";
    await expectRefusal(call, 'ArgumentError', "got 'perTarget'", written);
    const second: Measure = { name: 'r2 of target 1', better: 'higher', of: (...given) => r2.perTarget(...given)[1] ?? NaN };
    const { measures, targets } = evaluate(subject, shares, { measures: [second] });
    expect(measures['r2 of target 1']).toBe(targets?.[1].r2);
  });
});

describe('a threshold', () => {
  it('is no option of an evaluation, and the error says how to measure it', async () => {
    const words = ["got 'threshold'. Compare the outputs with it and measure that", 'f1.ofClass(1).of(labels, answers)'];
    const given = { threshold: 0.3 } as never;
    await expectRefusal(() => evaluate(network, data, given), 'ArgumentError', 'evaluate options', ...words);
    await expectRefusal(() => evaluateAsync(network, data, given), 'ArgumentError', 'evaluateAsync options', ...words);
  });

  it('is measured as that error says', () => {
    const points = circles({ count: 100, noise: 0.2 });
    const { outputs } = evaluate(new Network([2, 1]), points);
    const labels = points.labels ?? [];
    const { threshold, f1: best, precision: sure, recall: found } = chooseThreshold(labels, outputs);
    const answers = Array.from(outputs, (output) => Number(output >= threshold));
    const wanted = [best, sure, found];
    const measured = [f1, precision, recall].map((measure) => measure.ofClass(1).of(labels, answers));
    measured.forEach((value, place) => {
      expect(value).toBeCloseTo(wanted[place], 14);
    });
  });
});

describe('evaluateAsync', () => {
  it('gives the same outputs and measures', async () => {
    const now = evaluate(network, data, { measures: [rocAuc] });
    expect(await evaluateAsync(network, data, { measures: [rocAuc] })).toEqual(now);
  });
});

describe('measures that are refused before anything is measured', () => {
  const of = () => 0;
  it.each<[string, unknown, string]>([
    ['a name', ['f1'], "measures: expected measures of labels that are imported, as [f1], got 'f1'"],
    ['nothing', [f1, undefined], 'got undefined'],
    ['a measure without a direction', [{ name: 'mine', of }], "got 'mine'"],
    ['a measure without a name', [{ name: '', better: 'lower', of }], "got ''"],
    ['no function', [{ name: 'mine', better: 'lower', of: 3 }], "got 'mine'"],
    ['a function that makes one', [topK], "got 'topK'. Of a function: { name: 'own', better: 'higher', of }."],
    ['a custom function', () => 1, "Of a function: { name: 'own', better: 'higher', of }."],
    ['one of targets for labels', [r2], "measures of labels that are imported, as [f1], got 'r2'"],
  ])('%s', async (_, measures, words) => {
    await expectRefusal(() => evaluate(network, data, { measures: measures as never }), 'ArgumentError', words);
    const training = { measures: measures as never };
    await expectRefusalLeaving(network, () => train(network, data, training), 'ArgumentError', words);
  });

  it('and one of labels for targets', async () => {
    const regression = new Network([3, 2]);
    const call = () => evaluate(regression, randomShares(4, 3, 2), { measures: [f1] });
    await expectRefusal(call, 'ArgumentError', "measures of targets that are imported, as [mae], got 'f1'");
  });

  it('and one that throws, in a training too', async () => {
    const custom = { name: 'mine', better: 'lower', of: () => mae.of([1], [[1, 2]]) } as const;
    await expectRefusalLeaving(network, () => train(network, data, { measures: [custom] }), 'ShapeError', 'mae: outputs');
  });

  it('and what a custom one returns', async () => {
    const custom = { name: 'mine', better: 'lower', of: () => 'good' };
    await expectRefusal(
      () => evaluate(network, data, { measures: [custom as never] }),
      'ArgumentError',
      'measure mine',
      "'good'",
    );
  });
});

describe('an evaluation as text', () => {
  it('is a table with the names of the classes', () => {
    const fruit = dataset({
      inputs: [[0], [0.2], [0.6], [0.9]],
      labels: ['apple', 'pear', 'pear', 'pear'],
    });
    expect(String(evaluate(echo(), fruit, { measures: [rocAuc] }))).toBe(
      [
        '4 examples, accuracy 75.0 %, balanced accuracy 83.3 %, loss 0.2025',
        '',
        'class  examples  precision  recall     F1',
        'apple         1      0.500   1.000  0.667',
        'pear          3      1.000   0.667  0.800',
        'mean          4      0.750   0.833  0.733',
        '',
        'actual \\ answer  apple  pear',
        'apple                1     0',
        'pear                 1     2',
        '',
        'rocAuc  1',
      ].join('\n'),
    );
  });

  it('names the most frequent confusions where the matrix is too wide, and escapes what names may hold', () => {
    const names = Array.from({ length: 12 }, (_, index) => `${'long name '.repeat(2)}${index}\n\u001b[31m`);
    const many = dataset({
      inputs: names.map((_, index) => [index / 12]),
      labels: names.map((_, index) => index),
      classes: names,
    });
    const text = String(evaluate(new Network([1, 12], { output: softmax }), many));
    expect(text).toContain('most often wrong');
    expect(text).not.toContain('\u001b');
    expect(text.split('\n').filter((line) => line.startsWith('long name long name'))).toHaveLength(12 + 5);
  });

  it('of targets has a line for each', () => {
    const text = String(evaluate(echo(), dataset({ inputs: [[1], [2], [4], [8]], targets: [[2], [2], [3], [8]] })));
    expect(text).toBe('4 examples, loss 0.5\n\ntarget  MAE    RMSE      R2\n0       0.5  0.7071  0.9192');
  });

  it('is no property that is compared or copied', () => {
    const evaluation = evaluate(network, data);
    expect(Object.keys(evaluation)).not.toContain('toString');
    expect(structuredClone(evaluation)).toEqual({ ...evaluation });
  });
});

describe('evaluate, of examples with weights', () => {
  // Weights of 2 are two examples each, and those of 0 none.
  const weights = Array.from({ length: 50 }, (_, example) => example % 3);
  const repeated = weights.flatMap((weight, example) => new Array<number>(weight).fill(example));

  it('measures classes as if each stood there as often as it weighs', () => {
    const options = { measures: [rocAuc, topK(2)] };
    const labels = Array.from(data, ({ label }) => label as number);
    const weighted = dataset({ inputs: data.inputs, width: 3, labels, classes: 4, sampleWeights: weights });
    const [byWeight, byCount] = [evaluate(network, weighted, options), evaluate(network, data.select(repeated), options)];
    expect(byWeight.confusion).toEqual(byCount.confusion);
    expect(byWeight.classes).toEqual(byCount.classes);
    for (const name of ['accuracy', 'balancedAccuracy', 'precision', 'recall', 'f1', 'logLoss'] as const) {
      expect(byWeight[name], name).toBeCloseTo(byCount[name] as number, 12);
    }
    for (const name of Object.keys(byCount.measures))
      expect(byWeight.measures[name], name).toBeCloseTo(byCount.measures[name] as number, 12);
  });

  it('measures targets so too', () => {
    const regression = new Network([3, 2], { output: identity });
    const targets = Array.from(randomShares(50, 3, 2), ({ target }) => Array.from(target));
    const inputs = randomShares(50, 3, 2).inputs;
    const whole = dataset({ inputs, width: 3, targets });
    const weighted = dataset({ inputs, width: 3, targets, sampleWeights: weights });
    const [byWeight, byCount] = [
      evaluate(regression, weighted, { measures: [rmse] }),
      evaluate(regression, whole.select(repeated), { measures: [rmse] }),
    ];
    for (const [index, { name, ...errors }] of (byCount.targets ?? []).entries()) {
      for (const [measure, value] of Object.entries(errors)) {
        const got = byWeight.targets?.[index]?.[measure as keyof typeof errors];
        expect(got, `${measure} of ${name}`).toBeCloseTo(value, 12);
      }
    }
    expect(byWeight.measures.rmse).toBeCloseTo(byCount.measures.rmse as number, 12);
  });

  it('prints sums of weights that are no whole numbers in four digits', () => {
    const halves = dataset({
      inputs: [
        [0, 1],
        [1, 0],
      ],
      labels: [0, 1],
      sampleWeights: [0.1, 1.5],
    });
    expect(String(evaluate(new Network([2, 2], { output: softmax }), halves))).toMatch(/^0 +0\.1 /m);
  });
});
