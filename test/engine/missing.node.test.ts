// Where there is no WebAssembly, or none with 128-bit numbers, the step in JavaScript does the work, and says why.
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askFor } from '../support/backends.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { errorOf, expectRefusal } from '../support/refusals.js';

const platform = globalThis as { WebAssembly?: unknown };
const { WebAssembly: real } = platform as {
  WebAssembly: { Module: unknown; Memory: unknown; Instance: unknown; CompileError: new (message: string) => Error };
};

/** A platform that compiles nothing. */
const refusing = (message: string) => ({
  Memory: real.Memory,
  Instance: real.Instance,
  Module: class {
    constructor() {
      throw new real.CompileError(message);
    }
  },
});

/** The library as a program loads it that starts now. */
async function freshLibrary() {
  vi.resetModules();
  return { ...(await import('glassbox-nn')), ...(await import('glassbox-nn/data')) };
}

beforeEach(() => askFor(undefined));

afterEach(() => {
  platform.WebAssembly = real;
});

// A later file gets a library that looks for itself.
afterAll(() => vi.resetModules());

/** The backend of a fresh library, and the network that it trains. */
async function trainedFresh() {
  const { backend, evaluate, Network, predictor, train, xor } = await freshLibrary();
  const network = new Network([2, 8, 1], { seed: 1 });
  train(network, xor(), { epochs: 20 });
  const answers = Array.from(predictor(network).forward([0, 1]));
  return { ...backend(), hash: hashOfNetwork(network), loss: evaluate(network, xor()).loss, answers };
}

it('a memory that the system refuses is a LimitError (case 130)', async () => {
  const { backend, Network, predictor } = await freshLibrary();
  const network = new Network([2, 3, 1]);
  expect(backend().name).toBe('webassembly');
  const Memory = class {
    constructor() {
      throw new RangeError('WebAssembly.Memory(): could not allocate memory');
    }
  };
  platform.WebAssembly = { Module: real.Module, Instance: real.Instance, Memory };
  expect(await errorOf(() => predictor(network).forward([0, 1]))).toMatchObject({ name: 'LimitError', code: 'LIMIT' });
  platform.WebAssembly = real;
  expect(predictor(network).forward([0, 1])).toEqual(network.forward([0, 1]));
});

describe('a platform', () => {
  it('with all it needs has WebAssembly', async () => {
    expect(await trainedFresh()).toMatchObject({ name: 'webassembly', reason: 'WebAssembly with 128-bit numbers works here' });
  });

  it.each([
    ['without WebAssembly (case 125)', undefined, 'WebAssembly does not work here: this platform has none'],
    [
      'whose page forbids it (case 125)',
      refusing("Wasm code generation disallowed by embedder: 'unsafe-eval' is not allowed"),
      'disallowed by embedder',
    ],
    [
      'without 128-bit numbers (case 126)',
      refusing('Compiling function #1 failed: invalid value type 0x7b'),
      'value type 0x7b',
    ],
  ])('%s trains in JavaScript, to the same bits, and says why', async (_, given, reason) => {
    const expected = await trainedFresh();
    platform.WebAssembly = given;
    const found = await trainedFresh();
    expect(found.reason).toContain(reason);
    expect(found).toEqual({ ...expected, name: 'javascript', reason: found.reason });
  });

  it('without WebAssembly does not have it if it is chosen, and goes on in JavaScript', async () => {
    platform.WebAssembly = undefined;
    const { backend, setBackend } = await freshLibrary();
    const words = ['expected a platform with webassembly', 'this platform has none'];
    await expectRefusal(() => setBackend('webassembly'), 'StateError', ...words);
    expect(backend()).toMatchObject({ name: 'javascript', reason: expect.stringContaining('this platform has none') });
  });
});

it('the backend is looked for when it is needed, and once', async () => {
  const { backend } = await freshLibrary();
  platform.WebAssembly = undefined;
  expect(backend().name).toBe('javascript');
  platform.WebAssembly = real;
  expect(backend()).toBe(backend());
  expect(backend().name).toBe('javascript');
});
