// Some hundred files made by the format's description, good ones and bad ones: what is said of each follows from how it was made, and a
// second reader, written from the description too, must say the same. A failure tells its seed and the smallest file it was found in.
import * as fc from 'fast-check';
import { fromSafetensors, parseSafetensors } from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { thrownBy } from '../../support/thrownBy.js';
import { BREACHES, type Breach } from './specification/breaches.js';
import { brokenRule } from './specification/brokenRule.js';
import { type MadeTensor, madeFile, numbersOf, write } from './specification/madeFiles.js';
import { madeNetwork } from './specification/madeNetworks.js';
import { STRICTER } from './specification/stricter.js';

const SEED = 20_260;

/** What a reader should give for a tensor. */
const expected = (tensor: MadeTensor) => ({
  dtype: tensor.dtype,
  shape: tensor.shape,
  data: tensor.dtype === 'F64' ? Float64Array.from(numbersOf(tensor)) : Float32Array.from(numbersOf(tensor)),
});

describe('files that follow the description', () => {
  it('are read: every name, text, shape and number, whatever stands where', () => {
    fc.assert(
      fc.property(madeFile(), (made) => {
        const file = write(made);
        expect(brokenRule(file)).toBeUndefined();
        const { tensors, metadata } = parseSafetensors(file);
        expect([...metadata]).toEqual(made.metadata ?? []);
        // Those without numbers may stand anywhere among those that begin where they do.
        const inOrder = made.tensors.filter(({ bits }) => bits.length > 0).map(({ name }) => name);
        expect([...tensors].filter(([, { data }]) => data.length > 0).map(([name]) => name)).toEqual(inOrder);
        expect(tensors.size).toBe(made.tensors.length);
        for (const tensor of made.tensors) expect(tensors.get(tensor.name)).toEqual(expected(tensor));
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('and hold the layers of a network make that network, its numbers rounded to float32; or are refused where one is not finite', () => {
    let read = 0;
    fc.assert(
      fc.property(madeNetwork(), ({ made, activations }) => {
        const file = write(made);
        expect(brokenRule(file)).toBeUndefined();
        const numbers = made.tensors.map((tensor) => Float32Array.from(numbersOf(tensor)));
        if (numbers.some((each) => !each.every(Number.isFinite))) {
          expect(thrownBy(() => fromSafetensors(file, activations))).toMatchObject({ code: 'NUMERIC' });
        } else {
          read += 1;
        }
        const network = fromSafetensors(file, { ...activations, allowNonFinite: true });
        expect(network.layers.flatMap(({ weights, biases }) => [weights, biases])).toEqual(numbers);
      }),
      { seed: SEED, numRuns: 100 },
    );
    expect(read).toBeGreaterThan(20);
  });
});

/** Files of a breach: `count` of them. */
function breaking({ code, spoil }: Breach, count: number, check: (file: Uint8Array) => void): void {
  const made = madeFile({ fewest: 2, least: 1 });
  fc.assert(
    fc.property(made, fc.nat(1000), (whole, choice) => {
      const file = spoil(whole, choice);
      check(file);
      expect(thrownBy(() => parseSafetensors(file))).toMatchObject({ code });
      expect(thrownBy(() => fromSafetensors(file))).toMatchObject({ code });
    }),
    { seed: SEED, numRuns: count },
  );
}

describe('files that break a rule', () => {
  it.each(BREACHES.map((breach) => [breach.fault, breach] as const))('with %s are refused', (_fault, breach) => {
    breaking(breach, 5, (file) => expect(brokenRule(file)).toBeDefined());
  });
});

describe('files that follow the description, but are beyond what is read here,', () => {
  it.each(STRICTER.map((breach) => [breach.fault, breach] as const))('with %s are refused', (_fault, breach) => {
    breaking(breach, 10, (file) => expect(brokenRule(file)).toBeUndefined());
  });
});
