// Which records a training keeps: all of them, or the last alone. The training itself is the same.
import {
  adam,
  type EpochRecord,
  earlyStopping,
  type FitOptions,
  f1,
  fit,
  Network,
  reduceOnPlateau,
  sgd,
  type TrainingOptions,
  train,
  trainSteps,
} from 'glassbox-nn';
import { spirals } from 'glassbox-nn/data';
import { checkpointIn } from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { expectRefusalLeaving } from '../support/refusals.js';
import { exclusiveOr } from '../support/toyData.js';

const points = spirals({ count: 60, noise: 0.2 });
const network = () => new Network([2, 8, 2]) as Network;

/** A record without the time, which is never the same. */
const untimed = (record: EpochRecord | undefined) => ({ ...record, seconds: 0 });

const trainings: Readonly<Record<string, TrainingOptions>> = {
  plain: { epochs: 6 },
  'early stopping': {
    epochs: 200,
    optimizer: adam({ learningRate: 0.05 }),
    validationSplit: 0.3,
    earlyStopping: earlyStopping({ patience: 4, restoreBestWeights: true, minDelta: 0.001 }),
    onWarning: () => {},
  },
  reduceOnPlateau: {
    epochs: 30,
    optimizer: sgd({ learningRate: 0.5 }),
    reduceOnPlateau: reduceOnPlateau({ patience: 2, factor: 0.5, minDelta: 0.01, cooldown: 1 }),
  },
  measures: {
    epochs: 60,
    validationSplit: 0.3,
    measures: [f1],
    earlyStopping: earlyStopping({ monitor: 'f1', patience: 8, restoreBestWeights: true }),
    onWarning: () => {},
  },
};

describe.each(Object.entries(trainings))("history: 'last' in a training with %s", (_, options) => {
  it('is the last of all records, from the same training to the bit, by train, fit and trainSteps', async () => {
    const whole = network();
    const all = train(whole, points, options);
    for (const call of ['train', 'fit', 'trainSteps'] as const) {
      const made = network();
      const seen: EpochRecord[] = [];
      const given = { ...options, history: 'last', onEpoch: (record: EpochRecord) => void seen.push(record) } as const;
      let history = call === 'fit' ? await fit(made, points, given) : call === 'train' ? train(made, points, given) : [];
      if (call === 'trainSteps') {
        const steps = trainSteps(made, points, { ...given, every: 'epoch' });
        for (let next = steps.next(); ; next = steps.next()) {
          if (!next.done) continue;
          history = next.value;
          break;
        }
      }
      expect(history.map(untimed)).toEqual([untimed(all.at(-1))]);
      expect(hashOfNetwork(made)).toBe(hashOfNetwork(whole));
      // Every record was there to be seen.
      expect(seen.map(untimed)).toEqual(all.map(untimed));
    }
  });
});

it('is empty where there is no epoch', () => {
  expect(train(network(), points, { epochs: 0, history: 'last' })).toEqual([]);
});

it('keeps one record of 20,000 epochs', () => {
  const kept = train(new Network([2, 1]), exclusiveOr(), { epochs: 20_000, history: 'last' });
  expect(kept).toHaveLength(1);
  expect(kept[0]?.epoch).toBe(20_000);
});

it('is all if left out, and refused by name before memory ends', async () => {
  expect(train(network(), points, { epochs: 3 })).toHaveLength(3);
  const one = network();
  for (const call of [train, fit, trainSteps]) {
    const words = ['epochs', 'at most 4000000', 'got 10000000', "history: 'last'"];
    await expectRefusalLeaving(one, () => call(one, points, { epochs: 10_000_000 } as never), 'LimitError', ...words);
  }
  // With it, ten million are begun.
  const steps = trainSteps(one, exclusiveOr(), { epochs: 10_000_000, history: 'last', every: 'epoch' });
  expect(steps.next().value).toMatchObject({ epoch: 1 });
  steps.return([]);
});

it('refuses functions of the user that read all records, and other words', async () => {
  const one = network();
  const last = { history: 'last' } as const;
  const tries: readonly [object, string][] = [
    [{ ...last, earlyStopping: () => false }, 'earlyStopping()'],
    [{ ...last, reduceOnPlateau: () => 1 }, 'reduceOnPlateau()'],
    [{ history: 'none' }, "'all' or 'last'"],
    [{ history: 1 }, "'all' or 'last'"],
  ];
  for (const [options, words] of tries) {
    for (const call of [train, fit, trainSteps]) {
      await expectRefusalLeaving(one, () => call(one, points, options as never), 'ArgumentError', 'history', words);
    }
  }
});

describe("history: 'last' with a checkpoint", () => {
  /** A place in memory, with its bytes. */
  function placeInMemory() {
    const kept: { bytes: Uint8Array | undefined; saves: number } = { bytes: undefined, saves: 0 };
    const place = {
      load: () => kept.bytes,
      save: (bytes: Uint8Array) => {
        kept.bytes = bytes.slice();
        kept.saves += 1;
      },
    };
    return { kept, place };
  }

  it.each([
    ['after every epoch', { everyEpochs: 1 }],
    ['in the middle of epochs', { everySteps: 3 }],
  ] as const)('goes on to the same bits as if it had never stopped, saved %s', async (_, rhythm) => {
    const options: FitOptions = {
      history: 'last',
      epochs: 40,
      batchSize: 8,
      optimizer: adam({ learningRate: 0.05 }),
      validationSplit: 0.3,
      earlyStopping: earlyStopping({ patience: 12, restoreBestWeights: true, minDelta: 0.002 }),
      reduceOnPlateau: reduceOnPlateau({ patience: 2, factor: 0.5, minDelta: 0.001, cooldown: 1 }),
      onWarning: () => {},
    };
    const whole = network();
    const right = await fit(whole, points, options);
    for (const stopAt of [1, 7, 20, 41, 60]) {
      const { place } = placeInMemory();
      const controller = new AbortController();
      const onBatch = ({ step }: { step: number }) => {
        if (step === stopAt) controller.abort('stopped');
      };
      const checkpoint = checkpointIn(place, rhythm);
      await fit(network(), points, { ...options, checkpoint, onBatch, signal: controller.signal }).catch(() => {});
      const made = network();
      const history = await fit(made, points, { ...options, checkpoint });
      expect(history.map(untimed)).toEqual(right.map(untimed));
      expect(hashOfNetwork(made)).toBe(hashOfNetwork(whole));
    }
  });

  it('keeps the file as small after 200 epochs as after 3, and is not resumed by other settings or with all records', async () => {
    const sizes: number[] = [];
    const stopping = earlyStopping({ patience: 500 });
    const { kept, place } = placeInMemory();
    for (const epochs of [3, 200]) {
      await fit(network(), points, { history: 'last', epochs, earlyStopping: stopping, checkpoint: checkpointIn(place) });
      sizes.push(kept.bytes?.length as number);
    }
    // The file tells its place in words, which have a few more digits.
    expect(Math.abs((sizes[1] as number) - (sizes[0] as number))).toBeLessThan(64);
    const one = network();
    const tries: readonly [FitOptions, ...string[]][] = [
      [
        { history: 'last', earlyStopping: earlyStopping({ patience: 501 }) },
        'earlyStopping',
        'the settings of the training that was saved',
      ],
      [{ history: 'last', earlyStopping: earlyStopping({ patience: 500, minDelta: 0.1 }) }, 'earlyStopping', 'the settings'],
      [{ earlyStopping: stopping }, 'history', 'last, as in the training that was saved', 'got all'],
    ];
    for (const [options, ...words] of tries) {
      const go = () => fit(one, points, { epochs: 201, ...options, checkpoint: checkpointIn(place) });
      await expectRefusalLeaving(one, go, 'ArgumentError', ...words);
    }
  });
});
