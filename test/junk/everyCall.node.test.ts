// Everything that is exported, called with junk in place of one of its arguments, or of a value inside of one.
import { Random } from 'glassbox-nn';
import { describe, expect, it, vi } from 'vitest';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { type Call, everyCall } from './calls.js';
import { JUNK, OWN } from './junk.js';
import { type Path, pathsIn, spoiled } from './spoil.js';

/** JUNK_SHARE=1 makes all of the 140,000 calls, JUNK_SEED=7 others. */
const { JUNK_SHARE = '0.01', JUNK_SEED = '1' } = process.env;

const CODES = ['ARGUMENT', 'OUT_OF_RANGE', 'SHAPE', 'LIMIT', 'FORMAT', 'NUMERIC', 'STATE'];
const ERRORS = 'ArgumentError FormatError LimitError NumericError OutOfRangeError ShapeError StateError'.split(' ');

const { calls, missing } = everyCall();

/** Calls, waits for a promise, and goes some steps through a generator. */
async function settled(call: () => unknown): Promise<void> {
  const result = await call();
  if (typeof (result as Generator | undefined)?.next !== 'function' || result instanceof Random) return;
  const steps = result as Generator | AsyncGenerator;
  for (let step = 0; step < 5; step++) if ((await steps.next()).done) return;
  await steps.return(undefined);
}

/** What is wrong with what a call throws; nothing of our own errors, of the caller's, and of what the system says of a path. */
function faultOf(error: unknown): string | undefined {
  const { code, path, name, message, stack } = error as Error & { readonly code?: string; readonly path?: string };
  if (error === OWN || CODES.includes(code ?? '') || name === 'AbortError') return undefined;
  if (path !== undefined && /^E[A-Z]+$/.test(code ?? '')) return undefined;
  return `${name}: ${message} ${stack?.split('\n').find((line) => line.includes('src/'))}`;
}

/** The network of a right call is left alone by one that throws before it has begun. */
function networkHash(args: readonly unknown[]): string | undefined {
  const [network] = args as [{ readonly layers?: readonly never[] }];
  return network?.layers === undefined ? undefined : hashOfNetwork(network as never);
}

async function faultsOf(call: Call, chosen: () => boolean): Promise<string[]> {
  const faults: string[] = [];
  const right = call.args();
  // What a checkpoint keeps a training with is the library's own.
  const paths = [...pathsIn(right), [right.length]].filter((path: Path) => path.at(-1) !== 'keep');
  for (const path of paths) {
    for (const [name, junk] of Object.entries(JUNK)) {
      if (!chosen()) continue;
      const fresh = call.args();
      const before = path[0] === 0 ? undefined : networkHash(fresh);
      const args = path[0] === right.length ? [...fresh, junk()] : (spoiled(fresh, path, junk()) as unknown[]);
      try {
        await settled(() => call.on()(...(args as never[])));
      } catch (error) {
        const fault = faultOf(error);
        if (fault !== undefined) faults.push(`${call.name}, ${path.join('.')} = ${name}: ${fault}`);
        // A function of the caller's may answer junk in the middle of a training.
        const begun = /^(train|fit)/.test(call.name) || error === OWN;
        if (before !== undefined && !begun && networkHash(fresh) !== before) faults.push(`${call.name}, ${name}: changed`);
      }
    }
  }
  return faults;
}

describe('what is exported', () => {
  it('is all called, each with right arguments first', () => {
    expect(missing).toEqual([]);
    expect(calls.length).toBeGreaterThan(200);
  });

  it('answers junk in any place with an error that has a code, or with a right result (cases 335 to 339)', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const random = new Random(Number(JUNK_SEED));
    const share = Number(JUNK_SHARE);
    const faults: string[] = [];
    // An error of ours takes any message: it is thrown, and not called.
    for (const call of calls.filter(({ name }) => !ERRORS.includes(name))) {
      faults.push(...(await faultsOf(call, () => random.uniform() < share)));
    }
    warn.mockRestore();
    expect(faults).toEqual([]);
  });
});
