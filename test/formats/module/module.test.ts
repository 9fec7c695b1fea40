// Written modules give the same bits as the networks they are of, in Node and in Chromium, and no name becomes code.
import {
  ArgumentError,
  type Classifier,
  classifier,
  defineActivation,
  identity,
  type LayerActivation,
  Network,
  NumericError,
  relu,
  sigmoid,
  softmax,
  tanh,
} from 'glassbox-nn';
import { dataset, minMax, standardize } from 'glassbox-nn/data';
import { toModule } from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { Random } from '../../../src/random/Random.js';
import { expectLesson } from '../../data/teaches.js';
import { elementwise } from '../../support/builtIns.js';
import { thrownBy } from '../../support/thrownBy.js';

interface Written {
  readonly sizes: readonly number[];
  readonly classNames: readonly string[];
  forward(input: ArrayLike<number>): Float32Array;
  predict(input: ArrayLike<number>): number;
  read(input: ArrayLike<number>): unknown;
}

/** The module, imported by the engine itself. */
function written(model: Parameters<typeof toModule>[0]): Promise<Written> {
  const text = toModule(model, { language: 'javascript' });
  const address = `data:text/javascript;charset=utf-8,${encodeURIComponent(text)}`;
  return import(/* @vite-ignore */ address);
}

const bitsOf = (numbers: Float32Array) => [...new Uint32Array(numbers.slice().buffer)];
const everyKind: readonly LayerActivation[] = [...elementwise, softmax];

describe('a module of a network', () => {
  it.each(everyKind.map((activation) => ({ name: activation.name, activation })))(
    'gives the same bits for a thousand inputs: $name',
    async ({ activation }) => {
      const hidden = activation.kind === 'vector' ? tanh : activation;
      const network = new Network([5, 4, 3], { hidden, output: activation, seed: 3 });
      const random = new Random(activation.name.length);
      for (const { biases } of network.layers) biases.set(biases.map(() => random.uniform(-1, 1)));
      const { forward, predict, sizes } = await written(network);
      expect(sizes).toEqual([5, 4, 3]);
      for (let round = 0; round < 1000; round++) {
        // Small and large, so that every branch of the functions is taken; zeros too.
        const size = [0.01, 1, 30, 1e4][round % 4] as number;
        const input = Float32Array.from({ length: 5 }, () => (random.uniform(0, 1) < 0.2 ? 0 : random.uniform(-size, size)));
        const ours = network.forward(input);
        expect(bitsOf(forward(input))).toEqual(bitsOf(ours));
        expect(predict(input)).toBe(network.predict(input));
      }
    },
  );

  it('has the functions that it needs, and no others, and nothing that runs text', () => {
    const text = toModule(new Network([2, 1], { output: relu }), { language: 'javascript' });
    for (const word of ['exp(', 'tanh', 'sigmoid', 'softmax', 'brightest', 'predict', 'read('])
      expect(text).not.toContain(word);
    for (const activation of everyKind) {
      const any = toModule(new Network([2, 3], { output: activation }));
      for (const word of ['Math.exp', 'eval', 'Function(', 'import', 'require']) expect(any).not.toContain(word);
    }
  });

  it('refuses what the network refuses', async () => {
    const { forward } = await written(new Network([2, 1]));
    expect(thrownBy(() => forward([1])).message).toBe('input: expected 2 numbers, got 1.');
    expect(thrownBy(() => forward([1, Number.NaN])).message).toBe('input[1]: expected a finite number, got NaN.');
    expect(thrownBy(() => forward(['1', 2] as never)).message).toBe('input[0]: expected a finite number, got 1.');
    expect(thrownBy(() => forward(Uint8Array.of(1, 2))).message).toContain('Divide them by 255');
  });
});

describe('a module of a classifier', () => {
  const inputs = [
    [7, 180, 5],
    [8, 210.25, 5],
    [19, 120, 5],
    [21, 140, 5],
  ];
  const fruit = dataset({ inputs, labels: ['apple', 'apple', 'banana', 'banana'] });

  it('scales and names as the classifier does', async () => {
    const models: Classifier[] = [
      classifier(new Network([3, 4, 2], { output: softmax }), { scaling: standardize(fruit), classNames: fruit.classNames }),
      classifier(new Network([3, 4, 1]), { scaling: minMax(fruit), classNames: fruit.classNames }),
      classifier(new Network([3, 2])),
      classifier(new Network([3, 2], { output: identity })), // logits, which are no confidence
    ];
    const random = new Random(1);
    for (const model of models) {
      const { read } = await written(model);
      for (let round = 0; round < 300; round++) {
        const raw = [random.uniform(5, 25), random.uniform(100, 220), random.uniform(0, 9)];
        expect(read(raw)).toEqual(model.read(raw));
      }
    }
  });

  it('holds any name as a name', async () => {
    const names = [
      "'; globalThis.broken = 1; '",
      '"; globalThis.broken = 1; "',
      '`$' + '{globalThis.broken = 1}`',
      '\\"; globalThis.broken = 1; //',
      '*/ globalThis.broken = 1; /*',
      '/*: x*/ and /* as y)*/ and /*(*/',
      '</script><script>globalThis.broken = 1</script>',
      '<!--',
      'line\nbreak\r\u2028\u2029',
      '\u0000\ud800',
      '__proto__',
      '\u00e9\u{1F600}',
      'INPUTS @param INPUT_TAG $& CONCLUSION START',
    ];
    const model = classifier(new Network([2, 13]), { classNames: names });
    for (const language of ['javascript', 'typescript'] as const) {
      const text = toModule(model, { language });
      expect(text).toMatch(/^[\n -~]*$/);
      expect(text).not.toMatch(/<\/script|<!--/);
    }
    expect((await written(model)).classNames).toEqual(names);
    expect(globalThis).not.toHaveProperty('broken');
  });
});

describe('toModule', () => {
  it('refuses what cannot be written down', () => {
    const own = defineActivation({ name: 'sigmoid', value: (sum) => sum, derivative: () => 1 });
    const argument = { type: ArgumentError, code: 'ARGUMENT' };
    expectLesson(() => toModule(new Network([2, 1], { output: own })), {
      ...argument,
      says: ['layers[0] activation', 'toJson'],
    });
    const [layer] = new Network([2, 1]).layers;
    const { inputs, outputs, weights, biases } = layer;
    for (const name of ['exp', 'powerOfTwo', '__proto__', 'x);alert(1']) {
      const forged = { inputs, outputs, weights, biases, activation: { name, float32: sigmoid.float32 } };
      const says = ['a built-in activation', `got '${name}'`];
      expectLesson(() => toModule({ sizes: [2, 1], layers: [forged], parameterCount: 3 } as never), { ...argument, says });
    }
    expectLesson(() => toModule(new Network([2, 1]), { language: 'python' as never }), { ...argument, says: ["got 'python'"] });
    const broken = new Network([2, 1]);
    broken.layers[0].weights[1] = Number.POSITIVE_INFINITY;
    expectLesson(() => toModule(broken), {
      type: NumericError,
      code: 'NUMERIC',
      says: ['layers[0].weights[1]', 'got Infinity'],
    });
  });
});
