// A training goes on from a checkpoint only by what it was begun with: what decides after every epoch is asked again.
import {
  adam,
  defineActivation,
  defineLoss,
  type EarlyStopping,
  earlyStopping,
  evaluate,
  fit,
  type History,
  Network,
  type Optimizer,
  type ReduceOnPlateau,
  reduceOnPlateau,
  type Schedule,
  sgd,
  type TrainingOptions,
  tanh,
  train,
} from 'glassbox-nn';
import { dataset, spirals } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { describeSchedules } from '../../src/formats/checkpoint/describeSchedules.js';
import type { Plan } from '../../src/training/planTraining.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { expectRefusal, expectRefusalLeaving } from '../support/refusals.js';
import { placeInMemory } from '../support/savedPlaces.js';

const [training, validation] = spirals({ count: 40, noise: 0.3 }).split(0.5, { seed: 1 });
const fresh = (seed = 0) => new Network([2, 6, 2], { hidden: tanh, seed });
const options = { validationData: validation, optimizer: adam({ learningRate: 0.05 }) };
const restoring = (monitor: 'loss' | 'validationLoss', more = {}) =>
  earlyStopping({ monitor, patience: 100, restoreBestWeights: true, ...more });

/** What was saved after so many epochs. */
async function savedAfter(epochs: number, given: TrainingOptions): Promise<Uint8Array> {
  const { checkpoint, saved } = placeInMemory();
  await fit(fresh(), training, { ...options, ...given, epochs, checkpoint });
  return saved.at(-1) as Uint8Array;
}

const resumed = (bytes: Uint8Array, epochs: number, given: TrainingOptions, network = fresh(), data = training) =>
  fit(network, data, { ...options, ...given, epochs, checkpoint: placeInMemory({}, bytes).checkpoint });

describe('a training whose best weights are kept', () => {
  it('refuses another monitor by which another epoch is the best, and leaves the network as it was', async () => {
    const bytes = await savedAfter(30, { earlyStopping: restoring('loss') });
    const network = fresh(3);
    await expectRefusalLeaving(
      network,
      () => resumed(bytes, 31, { earlyStopping: restoring('validationLoss') }, network),
      'ArgumentError',
      'checkpoint: earlyStopping: expected epoch 30 to be the best so far, as in the training that was saved, which keeps its weights, got epoch 25.',
      'Give the monitor and the minDelta that it was begun with',
    );
  });

  it('refuses another minDelta by which another epoch is the best', async () => {
    const bytes = await savedAfter(30, { earlyStopping: restoring('validationLoss', { minDelta: 0.02 }) });
    await expectRefusal(
      () => resumed(bytes, 31, { earlyStopping: restoring('validationLoss') }),
      'ArgumentError',
      'checkpoint: earlyStopping',
      'got epoch 25',
    );
  });

  it("refuses another function of the user's own", async () => {
    const own = (best: (history: History) => number): EarlyStopping =>
      Object.assign((_: History) => false, { best, restoreBestWeights: true });
    const bytes = await savedAfter(5, { earlyStopping: own((history) => history.length) });
    await expectRefusal(
      () => resumed(bytes, 6, { earlyStopping: own(() => 1) }),
      'ArgumentError',
      'expected epoch 5',
      'got epoch 1',
    );
  });

  it('goes on with another patience, and with another rule that names the same epoch, to the weights of earlyStopping.best', async () => {
    const bytes = await savedAfter(30, { earlyStopping: restoring('validationLoss') });
    for (const more of [{ patience: 50 }, { minDelta: 1e-9 }, {}]) {
      const network = fresh(1);
      const history = await resumed(bytes, 45, { earlyStopping: restoring('validationLoss', more) }, network);
      const { best } = history.at(-1)?.earlyStopping ?? {};
      expect(evaluate(network, validation).loss).toBe(history[(best as number) - 1]?.validation?.loss);
    }
  });
});

describe('a training whose best weights are not kept', () => {
  it('goes on with another monitor, which looks at all records again', async () => {
    const bytes = await savedAfter(30, { earlyStopping: earlyStopping({ monitor: 'loss', patience: 100 }) });
    const stopping = earlyStopping({ monitor: 'validationLoss', patience: 100 });
    const history = await resumed(bytes, 31, { earlyStopping: stopping });
    expect(history.at(-1)?.earlyStopping).toEqual({ stopped: false, best: 25 });
  });
});

describe('a training that has stopped early', () => {
  it('stays stopped, also with another patience and more epochs', async () => {
    const bytes = await savedAfter(30, { earlyStopping: earlyStopping({ monitor: 'validationLoss', patience: 3 }) });
    const begun: number[] = [];
    const history = await resumed(bytes, 60, {
      earlyStopping: earlyStopping({ monitor: 'validationLoss', patience: 50 }),
      onEpoch: ({ epoch }) => begun.push(epoch),
    });
    expect(history.length).toBeLessThan(30);
    expect(history.at(-1)?.earlyStopping?.stopped).toBe(true);
    expect(begun).toEqual([]);
  });
});

describe("functions of the user's own", () => {
  const descent = (name: string, slots: number, rate: number): Optimizer => ({
    name,
    learningRate: 0.1,
    slots,
    update(parameters, gradient, _slots) {
      for (let i = 0; i < parameters.length; i++) parameters[i] -= rate * gradient[i];
    },
  });
  const scaled = (name: string, factor: number) =>
    defineActivation({ name, value: (sum) => factor * sum, derivative: () => factor });
  const squared = (name: string) =>
    defineLoss({
      name,
      value: (outputs) => 0.5 * outputs[0] * outputs[0],
      gradient: (outputs) => new Float32Array(outputs.length).map((_, i) => (i === 0 ? outputs[0] : 0)),
    });

  it('are known by their names, and an optimizer by its slots, and by nothing else', async () => {
    const bytes = await savedAfter(2, { optimizer: descent('own', 1, 0.1) });
    expect((await resumed(bytes, 3, { optimizer: descent('own', 1, 0.2) })).length).toBe(3);
    for (const optimizer of [descent('other', 1, 0.1), descent('own', 2, 0.1)]) {
      await expectRefusal(() => resumed(bytes, 3, { optimizer }), 'ArgumentError', 'checkpoint: optimizer');
    }
    const lost = await savedAfter(2, { loss: squared('own') });
    expect((await resumed(lost, 3, { loss: squared('own') })).length).toBe(3);
    await expectRefusal(() => resumed(lost, 3, { loss: squared('other') }), 'ArgumentError', 'checkpoint: loss');
    const made = (name: string, factor: number) => new Network([2, 6, 2], { hidden: scaled(name, factor) });
    const { checkpoint, saved } = placeInMemory();
    await fit(made('own', 1), training, { ...options, epochs: 2, checkpoint });
    const go = (network: ReturnType<typeof made>) => resumed(saved.at(-1) as Uint8Array, 3, {}, network);
    expect((await go(made('own', 2))).length).toBe(3);
    await expectRefusal(() => go(made('other', 1)), 'ArgumentError', 'checkpoint: network');
  });
});

describe('a training that a plateau slows down', () => {
  const plateau = (more = {}) => reduceOnPlateau({ monitor: 'validationLoss', patience: 2, factor: 0.5, ...more });

  it('goes on with the same, to the same bits', async () => {
    const whole = fresh();
    await fit(whole, training, { ...options, reduceOnPlateau: plateau(), epochs: 40 });
    const network = fresh(4);
    const history = await resumed(
      await savedAfter(33, { reduceOnPlateau: plateau() }),
      40,
      { reduceOnPlateau: plateau() },
      network,
    );
    expect(history.at(-1)?.learningRate).toBeLessThan(0.05);
    expect(hashOfNetwork(network)).toBe(hashOfNetwork(whole));
  });

  it.each<[string, ReduceOnPlateau]>([
    ['factor', plateau({ factor: 0.25 })],
    ['patience', plateau({ patience: 4 })],
    ['monitor', plateau({ monitor: 'loss' })],
    ['minDelta', plateau({ minDelta: 0.1 })],
    ['cooldown', plateau({ cooldown: 5 })],
    ['minLearningRate', plateau({ minLearningRate: 0.04 })],
    ["function of the user's own", () => 1],
  ])('refuses another %s, by which other steps had been made', async (_what, other) => {
    const bytes = await savedAfter(40, { reduceOnPlateau: plateau() });
    await expectRefusal(
      () => resumed(bytes, 45, { reduceOnPlateau: other }),
      'ArgumentError',
      'checkpoint: reduceOnPlateau: expected a learning rate of',
      'as in the training that was saved',
      'Give the schedule and the reduceOnPlateau it was begun with',
    );
  });
});

describe('a schedule', () => {
  it('that is another between its first and its last step is refused', async () => {
    const steps = (middle: number) => (step: number) => (step > 0 && step < 4 ? middle : 0.1);
    const given = (middle: number): TrainingOptions => ({ optimizer: sgd({ learningRate: steps(middle) }), batchSize: 20 });
    const bytes = await savedAfter(10, given(0.05));
    expect((await resumed(bytes, 11, given(0.05))).length).toBe(11);
    await expectRefusal(
      () => resumed(bytes, 11, given(0.06)),
      'ArgumentError',
      'checkpoint: learningRate: expected a learning rate of 0.05 at step 2, as in the training that was saved, got 0.06.',
    );
  });
});

describe('a schedule of very many steps', () => {
  const plan = (learningRate: Schedule) =>
    ({ data: training, batchSize: 20, epochs: 1e6, optimizer: sgd({ learningRate }) }) as unknown as Plan;
  const wordsOf = (steps: number, learningRate: Schedule) => describeSchedules(plan(learningRate))(steps);
  const but = (step: number) => (at: number) => (at === step ? 0.2 : 0.1);
  const steps = 1_500_000;

  it('is asked for all of the first million, and then for every 1,024th, and for none twice', () => {
    let asked = 0;
    const course = describeSchedules(
      plan(() => {
        asked += 1;
        return 0.1;
      }),
    );
    const words = [steps - 1000, steps].map(course).at(-1);
    expect(asked).toBe(2 ** 20 + Math.ceil((steps - 2 ** 20) / 1024));
    expect(words).toEqual(wordsOf(steps, () => 0.1));
    for (const step of [0, 77, 2 ** 20 - 1, 2 ** 20, 2 ** 20 + 1024]) expect(wordsOf(steps, but(step))).not.toEqual(words);
    for (const step of [2 ** 20 + 1, steps]) expect(wordsOf(steps, but(step))).toEqual(words);
  });
});

describe('names', () => {
  const { inputs, width, labels = [] } = training;
  const named = (classes?: string[], columnNames?: string[]) =>
    dataset({ inputs, width, labels, classes: classes ?? 2, ...(columnNames ? { columnNames } : {}) });
  const unwatched = { optimizer: options.optimizer, validationData: validation };

  it('of other classes or columns are refused, though their numbers are the same, and leave the network without names', async () => {
    const { checkpoint, saved } = placeInMemory();
    await fit(fresh(), named(['in', 'out'], ['x', 'y']), { ...unwatched, epochs: 2, checkpoint });
    const bytes = saved.at(-1) as Uint8Array;
    const go = (network: ReturnType<typeof fresh>, ...names: (string[] | undefined)[]) =>
      resumed(bytes, 3, unwatched, network, named(...names));
    const network = fresh();
    await expectRefusal(() => go(network, ['out', 'in'], ['x', 'y']), 'ArgumentError', "classNames: expected 'in', 'out'");
    await expectRefusal(() => go(network, ['in', 'out'], ['y', 'x']), 'ArgumentError', "columnNames: expected 'x', 'y'");
    expect([network.classNames, network.columnNames]).toEqual([undefined, undefined]);
    expect((await go(network)).length).toBe(3);
    expect((await go(fresh(), ['in', 'out'], ['x', 'y'])).length).toBe(3);
  });
});

describe('a checkpoint of data without names', () => {
  it('goes on with data that have names', async () => {
    const { inputs, width, labels = [] } = training;
    const named = dataset({ inputs, width, labels, classes: ['in', 'out'] });
    expect((await resumed(await savedAfter(2, {}), 3, {}, fresh(), named)).length).toBe(3);
  });
});

describe('a function of the user’s own that names the best epoch', () => {
  it('may not go back to one whose weights are no longer kept', async () => {
    const best = (history: History) => (history.length < 4 ? history.length : 2);
    const stopping: EarlyStopping = Object.assign((_: History) => false, { best, restoreBestWeights: true });
    const run = () => train(fresh(), training, { ...options, epochs: 6, earlyStopping: stopping });
    const says =
      'earlyStopping.best after epoch 4: expected epoch 3, the best one before, or 4, since the weights of no other are kept, got 2.';
    await expectRefusal(run, 'ArgumentError', says);
  });
});
