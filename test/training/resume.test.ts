// A training that is stopped and goes on from a checkpoint comes to the bits of one that never stopped.
import {
  adam,
  earlyStopping,
  f1,
  fit,
  type History,
  logLoss,
  Network,
  type Optimizer,
  reduceOnPlateau,
  relu,
  sgd,
  softmax,
  type TrainingOptions,
  tanh,
  train,
} from 'glassbox-nn';
import { spirals } from 'glassbox-nn/data';
import { checkpointIn } from 'glassbox-nn/formats';
import { describe, expect, it, vi } from 'vitest';
import { SHARED_WORKS, type SharedWork } from '../engine/threads/works.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { errorOf } from '../support/refusals.js';
import { placeInMemory } from '../support/savedPlaces.js';
import { randomExamples } from '../support/toyData.js';

const untimed = (history: History) => history.map((record) => ({ ...record, seconds: 0 }));

/** Remembers three numbers of every parameter, in functions of its own. */
const customOptimizer: Optimizer = {
  name: 'own',
  learningRate: 0.05,
  slots: 3,
  update(parameters, gradient, [speed, heat, least] = [], { step, learningRate }) {
    for (let i = 0; i < parameters.length; i++) {
      speed[i] = 0.8 * speed[i] - learningRate * gradient[i];
      heat[i] += Math.abs(gradient[i]) / step;
      least[i] = Math.min(least[i], gradient[i]);
      parameters[i] += speed[i] / (1 + heat[i]) + 0.001 * least[i];
    }
  },
};

const points = spirals({ count: 80, noise: 0.3, seed: 3 });
const watched = {
  network: () => new Network([2, 12, 2], { hidden: tanh, output: softmax, seed: 2 }),
  data: points,
  options: { optimizer: adam({ learningRate: 0.05 }), batchSize: 16, validationSplit: 0.3, epochs: 40 },
};

const OWN_WORKS: readonly SharedWork[] = [
  {
    name: "an optimizer of the user's own",
    network: () => new Network([7, 9, 3], { hidden: relu, output: softmax }),
    data: randomExamples(50, 7, 3),
    options: { optimizer: customOptimizer, batchSize: 16, epochs: 4 },
  },
  {
    name: 'early stopping that restores the best weights',
    ...watched,
    options: { ...watched.options, earlyStopping: earlyStopping({ patience: 4, restoreBestWeights: true }) },
  },
  {
    name: 'a plateau that slows down, and a function that stops',
    ...watched,
    options: {
      ...watched.options,
      reduceOnPlateau: reduceOnPlateau({ patience: 2, factor: 0.5, cooldown: 1 }),
      earlyStopping: (history) => history.length === 11,
    },
  },
  {
    name: 'measures that are monitored, by value and by name',
    ...watched,
    options: {
      ...watched.options,
      measures: [f1, logLoss],
      reduceOnPlateau: reduceOnPlateau({ monitor: logLoss, patience: 2, factor: 0.5 }),
      earlyStopping: earlyStopping({ monitor: 'f1', patience: 5, restoreBestWeights: true }),
    },
  },
  {
    name: 'measures of the training data',
    ...watched,
    options: { ...watched.options, validationSplit: undefined, epochs: 4, measures: [f1] },
  },
];

/** A few of the places where a training was saved: the first, the last, and some between them, most of them within an epoch. */
function someOf<Place>(saved: readonly Place[]): Place[] {
  const last = saved.length - 1;
  return [...new Set([0, Math.floor(last * 0.37), Math.floor(last * 0.74), last])].map((index) => saved[index] as Place);
}

describe('a training that goes on from where it was saved', () => {
  it.each([...SHARED_WORKS, ...OWN_WORKS])(
    'gives the bits of one that never stopped: $name',
    async ({ network, data, options }) => {
      const whole = network();
      const history = await fit(whole, data, options);
      const watching = placeInMemory({ everySteps: 1 });
      const kept = network();
      expect(untimed(await fit(kept, data, { ...options, checkpoint: watching.checkpoint }))).toEqual(untimed(history));
      expect(hashOfNetwork(kept)).toBe(hashOfNetwork(whole));
      expect(watching.saved.length).toBe(history.length * Math.ceil(stepsOfEpoch(data.count, options)));
      for (const bytes of someOf(watching.saved)) {
        const resumed = network();
        for (const { weights, biases } of resumed.layers) for (const array of [weights, biases]) array.fill(0.25);
        const { checkpoint, saved } = placeInMemory({ everySteps: 7 }, bytes);
        expect(untimed(await fit(resumed, data, { ...options, checkpoint }))).toEqual(untimed(history));
        expect(hashOfNetwork(resumed)).toBe(hashOfNetwork(whole));
        if (bytes !== watching.saved.at(-1)) expect(saved.at(-1)?.length).toBe(watching.saved.at(-1)?.length);
        else expect(saved).toEqual([]);
      }
    },
  );
});

function stepsOfEpoch(count: number, { batchSize = 32, validationSplit = 0 }: TrainingOptions): number {
  return (count - Math.round(count * validationSplit)) / batchSize;
}

const data = randomExamples(40, 3, 2);
const fresh = (seed = 0) => new Network([3, 4, 2], { output: softmax, seed });
const options = { optimizer: sgd({ learningRate: 0.5, momentum: 0.5 }), batchSize: 4, epochs: 3 };

/** The hash of the network that was trained without stopping. */
function uninterrupted(given: TrainingOptions = options): string {
  const network = fresh();
  train(network, data, given);
  return hashOfNetwork(network);
}

describe('a checkpoint', () => {
  it('is saved after so many epochs, and at the end', async () => {
    for (const [everyEpochs, after] of [
      [1, [0, 1, 2, 3, 4]],
      [2, [0, 0, 1, 1, 2]],
    ] as const) {
      const { checkpoint, saved } = placeInMemory({ everyEpochs });
      const perEpoch: number[] = [];
      await fit(fresh(), data, { ...options, epochs: 5, checkpoint, onEpoch: () => perEpoch.push(saved.length) });
      expect(perEpoch).toEqual(after);
      expect(saved.length).toBe(after[4] + 1);
    }
  });

  it('is saved by itself in a twentieth of the time, so that its bytes grow with the epochs and not with their square (case 278)', async () => {
    /** By a clock that an epoch moves by 100 milliseconds, and that saving moves by 10 microseconds for every byte. */
    async function savedOf(epochs: number) {
      let now = 0;
      const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
      const counted = { saves: 0, bytes: 0, spent: 0, longest: 0, last: 0 };
      let last = 0;
      const save = (bytes: Uint8Array) => {
        counted.longest = Math.max(counted.longest, now - last);
        last = now;
        const cost = bytes.length / 100;
        counted.last = cost;
        now += cost;
        counted.saves += 1;
        counted.bytes += bytes.length;
        counted.spent += cost;
      };
      const onEpoch = () => {
        now += 100;
      };
      try {
        await fit(fresh(), data, { epochs, onEpoch, checkpoint: checkpointIn({ load: () => undefined, save }) });
      } finally {
        clock.mockRestore();
      }
      return { ...counted, time: now };
    }
    const few = await savedOf(250);
    const many = await savedOf(2000);
    expect(few.saves).toBeGreaterThan(1);
    expect(many.saves).toBeGreaterThan(few.saves);
    // Of it all but the save at the end.
    for (const { spent, last, time } of [few, many]) expect((spent - last) / time).toBeLessThan(0.06);
    expect(many.bytes / few.bytes).toBeLessThan(16);
    // A crash costs no more than a second, or twenty times what saving takes, and an epoch.
    expect(many.longest).toBeLessThan(25 * many.last);
  });

  it('is saved after so many steps, and at the end', async () => {
    const { checkpoint, saved } = placeInMemory({ everySteps: 8 });
    const perStep: number[] = [];
    await fit(fresh(), data, { ...options, checkpoint, onBatch: () => perStep.push(saved.length) });
    expect(
      perStep.map((count, index) => count - (perStep[index - 1] ?? 0)).flatMap((more, step) => (more > 0 ? [step] : [])),
    ).toEqual([8, 16, 24]);
    expect(saved.length).toBe(4);
  });

  it('is saved after so many seconds: none of them for every step, many for the end alone', async () => {
    for (const [everySeconds, times] of [
      [0, 30],
      [1000, 1],
    ] as const) {
      const { checkpoint, saved } = placeInMemory({ everySeconds });
      await fit(fresh(), data, { ...options, checkpoint });
      expect(saved.length).toBe(times);
    }
  });

  it('is saved when a signal stops the training, and from there it goes on', async () => {
    const { checkpoint, saved } = placeInMemory({ everySeconds: 1000 });
    const controller = new AbortController();
    const onBatch = ({ step }: { step: number }) => step === 13 && controller.abort();
    const network = fresh();
    const error = await errorOf(() => fit(network, data, { ...options, checkpoint, onBatch, signal: controller.signal }));
    expect(error).toBe(controller.signal.reason);
    expect(saved.length).toBe(1);
    const steps: number[] = [];
    const resumed = fresh(5);
    await fit(resumed, data, { ...options, checkpoint, onBatch: ({ step, epoch, batch }) => steps.push(step, epoch, batch) });
    expect(steps.slice(0, 3)).toEqual([14, 2, 4]);
    expect(hashOfNetwork(resumed)).toBe(uninterrupted());
  });

  it('stays as it was when a callback throws, and from there the training goes on', async () => {
    const { checkpoint, saved } = placeInMemory({ everySteps: 5 });
    const fault = new Error('in a callback');
    const onBatch = ({ step }: { step: number }) => {
      if (step === 14) throw fault;
    };
    expect(await errorOf(() => fit(fresh(), data, { ...options, checkpoint, onBatch }))).toBe(fault);
    expect(saved.length).toBe(2);
    const resumed = fresh(5);
    await fit(resumed, data, { ...options, checkpoint });
    expect(hashOfNetwork(resumed)).toBe(uninterrupted());
  });

  it('keeps what a callback changed in the network', async () => {
    const change =
      (network: Network) =>
      ({ step }: { step: number }) => {
        if (step === 4) network.layers[0]?.weights.fill(0.125);
      };
    const whole = fresh();
    await fit(whole, data, { ...options, onBatch: change(whole) });
    const { checkpoint, saved } = placeInMemory({ everySteps: 4 });
    const stopped = fresh();
    await fit(stopped, data, { ...options, checkpoint, onBatch: change(stopped) });
    const resumed = fresh(9);
    await fit(resumed, data, { ...options, checkpoint: placeInMemory({}, saved[0]).checkpoint });
    expect(hashOfNetwork(resumed)).toBe(hashOfNetwork(whole));
    expect(hashOfNetwork(whole)).not.toBe(uninterrupted());
  });

  it('of a training that has ended gives the network and the history at once, and goes on if there are more epochs', async () => {
    const { checkpoint, saved } = placeInMemory({ everyEpochs: 1 });
    const history = await fit(fresh(), data, { ...options, checkpoint });
    const again = fresh(1);
    expect(await fit(again, data, { ...options, checkpoint })).toEqual(history);
    expect(hashOfNetwork(again)).toBe(uninterrupted());
    expect(saved.length).toBe(3);
    const longer = fresh(2);
    expect((await fit(longer, data, { ...options, epochs: 5, checkpoint })).length).toBe(5);
    expect(hashOfNetwork(longer)).toBe(uninterrupted({ ...options, epochs: 5 }));
  });

  it('may be one for several trainings, one after another, and the network counts as being trained while it is loaded', async () => {
    const { checkpoint } = placeInMemory();
    const network = fresh();
    const running = fit(network, data, { ...options, checkpoint });
    expect(await errorOf(() => fit(network, data))).toMatchObject({ code: 'STATE' });
    await running;
    expect(hashOfNetwork(network)).toBe(uninterrupted());
  });

  it('whose place fails ends the training with its error, the network as a whole step left it and free', async () => {
    const fault = new Error('no room');
    for (const [load, save, left] of [
      [() => Promise.reject(fault), () => {}, hashOfNetwork(fresh())],
      [() => undefined, () => Promise.reject(fault), uninterrupted({ ...options, epochs: 1 })],
    ] as const) {
      const network = fresh();
      const checkpoint = checkpointIn({ load, save }, { everyEpochs: 1 });
      expect(await errorOf(() => fit(network, data, { ...options, checkpoint }))).toBe(fault);
      expect(hashOfNetwork(network)).toBe(left);
      expect(train(network, data).length).toBe(1);
    }
  });

  it('of a data set with a reader of its own goes on too', async () => {
    const plain = randomExamples(20, 3, 2);
    const reversed = Object.assign(Object.create(Object.getPrototypeOf(plain)), plain);
    reversed.readInput = (out: Float32Array, index: number) => {
      plain.readInput(out, index);
      out.reverse();
    };
    const whole = fresh();
    await fit(whole, reversed, options);
    const { checkpoint, saved } = placeInMemory({ everySteps: 3 });
    await fit(fresh(), reversed, { ...options, checkpoint });
    const resumed = fresh(3);
    await fit(resumed, reversed, { ...options, checkpoint: placeInMemory({}, saved[2]).checkpoint });
    expect(hashOfNetwork(resumed)).toBe(hashOfNetwork(whole));
    const other = fit(fresh(), plain, { ...options, checkpoint: placeInMemory({}, saved[2]).checkpoint });
    expect(await errorOf(() => other)).toMatchObject({ code: 'ARGUMENT' });
  });
});
