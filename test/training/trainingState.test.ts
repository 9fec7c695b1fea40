// Training that stops early, keeps its best weights, and slows down on plateaus.
import {
  adam,
  type EarlyStopping,
  type EarlyStoppingOptions,
  type EpochRecord,
  earlyStopping,
  evaluate,
  fit,
  type History,
  Network,
  reduceOnPlateau,
  sgd,
  type TrainingOptions,
  tanh,
  train,
  trainSteps,
} from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { earlyStoppingDecision, plateauFactor } from '../../src/training/trainingState.js';
import { onBoth } from '../engine/onBoth.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { errorOf, expectRefusal, expectRefusalLeaving } from '../support/refusals.js';
import { randomExamples, randomShares } from '../support/toyData.js';

/** A history with these losses. */
const historyOf = (losses: readonly number[], field: 'loss' | 'accuracy' = 'loss'): History =>
  losses.map((value, index) => {
    const record: EpochRecord = {
      epoch: index + 1,
      loss: 1,
      accuracy: 0.5,
      validation: undefined,
      learningRate: 0.1,
      seconds: 0,
    };
    return { ...record, [field]: value };
  });

/** After which epoch it stops; 0 if it never does. */
function stopsAfter(options: EarlyStoppingOptions, losses: readonly number[], field?: 'loss' | 'accuracy'): number {
  const stopping = earlyStopping(options);
  const history = historyOf(losses, field);
  return history.findIndex((_, index) => stopping(history.slice(0, index + 1))) + 1;
}

/** The factor of every epoch, the first one included. */
function sharesOf(options: Parameters<typeof reduceOnPlateau>[0], losses: readonly number[]): number[] {
  const plateau = reduceOnPlateau(options);
  const history = historyOf(losses);
  return [0, ...losses].map((_, epochs) => plateau(history.slice(0, epochs)));
}

describe('earlyStopping', () => {
  it('stops after so many epochs in a row that were no better', () => {
    expect(stopsAfter({}, [3, 2, 2, 1])).toBe(3);
    expect(stopsAfter({ patience: 2 }, [3, 2, 2, 1, 1, 1, 0])).toBe(6);
    expect(stopsAfter({ patience: 3 }, [3, 4, 5, 2, 3, 3, 2, 0])).toBe(7);
    expect(stopsAfter({ patience: 3 }, [3, 2, 1, 0])).toBe(0);
  });

  it('counts only what is better by more than minDelta than the best before', () => {
    expect(stopsAfter({ patience: 2, minDelta: 0.5 }, [3, 2.6, 2.4, 2.1, 1.9, 0])).toBe(5);
    expect(stopsAfter({ patience: 2, minDelta: 0.5 }, [3, 2.5, 2.5, 0])).toBe(3);
  });

  it('wants accuracies to rise', () => {
    expect(stopsAfter({ monitor: 'accuracy', patience: 2 }, [0.5, 0.6, 0.55, 0.6, 0.7], 'accuracy')).toBe(4);
    expect(stopsAfter({ monitor: 'accuracy', patience: 2 }, [0.5, 0.6, 0.55, 0.7, 0.7, 0.8], 'accuracy')).toBe(0);
  });

  it('is what Keras does, on random losses', () => {
    for (let seed = 0; seed < 50; seed++) {
      const losses = randomExamples(1, 30, 2, seed).readInputs();
      const patience = 1 + (seed % 4);
      const minDelta = (seed % 3) / 10;
      let [best, wait, stopped] = [Number.POSITIVE_INFINITY, 0, 0];
      losses.forEach((loss, epoch) => {
        if (stopped) return;
        wait += 1;
        if (loss < best - minDelta) [best, wait] = [loss, 0];
        else if (wait >= patience) stopped = epoch + 1;
      });
      expect(stopsAfter({ patience, minDelta }, [...losses])).toBe(stopped);
    }
  });
});

describe('reduceOnPlateau', () => {
  it('multiplies the rate after so many epochs in a row that were no better, and again', () => {
    const shares = sharesOf({ factor: 0.5, patience: 2 }, [3, 2, 2, 2, 2, 2, 1]);
    expect(shares).toEqual([1, 1, 1, 1, 0.5, 0.5, 0.25, 0.25]);
  });

  it('rests after it for cooldown epochs', () => {
    // As Keras: an epoch is counted again once the rest is over, the last one of the rest included.
    const shares = sharesOf({ factor: 0.5, patience: 1, cooldown: 3 }, [3, 3, 3, 3, 3, 3, 3, 3]);
    expect(shares).toEqual([1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.125]);
  });

  it('by default wants more than 0.0001, waits 10 epochs and takes a tenth', () => {
    const losses = Array.from({ length: 11 }, (_, epoch) => 1 - epoch / 200_000);
    expect(sharesOf({}, losses).slice(-2)).toEqual([1, 0.1]);
  });
});

const data = randomExamples(60, 4, 2, 5);
const made = () => new Network([4, 12, 2], { hidden: tanh, seed: 1 });
const plain: TrainingOptions = { optimizer: adam({ learningRate: 0.05 }), epochs: 100, batchSize: 8 };
const unwatched: TrainingOptions = { ...plain, validationSplit: 0.4 };
const options = { ...unwatched, earlyStopping: earlyStopping({ patience: 4, restoreBestWeights: true }) };

describe('a training that stops early', () => {
  it('has the weights of its best epoch, and a history that says so', () => {
    const { history, hash } = onBoth(() => {
      const network = made();
      const history = train(network, data, options).map(({ seconds, ...record }) => record);
      return { history, hash: hashOfNetwork(network) };
    });
    const best = history.at(-1)?.earlyStopping?.best as number;
    expect(history.length).toBe(best + 4);
    expect(history.length).toBeLessThan(100);
    expect(history.map(({ earlyStopping: stopping }) => stopping?.stopped)).toEqual(
      history.map((_, index) => index === best + 3),
    );
    const losses = history.map(({ validation }) => validation?.loss as number);
    expect(Math.min(...losses)).toBe(losses[best - 1]);
    const untilBest = made();
    train(untilBest, data, { ...unwatched, epochs: best });
    expect(hash).toBe(hashOfNetwork(untilBest));
  });

  it('is the same by fit and in steps, and one value serves two at once', async () => {
    const networks = [made(), made(), made()] as const;
    const expected = train(networks[0], data, options).length;
    const [history, steps] = await Promise.all([fit(networks[1], data, options), stepByStep(networks[2])]);
    expect([history.length, steps]).toEqual([expected, expected]);
    expect(new Set(networks.map(hashOfNetwork)).size).toBe(1);
  });

  async function stepByStep(network: Network): Promise<number> {
    const run = trainSteps(network, data, options);
    let next = run.next();
    for (; !next.done; next = run.next()) await Promise.resolve();
    return next.value.length;
  }

  it('keeps its last weights where it does not restore the best', () => {
    const [stopped, whole] = [made(), made()];
    const { length } = train(stopped, data, { ...options, earlyStopping: earlyStopping({ patience: 4 }) });
    train(whole, data, { ...unwatched, epochs: length });
    expect(hashOfNetwork(stopped)).toBe(hashOfNetwork(whole));
  });

  it('restores the best weights also where it comes to its last epoch', () => {
    const network = made();
    const stopping = earlyStopping({ patience: 50, restoreBestWeights: true });
    const validation = data.slice(36);
    const history = train(network, data.slice(0, 36), {
      ...{ ...plain, earlyStopping: stopping, validationData: validation, epochs: 30 },
    });
    expect(history.length).toBe(30);
    expect(evaluate(network, validation).loss).toBe(Math.min(...history.map(({ validation }) => validation?.loss as number)));
  });

  it('keeps whole steps where it is aborted, and does not go back', async () => {
    const [aborted, whole] = [made(), made()];
    const controller = new AbortController();
    const onEpoch = ({ earlyStopping: stopping }: EpochRecord) => stopping?.best !== 1 || controller.abort('enough');
    const lasting = {
      ...options,
      earlyStopping: earlyStopping({ monitor: 'loss', patience: 9, minDelta: 9, restoreBestWeights: true }),
    };
    const stopAtThird = (record: EpochRecord) => record.epoch === 3 && onEpoch(record);
    expect(await errorOf(() => train(aborted, data, { ...lasting, signal: controller.signal, onEpoch: stopAtThird }))).toBe(
      'enough',
    );
    train(whole, data, { ...unwatched, epochs: 3 });
    expect(hashOfNetwork(aborted)).toBe(hashOfNetwork(whole));
  });

  it('watches the loss where there is no validation', () => {
    const history = train(made(), data, {
      ...plain,
      earlyStopping: options.earlyStopping,
      optimizer: sgd({ learningRate: 20 }),
    });
    const losses = history.map(({ loss }) => loss);
    expect(history.at(-1)?.earlyStopping).toEqual({ stopped: true, best: losses.indexOf(Math.min(...losses)) + 1 });
  });

  it('may go by a function of your own', () => {
    const seen: number[] = [];
    const own: EarlyStopping = (history) => seen.push(history.length) === 3;
    const history = train(made(), data, { ...options, earlyStopping: own });
    expect(seen).toEqual([1, 2, 3]);
    expect(history.map(({ earlyStopping: stopping }) => stopping)).toEqual(
      [false, false, true].map((stopped) => ({ stopped, best: undefined })),
    );
  });

  it('leaves no mark in the records where it is not asked for', () => {
    expect('earlyStopping' in (train(made(), data)[0] as EpochRecord)).toBe(false);
  });
});

describe('a training that slows down', () => {
  const slow = { factor: 0.5, patience: 1, minDelta: 9, monitor: 'loss' } as const;
  const ratesOf = (history: History) => history.map(({ learningRate }) => learningRate);

  it('multiplies the rate of the optimizer, or of its schedule', () => {
    const plateau = reduceOnPlateau(slow);
    const fixed = train(made(), data, { optimizer: sgd({ learningRate: 0.4 }), epochs: 4, reduceOnPlateau: plateau });
    expect(ratesOf(fixed)).toEqual([0.4, 0.4, 0.2, 0.1]);
    const learningRate = (step: number) => 1 / (1 + step);
    const falling = train(made(), data, {
      optimizer: sgd({ learningRate }),
      epochs: 4,
      batchSize: 60,
      reduceOnPlateau: plateau,
    });
    expect(ratesOf(falling)).toEqual([1, 1 / 2, 1 / 6, 1 / 16]);
  });

  it('does not go below the least rate, nor raises one that is below it already', () => {
    const plateau = reduceOnPlateau({ ...slow, minLearningRate: 0.15 });
    const history = train(made(), data, { optimizer: sgd({ learningRate: 0.4 }), epochs: 5, reduceOnPlateau: plateau });
    expect(ratesOf(history)).toEqual([0.4, 0.4, 0.2, 0.15, 0.15]);
    const low = train(made(), data, { optimizer: sgd({ learningRate: 0.1 }), epochs: 3, reduceOnPlateau: plateau });
    expect(ratesOf(low)).toEqual([0.1, 0.1, 0.1]);
  });

  it('really makes smaller steps, the same on both backends', () => {
    const hash = onBoth(() => {
      const network = made();
      train(network, data, { optimizer: sgd({ learningRate: 0.4 }), epochs: 4, reduceOnPlateau: reduceOnPlateau(slow) });
      return hashOfNetwork(network);
    });
    const byHand = made();
    const rates = [0.4, 0.4, 0.2, 0.1];
    const learningRate = (step: number) => rates[Math.floor(step / 2)] as number;
    train(byHand, data, { optimizer: sgd({ learningRate }), epochs: 4 });
    expect(hash).toBe(hashOfNetwork(byHand));
  });

  it('may go by a function of your own, which is asked once after every epoch that another one follows', () => {
    const seen: number[] = [];
    const plateau = (history: History) => {
      seen.push(history.length);
      return (history.at(-1) as EpochRecord).epoch === 2 ? 0.5 : 1;
    };
    const history = train(made(), data, { optimizer: sgd({ learningRate: 0.4 }), epochs: 4, reduceOnPlateau: plateau });
    expect(seen).toEqual([1, 2, 3]);
    expect(ratesOf(history)).toEqual([0.4, 0.4, 0.2, 0.4]);
  });

  it('goes together with early stopping', () => {
    const plateau = reduceOnPlateau({ factor: 0.5, patience: 2 });
    const history = train(made(), data, { ...options, reduceOnPlateau: plateau });
    expect(history.at(-1)?.earlyStopping?.stopped).toBe(true);
    expect(Math.min(...ratesOf(history))).toBeLessThan(0.05);
  });
});

describe('thousands of epochs', () => {
  it('look at each record a few times, and not again after every epoch', () => {
    const epochs = 300;
    let looks = 0;
    const records = historyOf(Array.from({ length: epochs }, (_, epoch) => 1 / (1 + (epoch % 7)))).map((record) => ({
      ...record,
      get loss() {
        looks += 1;
        return record.loss;
      },
    }));
    const decide = earlyStoppingDecision(earlyStopping({ patience: epochs }));
    const slowedTo = plateauFactor(reduceOnPlateau());
    const plateau = reduceOnPlateau();
    const history: EpochRecord[] = [];
    const decided = records.map((record) => {
      history.push(record);
      return [decide(history), slowedTo(history)];
    });
    expect(looks).toBe(2 * epochs);
    const best = earlyStopping({ patience: epochs }).best as NonNullable<EarlyStopping['best']>;
    for (const length of [1, 6, 20, epochs]) {
      const start = records.slice(0, length);
      expect(decided[length - 1]).toEqual([{ stopped: false, best: best(start) }, plateau(start)]);
    }
  });

  it('give a function of your own the one history that there is', () => {
    const seen = new Set<History>();
    const own: EarlyStopping = (history) => seen.add(history).size === 0;
    expect(train(made(), data, { ...plain, earlyStopping: own }).length).toBe(100);
    expect(seen.size).toBe(1);
  });
});

describe('refused before anything changes', () => {
  const refuse = (options: object, kind: Parameters<typeof expectRefusalLeaving>[2], ...words: string[]) => {
    const network = made();
    return expectRefusalLeaving(network, () => train(network, data, options), kind, ...words);
  };

  it('numbers out of range and unknown names', async () => {
    await expectRefusal(() => earlyStopping({ patience: 0 }), 'OutOfRangeError', 'earlyStopping: patience', 'from 1', 'got 0');
    await expectRefusal(() => earlyStopping({ minDelta: -1 }), 'OutOfRangeError', 'earlyStopping: minDelta', 'got -1');
    await expectRefusal(
      () => earlyStopping({ restoreBestWeights: 1 } as never),
      'ArgumentError',
      'restoreBestWeights',
      'got 1',
    );
    await expectRefusal(() => earlyStopping({ monitor: 'val_loss' } as never), 'ArgumentError', 'monitor', 'validationLoss');
    await expectRefusal(() => earlyStopping({ mode: 'min' } as never), 'ArgumentError', "got 'mode'", 'it is known');
    await expectRefusal(() => reduceOnPlateau({ factor: 1 }), 'OutOfRangeError', 'reduceOnPlateau: factor', 'got 1');
    await expectRefusal(() => reduceOnPlateau({ cooldown: -1 }), 'OutOfRangeError', 'reduceOnPlateau: cooldown', 'got -1');
    await expectRefusal(() => reduceOnPlateau({ minLr: 1 } as never), 'ArgumentError', "got 'minLr'", 'minLearningRate');
  });

  it('what is no function, or was not called', async () => {
    await refuse({ earlyStopping: { patience: 3 } }, 'ArgumentError', 'earlyStopping', 'earlyStopping()', 'got an object');
    await refuse({ reduceOnPlateau: 0.5 }, 'ArgumentError', 'reduceOnPlateau', 'a function', 'got 0.5');
    await refuse({ patience: 3 }, 'ArgumentError', "got 'patience'", 'earlyStopping({ patience: 5 })');
    await refuse({ callbacks: [] }, 'ArgumentError', "got 'callbacks'", 'earlyStopping: earlyStopping()');
  });

  it('a monitor that there will be nothing for', async () => {
    const stopping = earlyStopping({ monitor: 'validationLoss' });
    await refuse(
      { earlyStopping: stopping },
      'ArgumentError',
      'earlyStopping: monitor validationLoss',
      'validation data',
      'got none',
    );
    const plateau = reduceOnPlateau({ monitor: 'validationAccuracy' });
    await refuse({ reduceOnPlateau: plateau }, 'ArgumentError', 'reduceOnPlateau: monitor validationAccuracy', 'got none');
    const network = made();
    const shares = randomShares(8, 4, 2);
    const accuracy = { earlyStopping: earlyStopping({ monitor: 'accuracy' }) };
    await expectRefusalLeaving(network, () => train(network, shares, accuracy), 'ArgumentError', 'labels', 'got targets');
  });

  it('an answer that is none, after whole steps', async () => {
    const run = (given: object) => () => fit(made(), data, { ...given, epochs: 2 });
    await expectRefusal(
      run({ earlyStopping: async () => true }),
      'ArgumentError',
      'earlyStopping after epoch 1',
      'got a Promise',
    );
    await expectRefusal(
      run({ reduceOnPlateau: () => undefined }),
      'ArgumentError',
      'reduceOnPlateau after epoch 1',
      'got undefined',
    );
    await expectRefusal(run({ reduceOnPlateau: () => -1 }), 'OutOfRangeError', 'reduceOnPlateau after epoch 1', 'got -1');
  });
});
