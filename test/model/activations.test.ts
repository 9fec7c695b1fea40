// Activations as values: what they give, what they carry, and how one makes one's own.
import { type ActivationDefinition, defineActivation, exp, Layer, Network, sigmoid, softmax } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { namedRows } from '../support/activationRows.js';
import { thrownBy } from '../support/thrownBy.js';

describe('activations', () => {
  it.each(namedRows)('$name has its values and derivatives', ({ activation, values, derivatives }) => {
    for (const [index, sum] of [-2, 0, 2].entries()) {
      expect(activation(sum)).toBeCloseTo(values[index], 10);
      expect(activation.derivative(sum, activation(sum))).toBeCloseTo(derivatives[index], 10);
    }
  });

  it('are exactly one half at 0, by the sigmoid', () => {
    expect(sigmoid(0)).toBe(0.5);
    expect(sigmoid.derivative(0, 0.5)).toBe(0.25);
  });

  it.each(namedRows)('$name carries its name and kind, and refuses every change', ({ name, activation, rectifier }) => {
    expect([activation.name, activation.kind, activation.rectifier]).toEqual([name, 'elementwise', rectifier]);
    expect(() => Object.assign(activation, { derivative: () => 7 })).toThrow(TypeError);
    expect(() => Object.assign(activation, { name: 'other' })).toThrow(TypeError);
    expect(() => Object.assign(activation.float32 as object, { value: () => 7 })).toThrow(TypeError);
  });

  it('stay finite at 800 and -800 (case 25)', () => {
    for (const { activation } of namedRows) {
      for (const sum of [800, -800]) {
        expect(activation(sum)).toSatisfy(Number.isFinite);
        expect(activation.derivative(sum, activation(sum))).toSatisfy(Number.isFinite);
      }
    }
  });
});

describe('softmax', () => {
  it('gives the reference values, however far from 0 the sums lie', () => {
    for (const start of [0, 10_000]) {
      const shares = softmax([start, start + 1, start + 2, start + 3]);
      for (const [i, share] of [0.0320586, 0.0871443, 0.2368828, 0.6439143].entries()) expect(shares[i]).toBeCloseTo(share, 7);
      expect(shares.reduce((total, share) => total + share)).toBeCloseTo(1, 14);
    }
  });

  it('is of the other kind, has its name, and leaves its input alone', () => {
    expect([softmax.name, softmax.kind]).toEqual(['softmax', 'vector']);
    expect(() => Object.assign(softmax.float32, { value: () => 7 })).toThrow(TypeError);
    const sums = Object.freeze([800, -800]);
    expect([...softmax(sums)]).toEqual([1, 0]);
    expect([...softmax(Float32Array.of(3))]).toEqual([1]);
  });
});

describe('defineActivation', () => {
  const swish: ActivationDefinition = {
    name: 'swish',
    value: (sum) => sum / (1 + exp(-sum)),
    derivative: (sum, activation) => activation + (1 - activation) / (1 + exp(-sum)),
    rectifier: true,
  };

  it('makes an activation of the same form as the built-in ones, without a float32 kernel', () => {
    const own = defineActivation(swish);
    expect([own.name, own.kind, own.rectifier, own.float32]).toEqual(['swish', 'elementwise', true, undefined]);
    expect(own(0)).toBe(0);
    expect(own(1)).toBe(swish.value(1));
    expect(own.derivative).toBe(swish.derivative);
    const { rectifier: _, ...plain } = swish;
    expect(defineActivation(plain).rectifier).toBe(false);
  });

  it('takes a copy: what becomes of the definition changes nothing', () => {
    const definition = { ...swish };
    const own = defineActivation(definition);
    Object.assign(definition, { name: 'other', value: () => 7 });
    expect(own.name).toBe('swish');
    expect(own(0)).toBe(0);
  });

  it("is rounded to float32 in a network, even under a built-in activation's name", () => {
    const third = defineActivation({ name: 'relu', value: () => 1 / 3, derivative: () => 0 });
    expect(new Layer(1, 1, { activation: third }).forward([1])[0]).toBe(Math.fround(1 / 3));
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', '', undefined, 7])(
    'refuses the name %j (case 9)',
    (name) => {
      const error = thrownBy(() => defineActivation({ ...swish, name: name as string }));
      expect(error).toMatchObject({ name: 'ArgumentError', code: 'ARGUMENT' });
      expect(error.message).toMatch(/^defineActivation: name: expected a name of its own, got .+\. Saved networks carry it\.$/);
    },
  );

  const formless = { kind: 'elementwise', name: 'no function' };
  const nameless = Object.assign(
    Object.defineProperty(() => 1, 'name', { value: 7 }),
    { kind: 'elementwise' },
  );
  it.each(['constructor', '__proto__', 'relu', undefined, null, {}, () => 1, 7, formless, nameless])(
    '%s is no activation for a network (case 9)',
    (given) => {
      const attempts = [
        ['Layer activation', () => new Layer(2, 2, { activation: given as never })],
        ['Network hidden', () => new Network([2, 2, 2], { hidden: given as never })],
        ['Network output', () => new Network([2, 2, 2], { output: given as never })],
      ] as const;
      for (const [what, attempt] of attempts) {
        if (given === undefined) {
          expect(attempt).not.toThrow();
          continue;
        }
        const error = thrownBy(attempt);
        expect(error).toMatchObject({ name: 'ArgumentError', code: 'ARGUMENT' });
        expect(error.message).toMatch(
          new RegExp(`^${what}: expected an activation, got .+\\. Import one, as in import \\{ relu \\}`),
        );
      }
    },
  );

  it('says which part is missing or misspelt', () => {
    const { value: _, ...withoutValue } = swish;
    const { derivative: __, ...withoutDerivative } = swish;
    expect(thrownBy(() => defineActivation(withoutValue as never)).message).toBe(
      'defineActivation: value: expected a function of the weighted sum, got undefined.',
    );
    expect(thrownBy(() => defineActivation(withoutDerivative as never)).message).toBe(
      'defineActivation: derivative: expected a function of the weighted sum and the activation, got undefined.',
    );
    expect(thrownBy(() => defineActivation({ ...swish, derivate: swish.derivative } as never)).message).toMatch(
      /^defineActivation: .* Did you mean derivative\?$/,
    );
    expect(thrownBy(() => defineActivation({ ...swish, rectifier: 1 } as never)).message).toBe(
      'defineActivation: rectifier: expected true or false, got 1.',
    );
    expect(thrownBy(() => defineActivation(7 as never))).toMatchObject({ name: 'ArgumentError' });
  });
});
