// The core's memories: kept with large data, shared among small, grown where need be, and never mistaken for one another.
import fc from 'fast-check';
import { defineLoss, evaluate, identity, type Loss, Network, quadratic, relu, sgd, train, trainSteps } from 'glassbox-nn';
import { Dataset, type DatasetFields } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/engine/Store.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { randomExamples } from '../support/toyData.js';
import { bent, quartic } from './customFunctions.js';
import { onBoth } from './onBoth.js';

/** So many examples of so many numbers are more than a megabyte, which is kept in a memory of its own. */
const LARGE = 1900;
const WIDTH = 140;

/** Data on `inputs`, uncopied. */
function dataOn(inputs: Float32Array | Uint8Array, width = WIDTH, scale = 1): Dataset {
  const count = inputs.length / width;
  const labels = Int32Array.from({ length: count }, (_, example) => example % 3);
  const answers: Omit<DatasetFields, 'inputs' | 'width' | 'scale' | 'count'> = {
    labels,
    targets: undefined,
    targetWidth: 3,
    classes: 3,
    classNames: undefined,
  };
  return new Dataset({ inputs, width, scale, count, ...answers });
}

function largeInputs(): Float32Array {
  return Float32Array.from({ length: LARGE * WIDTH }, (_, i) => ((i * 7919) % 13) - 6);
}

/** The network that a few steps make, as a hash. */
function trainedOn(data: Dataset, loss: Loss = quadratic): string {
  const network = new Network([data.width, 9, 3] as number[], { hidden: bent, output: identity });
  train(network, data, { loss, batchSize: 1000, shuffle: false, optimizer: sgd({ learningRate: 1e-4 }) });
  return hashOfNetwork(network);
}

describe('the memory that is kept with large data', () => {
  it('does not stand for others on the same buffer', () => {
    const hashes = onBoth(() => {
      const inputs = largeInputs();
      const bytes = new Uint8Array(inputs.buffer);
      return [
        trainedOn(dataOn(inputs)),
        trainedOn(dataOn(inputs, WIDTH / 2)),
        trainedOn(dataOn(inputs, WIDTH, 0.5)),
        trainedOn(dataOn(inputs.subarray(WIDTH))),
        trainedOn(dataOn(inputs.subarray(0, -WIDTH))),
        trainedOn(dataOn(bytes, WIDTH, 1e-3)),
        trainedOn(dataOn(inputs)),
      ];
    });
    expect(new Set(hashes).size).toBe(6);
    expect(hashes[6]).toBe(hashes[0]);
  });

  it('is not spoilt by numbers that were refused', () => {
    const [before, after] = onBoth(() => {
      const inputs = largeInputs().map((value, i) => (i % 5 === 0 ? value : 0));
      const data = dataOn(inputs);
      const losses = [trainedOn(data)];
      const kept = inputs[0] as number;
      inputs[0] = Number.NaN;
      expect(() => trainedOn(data)).toThrow('data input [0] of example 0');
      inputs[0] = kept;
      return [...losses, trainedOn(data)];
    });
    expect(after).toBe(before);
  });

  it('does not stand for numbers that were changed since', () => {
    const hashes = onBoth(() => {
      const inputs = largeInputs();
      const data = dataOn(inputs);
      const before = trainedOn(data);
      inputs.fill(3, 0, 12345);
      const after = trainedOn(data);
      inputs.fill(0.5);
      const half = trainedOn(dataOn(inputs));
      inputs.fill(1);
      return [before, after, half, trainedOn(dataOn(inputs)), evaluate(new Network([WIDTH, 3]), data).loss];
    });
    expect(new Set(hashes).size).toBe(5);
  });

  it('serves many works at once, and grows for them (case 129)', () => {
    const data = dataOn(largeInputs());
    const sizes = [[WIDTH, 9, 3], [WIDTH, 200, 3], [WIDTH, 3], [WIDTH, 300, 20, 3]]; // biome-ignore format: a table
    onBoth(() => {
      const networks = sizes.map((size) => new Network(size, { hidden: relu, output: identity }));
      const options = { batchSize: 1000, epochs: 2, optimizer: sgd({ learningRate: 1e-5 }) };
      const runs = networks.map((network) => trainSteps(network, data, options));
      // One after another, each begun when those before it are under way.
      for (let step = 0; step < 8; step++) for (const [index, run] of runs.entries()) if (step >= index) run.next();
      return networks.map((network) => [hashOfNetwork(network), evaluate(network, data).loss]);
    });
  });
});

describe('functions of the user that train and evaluate in the middle of a batch', () => {
  const inputs = largeInputs();
  const other = randomExamples(300, 4, 3);

  /** A loss that does some work of its own now and then, and looks at what came of it. */
  function nosy(work: () => number): Loss {
    let calls = 0;
    let seen = 0;
    return defineLoss({
      name: 'nosy',
      value: (outputs, target) => quadratic(outputs, target) + seen,
      gradient(outputs, target) {
        calls += 1;
        if (calls % 700 === 1) seen = work();
        return outputs.map((output, i) => (output - (target[i] as number)) * (1 + seen));
      },
    });
  }

  const cases = { large: dataOn(inputs), small: dataOn(inputs.subarray(0, 600 * WIDTH)) };

  it.each(Object.entries(cases))('come to the same on both backends, on %s data', (_, data) => {
    const hashes = onBoth(() => {
      const evaluating = () => {
        const larger = new Network([WIDTH, 400, 3], { hidden: bent });
        return evaluate(larger, data.take(20)).loss + evaluate(new Network([WIDTH, 3]), data, { loss: quartic }).loss;
      };
      const training = () => train(new Network([4, 500, 3], { hidden: bent }), other)[0]?.loss ?? 0;
      return [trainedOn(data, nosy(evaluating)), trainedOn(data, nosy(training)), trainedOn(data)];
    });
    expect(new Set(hashes).size).toBe(3);
  });

  it.each(Object.entries(cases))('may do so when only evaluated too, on %s data', (_, data) => {
    const losses = onBoth(() => {
      const measured = new Network([WIDTH, 5, 3], { hidden: bent }) as Network;
      let calls = 0;
      const value: Loss['value'] = (outputs, target) => {
        calls += 1;
        return calls % 300 === 0
          ? evaluate(new Network([WIDTH, 300 + calls, 3]), data.take(9)).loss
          : quadratic(outputs, target);
      };
      const loss = defineLoss({ name: 'nosy', value, gradient: quadratic.gradient });
      return [evaluate(measured, data, { loss }).loss, evaluate(measured, data).loss];
    });
    expect(losses[0]).not.toBe(losses[1]);
  });
});

describe('the fingerprint', () => {
  it('depends on every byte of a small array and its place, wherever the array starts and however long it is', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 80 }),
        fc.nat(7),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (numbers, offset, place, change) => {
          const buffer = new ArrayBuffer(numbers.length + 16);
          const bytes = new Uint8Array(buffer, offset, numbers.length);
          bytes.set(numbers);
          const before = fingerprint(bytes);
          expect(fingerprint(bytes)).toBe(before);
          bytes[place % bytes.length] = (bytes[place % bytes.length] as number) ^ change;
          expect(fingerprint(bytes)).not.toBe(before);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('tells arrays filled with one number from those filled with another, which sums do not', () => {
    const prints = [0, -0, 0.25, 0.5, 1, 2, -1, 1e-45].map((number) => fingerprint(new Float32Array(2 ** 16).fill(number)));
    expect(new Set(prints).size).toBe(prints.length);
    const swapped = fingerprint(Float32Array.of(2, 1, 3, 4));
    expect(swapped).not.toBe(fingerprint(Float32Array.of(1, 2, 3, 4)));
  });

  it('looks at the array alone, and not at what else its buffer holds', () => {
    const whole = Uint8Array.from({ length: 64 }, (_, i) => i * 37);
    const part = whole.subarray(5, 48);
    const before = fingerprint(part);
    whole[4] = 1;
    whole[48] = 1;
    expect(fingerprint(part)).toBe(before);
    expect(fingerprint(part)).not.toBe(fingerprint(whole.subarray(5, 47)));
  });

  it('tells of a large array whether a thousandth of it was exchanged', () => {
    const large = Uint8Array.from({ length: 2 ** 20 }, (_, i) => (i * 37) >> 3);
    const before = fingerprint(large);
    for (const start of [0, 1000, 500_000, 2 ** 20 - 1040]) {
      const changed = large.slice();
      changed.fill(7, start, start + 1040);
      expect(fingerprint(changed)).not.toBe(before);
    }
  });
});
