// Measures in the records of a training, and early stopping and reduceOnPlateau that monitor them.
import {
  accuracy,
  type EarlyStoppingOptions,
  type EpochRecord,
  earlyStopping,
  evaluate,
  f1,
  fit,
  type History,
  logLoss,
  type Measure,
  Network,
  reduceOnPlateau,
  rmse,
  rocAuc,
  sgd,
  softmax,
  type TrainingOptions,
  train,
  trainSteps,
} from 'glassbox-nn';
import { spirals } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { onBoth } from '../engine/onBoth.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { expectRefusal, expectRefusalLeaving } from '../support/refusals.js';
import { randomShares } from '../support/toyData.js';

const [training, validationData] = spirals({ count: 60, noise: 0.2 }).split(0.7, { seed: 1 });
const fresh = () => new Network([2, 6, 2], { output: softmax });
const options = { epochs: 3, optimizer: sgd({ learningRate: 0.5 }) };

describe('measures of a training', () => {
  it('are of the validation data, where there are any', () => {
    const network = fresh();
    const history = train(network, training, { ...options, validationData, measures: [f1, rocAuc] });
    const { measures } = evaluate(network, validationData, { measures: [f1, rocAuc] });
    expect(history.at(-1)?.validation?.measures).toEqual(measures);
    expect(Object.keys(history[0].validation ?? {})).toEqual(['loss', 'accuracy', 'measures']);
    expect(history[0]).not.toHaveProperty('measures');
  });

  it('and else of the training data, as the epoch leaves the network', () => {
    const network = fresh();
    const history = train(network, training, { ...options, measures: [f1] });
    expect(history.at(-1)?.measures).toEqual(evaluate(network, training, { measures: [f1] }).measures);
    expect(history.at(-1)?.validation).toBeUndefined();
    expect(Object.keys(history[0])).toEqual(['epoch', 'loss', 'accuracy', 'validation', 'learningRate', 'seconds', 'measures']);
  });

  it('are in no record of a training without them, and change none of its bits', () => {
    const [plain, shown] = [fresh(), fresh()];
    const [record] = train(plain, training, { ...options, validationData });
    train(shown, training, { ...options, validationData, measures: [f1] });
    expect(record.validation).not.toHaveProperty('measures');
    expect(hashOfNetwork(shown)).toBe(hashOfNetwork(plain));
  });

  it('are the same in fit, trainSteps and onEpoch, with and without the core', async () => {
    const seen: EpochRecord[] = [];
    const given = { ...options, validationData, measures: [f1, logLoss] };
    const history = train(fresh(), training, { ...given, onEpoch: (record) => seen.push(record) });
    const shown = (records: History) => records.map(({ validation }) => validation?.measures);
    expect(shown(seen)).toEqual(shown(history));
    expect(shown(await fit(fresh(), training, given))).toEqual(shown(history));
    expect(shown([...trainSteps(fresh(), training, { ...given, every: 'epoch' })])).toEqual(shown(history));
    expect(onBoth(() => shown(train(fresh(), training, given)))).toEqual(shown(history));
  });

  it('of targets are in their units', () => {
    const shares = randomShares(30, 3, 2);
    const network = new Network([3, 2]);
    const [record] = train(network, shares, { measures: [rmse] });
    expect(record.measures?.rmse).toBe(evaluate(network, shares).rmse);
  });
});

/** A history whose records show these numbers, on validation data or on training data. */
function historyOf(name: string, values: readonly number[], isValidation = true): History {
  return values.map((value, index) => {
    const record = { epoch: index + 1, loss: 1, accuracy: 0.5, validation: undefined, learningRate: 0.1, seconds: 0 };
    const measures = { [name]: value };
    return isValidation ? { ...record, validation: { loss: 1, accuracy: 0.5, measures } } : { ...record, measures };
  });
}

/** After which epoch it stops; 0 if it never does. */
function stopsAfter(given: EarlyStoppingOptions, name: string, values: readonly number[], isValidation?: boolean): number {
  const stopping = earlyStopping(given);
  const history = historyOf(name, values, isValidation);
  return history.findIndex((_, index) => stopping(history.slice(0, index + 1))) + 1;
}

describe('a monitored measure', () => {
  it('should rise or fall as it says itself', () => {
    expect(stopsAfter({ monitor: f1, patience: 2 }, 'f1', [0.5, 0.6, 0.55, 0.6, 0.7])).toBe(4);
    expect(stopsAfter({ monitor: f1, patience: 2 }, 'f1', [0.5, 0.6, 0.55, 0.6, 0.7], false)).toBe(4);
    expect(stopsAfter({ monitor: logLoss, patience: 2 }, 'logLoss', [0.5, 0.4, 0.45, 0.4, 0.3])).toBe(4);
    const plateau = reduceOnPlateau({ monitor: f1, patience: 1, factor: 0.5 });
    expect(plateau(historyOf('f1', [0.5, 0.6, 0.7]))).toBe(1);
    expect(plateau(historyOf('f1', [0.5, 0.4, 0.3]))).toBe(0.25);
  });

  it('may be given by its name in a training', () => {
    const given = (monitor: string | Measure): TrainingOptions => ({
      ...options,
      epochs: 80,
      validationData,
      measures: [logLoss, accuracy, f1],
      earlyStopping: earlyStopping({ monitor, patience: 3, restoreBestWeights: true }),
      reduceOnPlateau: reduceOnPlateau({ monitor, patience: 1, factor: 0.5, minDelta: 0 }),
    });
    const untimed = (history: History) => history.map((record) => ({ ...record, seconds: 0 }));
    for (const measure of [logLoss, f1]) {
      const [byValue, byName] = [fresh(), fresh()];
      const history = untimed(train(byValue, training, given(measure)));
      expect(untimed(train(byName, training, given(measure.name)))).toEqual(history);
      expect(hashOfNetwork(byName)).toBe(hashOfNetwork(byValue));
      expect(history.length).toBeLessThan(80);
      const best = history[(history.at(-1)?.earlyStopping?.best ?? 0) - 1];
      const shown = history.map(({ validation }) => validation?.measures?.[measure.name] ?? Number.NaN);
      const wanted = measure.better === 'higher' ? Math.max(...shown) : Math.min(...shown);
      expect(best.validation?.measures?.[measure.name]).toBe(wanted);
      expect(evaluate(byValue, validationData, { measures: [measure] }).measures[measure.name]).toBe(wanted);
    }
  });

  it('of the name of a number that every record has is that number by name, and the measure by value', () => {
    const history = historyOf('accuracy', [0.1, 0.9, 0.2]);
    expect(earlyStopping({ monitor: accuracy }).best?.(history)).toBe(2);
    expect(earlyStopping({ monitor: 'accuracy' }).best?.(history)).toBe(1);
  });

  it('must be one of the training', async () => {
    const go = (monitor: string | Measure, measures?: readonly Measure[]) => () =>
      train(fresh(), training, { ...options, measures, earlyStopping: earlyStopping({ monitor }) });
    await expectRefusal(
      go(f1),
      'ArgumentError',
      'earlyStopping: monitor: expected any of loss, accuracy',
      "got 'f1'",
      'measures: [f1]',
    );
    await expectRefusal(go('f1', [rocAuc]), 'ArgumentError', "validationAccuracy, rocAuc, got 'f1'");
    const network = fresh();
    const plateau = reduceOnPlateau({ monitor: 'typo' });
    await expectRefusalLeaving(
      network,
      () => train(network, training, { reduceOnPlateau: plateau }),
      'ArgumentError',
      "'typo'",
    );
  });

  it('must be a measure, or a name', async () => {
    for (const monitor of [{}, { name: 'f1' }, 3, '', null, ['f1']]) {
      await expectRefusal(() => earlyStopping({ monitor: monitor as never }), 'ArgumentError', 'or a measure, as f1');
    }
    await expectRefusal(() => earlyStopping({ monitor: 'val_f1' }), 'ArgumentError', 'validationLoss or validationAccuracy');
  });

  it('by its name alone says nothing of records outside of a training', async () => {
    const words = 'A name alone does not say whether higher is better.';
    await expectRefusal(() => earlyStopping({ monitor: 'f1' })(historyOf('f1', [1])), 'ArgumentError', words);
    await expectRefusal(() => earlyStopping({ monitor: f1 })(historyOf('r2', [1])), 'ArgumentError', 'records with f1');
  });
});
