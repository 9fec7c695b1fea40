// Callbacks, loads and saves that never settle: a signal stops the training all the same (cases 283 to 285).
import { type AbortSignalLike, type FitOptions, fit, Network, sgd, softmax, train } from 'glassbox-nn';
import { checkpointIn } from 'glassbox-nn/formats';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { errorOf } from '../support/refusals.js';
import { placeInMemory } from '../support/savedPlaces.js';
import { randomExamples } from '../support/toyData.js';

const data = randomExamples(40, 3, 2);
const fresh = () => new Network([3, 4, 2], { output: softmax });
const options = { optimizer: sgd({ learningRate: 0.5, momentum: 0.5 }), batchSize: 4, epochs: 3 };
const never = () => new Promise<never>(() => {});

afterEach(() => {
  vi.useRealTimers();
});

/** The hash of a network after so many steps. */
function hashAfter(steps: number): string {
  const network = fresh();
  const controller = new AbortController();
  const onBatch = ({ step }: { step: number }) => {
    if (step === steps) controller.abort();
  };
  try {
    train(network, data, { ...options, onBatch, signal: controller.signal });
  } catch {}
  return hashOfNetwork(network);
}

/** A signal that counts its listeners, and aborts on command. */
function countedSignal() {
  const controller = new AbortController();
  const { signal } = controller;
  const counted = { listening: 0, most: 0 };
  const listeners = new Set<unknown>();
  const count = () => {
    counted.listening = listeners.size;
    counted.most = Math.max(counted.most, listeners.size);
  };
  const { addEventListener, removeEventListener } = signal;
  Object.assign(signal, {
    addEventListener(...words: Parameters<typeof addEventListener>) {
      listeners.add(words[1]);
      count();
      addEventListener.apply(signal, words);
    },
    removeEventListener(...words: Parameters<typeof removeEventListener>) {
      listeners.delete(words[1]);
      count();
      removeEventListener.apply(signal, words);
    },
  });
  return { controller, signal, counted };
}

/** Runs a training that comes to hang, aborts it then, and expects the reason, a free network, and its bits. */
async function expectStopped(begin: (signal: AbortSignal, hang: () => Promise<never>) => FitOptions, left: string) {
  const { controller, signal, counted } = countedSignal();
  const network = fresh();
  const hang = () => {
    setTimeout(() => controller.abort('enough'), 1);
    return never();
  };
  const error = await errorOf(() => fit(network, data, { ...options, signal, ...begin(signal, hang) }));
  expect(error).toBe('enough');
  expect(hashOfNetwork(network)).toBe(left);
  expect(counted.listening).toBe(0);
  expect(train(network, data).length).toBe(1);
}

describe('a callback that never settles (case 283)', () => {
  it('is stopped by a signal, and what was done is saved', async () => {
    const { checkpoint, saved } = placeInMemory({ everySeconds: 1000 });
    const onBatch = (hang: () => unknown) => (record: { step: number }) => record.step === 7 && hang();
    await expectStopped((_, hang) => ({ checkpoint, onBatch: onBatch(hang) }), hashAfter(7));
    expect(saved.length).toBe(1);
    const resumed = fresh();
    await fit(resumed, data, { ...options, checkpoint });
    expect(hashOfNetwork(resumed)).toBe(hashAfter(30));
  });

  it('is stopped at the end of an epoch too, of the last one as well', async () => {
    for (const last of [2, 3]) {
      const { checkpoint, saved } = placeInMemory({ everySeconds: 1000 });
      const onEpoch = (hang: () => unknown) => (record: { epoch: number }) => record.epoch === last && hang();
      await expectStopped((_, hang) => ({ checkpoint, onEpoch: onEpoch(hang) }), hashAfter(10 * last));
      expect(saved.length).toBe(1);
    }
  });

  it('whose changes of weights count for nothing', async () => {
    const network = fresh();
    const controller = new AbortController();
    const onBatch = ({ step }: { step: number }) => {
      if (step !== 5) return undefined;
      network.layers[0].weights.fill(9);
      setTimeout(() => controller.abort(), 1);
      return never();
    };
    await errorOf(() => fit(network, data, { ...options, onBatch, signal: controller.signal }));
    expect(hashOfNetwork(network)).toBe(hashAfter(5));
  });

  it('but rejects later is not heard, and one that settles counts, though it aborts', async () => {
    const unheard = vi.fn();
    // The event of a page and that of Node.
    const page = globalThis as unknown as Pick<AbortSignal, 'addEventListener' | 'removeEventListener'> & {
      document?: unknown;
    };
    const isPage = page.document !== undefined;
    const listen = () =>
      isPage ? page.addEventListener('unhandledrejection', unheard) : process.on('unhandledRejection', unheard);
    const leave = () =>
      isPage ? page.removeEventListener('unhandledrejection', unheard) : process.off('unhandledRejection', unheard);
    listen();
    const controller = new AbortController();
    const late = () => {
      controller.abort('enough');
      return new Promise((_, reject) => setTimeout(() => reject(new Error('too late')), 5));
    };
    expect(await errorOf(() => fit(fresh(), data, { ...options, onEpoch: late, signal: controller.signal }))).toBe('enough');
    await new Promise((resolve) => setTimeout(resolve, 20));
    leave();
    expect(unheard).not.toHaveBeenCalled();
    const fault = new Error('of its own');
    const other = new AbortController();
    const throwing = async () => {
      other.abort();
      throw fault;
    };
    expect(await errorOf(() => fit(fresh(), data, { ...options, onEpoch: throwing, signal: other.signal }))).toBe(fault);
    const network = fresh();
    const third = new AbortController();
    const changing = async () => {
      network.layers[0].weights.fill(0.5);
      third.abort();
    };
    await errorOf(() => fit(network, data, { ...options, onBatch: changing, signal: third.signal }));
    expect(new Set(network.layers[0].weights)).toEqual(new Set([0.5]));
  });

  it('leaves one listener at a time, and none behind', async () => {
    const { signal, counted } = countedSignal();
    await fit(fresh(), data, { ...options, signal, onBatch: async () => {}, checkpoint: placeInMemory().checkpoint });
    expect(counted).toEqual({ listening: 0, most: 1 });
  });
});

describe('a place that never answers (case 284)', () => {
  it('when it is loaded from is stopped by a signal', async () => {
    const place = (hang: () => Promise<never>) => checkpointIn({ load: hang, save: () => {} });
    await expectStopped((_, hang) => ({ checkpoint: place(hang) }), hashOfNetwork(fresh()));
  });

  it('when it is loaded from, and answers after that, changes nothing', async () => {
    const { checkpoint, saved } = placeInMemory();
    await fit(fresh(), data, { ...options, checkpoint });
    let answer: (bytes: Uint8Array) => void = () => {};
    const load = () =>
      new Promise<Uint8Array>((resolve) => {
        answer = resolve;
      });
    const controller = new AbortController();
    const network = fresh();
    const running = fit(network, data, {
      ...options,
      signal: controller.signal,
      checkpoint: checkpointIn({ load, save: () => {} }),
    });
    controller.abort('enough');
    expect(await errorOf(() => running)).toBe('enough');
    answer(saved[0] as Uint8Array);
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(hashOfNetwork(network)).toBe(hashOfNetwork(fresh()));
  });

  it('when it is saved to is given ten seconds, and then stopped', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    for (const everySteps of [3, 1000]) {
      const controller = new AbortController();
      let saves = 0;
      let ended = false;
      const save = () => {
        saves += 1;
        controller.abort('enough');
        return never();
      };
      const onBatch = ({ step }: { step: number }) => everySteps === 1000 && step === 3 && controller.abort('enough');
      const network = fresh();
      const checkpoint = checkpointIn({ load: () => undefined, save }, { everySteps });
      const running = errorOf(() => fit(network, data, { ...options, onBatch, signal: controller.signal, checkpoint }));
      running.then(() => {
        ended = true;
      });
      await vi.advanceTimersByTimeAsync(9000);
      await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
      expect([saves, ended]).toEqual([1, false]);
      await vi.advanceTimersByTimeAsync(10_000);
      expect(await running).toBe('enough');
      expect(saves).toBe(1);
      expect(hashOfNetwork(network)).toBe(hashAfter(3));
      expect(train(network, data).length).toBe(1);
      expect(vi.getTimerCount()).toBe(0);
    }
  });

  it('when it is saved to, and answers in time, has all that was done, once', async () => {
    const controller = new AbortController();
    const saved: Uint8Array[] = [];
    const save = async (bytes: Uint8Array) => {
      controller.abort('enough');
      await new Promise((resolve) => setTimeout(resolve, 10));
      saved.push(bytes);
    };
    const checkpoint = checkpointIn({ load: () => saved.at(-1), save }, { everySteps: 4 });
    expect(await errorOf(() => fit(fresh(), data, { ...options, signal: controller.signal, checkpoint }))).toBe('enough');
    expect(saved.length).toBe(1);
    const resumed = fresh();
    await fit(resumed, data, { ...options, checkpoint });
    expect(hashOfNetwork(resumed)).toBe(hashAfter(30));
  });

  it('when it is saved to, and fails after the signal, gives its own error', async () => {
    const controller = new AbortController();
    const fault = new Error('no room');
    const save = () => {
      controller.abort('enough');
      return new Promise<void>((_, reject) => setTimeout(() => reject(fault), 5));
    };
    const checkpoint = checkpointIn({ load: () => undefined, save }, { everySteps: 4 });
    expect(await errorOf(() => fit(fresh(), data, { ...options, signal: controller.signal, checkpoint }))).toBe(fault);
  });
});

describe('a signal that cannot tell of itself (case 285)', () => {
  it('is seen when what is waited for has settled', async () => {
    const signal: { aborted: boolean; reason: string } & AbortSignalLike = { aborted: false, reason: 'enough' };
    let settled = false;
    const onEpoch = async () => {
      setTimeout(() => {
        signal.aborted = true;
      }, 1);
      await new Promise((resolve) => setTimeout(resolve, 10));
      settled = true;
    };
    const network = fresh();
    expect(await errorOf(() => fit(network, data, { ...options, signal, onEpoch }))).toBe('enough');
    expect([settled, hashOfNetwork(network)]).toEqual([true, hashAfter(10)]);
  });
});
