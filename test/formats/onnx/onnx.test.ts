// Networks as ONNX: read back to the bit, read from other programs' graphs, and refused where they are no row of layers.
import * as fc from 'fast-check';
import {
  ArgumentError,
  defineActivation,
  FormatError,
  gelu,
  identity,
  LimitError,
  mish,
  Network,
  NumericError,
  relu,
  ShapeError,
  sigmoid,
  softmax,
  softplus,
  softsign,
} from 'glassbox-nn';
import { fromOnnx, toOnnx } from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { expectLesson } from '../../data/teaches.js';
import { elementwise } from '../../support/builtIns.js';
import { hashOfNetwork } from '../../support/hashOfNetwork.js';
import { fruitClassifier } from '../fruit.js';
import { bytesField, file, node, tensor, textField, wholeAttribute, wholeField } from './graphs.js';

const format = { type: FormatError, code: 'FORMAT' };
const weights = tensor('w', [1, 2], [1, -0.5]);
const biases = tensor('b', [1], [0.25]);
const gemm = node('Gemm', ['x', 'w', 'b'], 'h', [wholeAttribute('transB', 1)]);

describe('toOnnx and fromOnnx', () => {
  it('keep every bit, whatever the sizes and the activations', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(
        sizes,
        fc.constantFrom(...elementwise),
        fc.constantFrom(softmax, ...elementwise),
        fc.nat(),
        (given, hidden, output, seed) => {
          const network = new Network([...given], { hidden, output, seed });
          for (const layer of network.layers) layer.biases.fill(Math.fround(seed / 7));
          const loaded = fromOnnx(toOnnx(network));
          expect(hashOfNetwork(loaded)).toBe(hashOfNetwork(network));
          expect(loaded.layers.map(({ activation }) => activation)).toEqual(network.layers.map(({ activation }) => activation));
          expect(toOnnx(loaded)).toEqual(toOnnx(network));
        },
      ),
      { numRuns: 200, seed: 1 },
    );
  });

  it('keep which layers learn, and a classifier with its scaling and its names', () => {
    const made = fruitClassifier();
    const loaded = fromOnnx(toOnnx(made), { kind: 'classifier' });
    expect(loaded.read([18, 130])).toEqual(made.read([18, 130]));
    expect(loaded.network.layers.map(({ trainable }) => trainable)).toEqual([false, true]);
    expectLesson(() => fromOnnx(toOnnx(made)), {
      ...format,
      says: ['a network alone', "fromOnnx(bytes, { kind: 'classifier' })"],
    });
    expectLesson(() => fromOnnx(toOnnx(made.network), { kind: 'classifier' }), {
      ...format,
      says: ['a classifier', 'classifier(network'],
    });
  });

  it('refuse numbers that are not finite (case 106)', () => {
    const network = new Network([2, 1]);
    network.layers[0].weights[1] = Number.POSITIVE_INFINITY;
    expectLesson(() => toOnnx(network), {
      type: NumericError,
      code: 'NUMERIC',
      says: ['layers[0].weights[1]', 'got Infinity'],
    });
  });

  it('refuse an activation that ONNX has no operator for (case 107)', () => {
    const own = defineActivation({ name: 'sigmoid', value: (sum) => sum, derivative: () => 1 });
    const says = ['layers[0] activation', 'a built-in activation', 'toSafetensors'];
    expectLesson(() => toOnnx(new Network([2, 1], { output: own })), { type: ArgumentError, code: 'ARGUMENT', says });
  });

  it('refuse names that are equal, taken inside of the graph, or none (case 108)', () => {
    const network = new Network([2, 1]);
    const refused = (options: object, ...says: string[]) =>
      expectLesson(() => toOnnx(network, options), { type: ArgumentError, code: 'ARGUMENT', says: ['toOnnx', ...says] });
    refused({ inputName: 'a', outputName: 'a' }, 'outputName', "got 'a'");
    refused({ outputName: 'input' }, 'another name');
    for (const name of ['0.sum', '12.weight', 'scaling.scaled']) refused({ inputName: name }, 'inputName', `got '${name}'`);
    refused({ inputName: '' }, 'a name');
    refused({ inputname: 'x' }, 'Did you mean inputName?');
  });

  it('never write numbers into another file (case 110), and refuse to read them from one', () => {
    const elsewhere = [...bytesField(1, [1, 2]), ...wholeField(2, 1), ...textField(8, 'w'), ...wholeField(14, 1)];
    const says = ['numbers inside of the file', 'external_data=False'];
    expectLesson(() => fromOnnx(file([gemm], [elsewhere])), { ...format, says });
    expect(new TextDecoder('latin1').decode(toOnnx(new Network([2, 1])))).not.toContain('location');
  });
});

describe('graphs of other programs', () => {
  it('are read from Gemm, turned or not, and from MatMul and Add', () => {
    const across = tensor('w', [2, 1], [1, -0.5]);
    const files = [
      file([gemm, node('Sigmoid', ['h'], 'y')], [weights, biases]),
      file([node('Gemm', ['x', 'w', 'b'], 'h'), node('Sigmoid', ['h'], 'y')], [across, biases]),
      file([node('MatMul', ['x', 'w'], 'm'), node('Add', ['m', 'b'], 'h'), node('Sigmoid', ['h'], 'y')], [across, biases]),
      file(
        [
          node('Flatten', ['x'], 'f'),
          node('MatMul', ['f', 'w'], 'm'),
          node('Add', ['b', 'm'], 'h'),
          node('Dropout', ['h'], 'd'),
          node('Cast', ['d'], 'c', [wholeAttribute('to', 11)]),
          node('Sigmoid', ['c'], 'y'),
        ],
        [across, biases],
      ),
      file(
        [
          node('Constant', [], 'b', [[...textField(1, 'value'), ...bytesField(5, tensor('', [1], [0.25]))]]),
          gemm,
          node('Sigmoid', ['h'], 'y'),
        ],
        [weights],
      ),
      file([gemm, node('Sigmoid', ['h'], 'y')], [weights, biases], bytesField(11, textField(1, 'w'))),
    ];
    const same = new Network([2, 1]);
    same.layers[0].weights.set([1, -0.5]);
    same.layers[0].biases[0] = 0.25;
    for (const bytes of files) expect(hashOfNetwork(fromOnnx(bytes))).toBe(hashOfNetwork(same));
  });

  it('need no activation and no biases', () => {
    const network = fromOnnx(file([node('MatMul', ['x', 'w'], 'y')], [tensor('w', [2, 1], [3, 4])]));
    expect(network.forward([1, 1])).toEqual(Float32Array.of(7));
    expect(network.layers[0]?.activation).toBe(identity);
  });

  it('may count axes from behind', () => {
    const last = [...textField(1, 'axis'), 3 * 8, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1, ...wholeField(20, 2)];
    const bytes = file([gemm, node('Softmax', ['h'], 'y', [last])], [weights, biases]);
    expect(fromOnnx(bytes).layers[0]?.activation).toBe(softmax);
    const before = last.map((byte, index) => (index === 7 ? 254 : byte));
    const says = ["Softmax that makes 'y': expected axis 1", 'got axis -2'];
    expectLesson(() => fromOnnx(file([gemm, node('Softmax', ['h'], 'y', [before])], [weights, biases])), { ...format, says });
  });

  it('may spell out softplus, softsign, mish and gelu in steps, of which none may lead elsewhere', () => {
    const scalars = Object.entries({
      half: 0.5,
      one: 1,
      three: 3,
      cubic: 0.044715,
      rate: 0.7978845608,
      root: Math.SQRT2,
      bound: 20,
    });
    const numbers = [weights, biases, ...scalars.map(([name, value]) => tensor(name, [], [value]))];
    const steps = {
      softplus: [node('Softplus', ['h'], 's'), node('Greater', ['h', 'bound'], 'g'), node('Where', ['g', 'h', 's'], 'y')],
      softsign: [node('Abs', ['h'], 'a'), node('Add', ['a', 'one'], 'o'), node('Div', ['h', 'o'], 'y')],
      mish: [node('Softplus', ['h'], 's'), node('Tanh', ['s'], 't'), node('Mul', ['h', 't'], 'y')],
      gelu: [
        node('Pow', ['h', 'three'], 'p'),
        node('Mul', ['p', 'cubic'], 'c'),
        node('Add', ['c', 'h'], 'a'),
        node('Mul', ['a', 'rate'], 'r'),
        node('Tanh', ['r'], 't'),
        node('Add', ['one', 't'], 'o'),
        node('Mul', ['half', 'o'], 'm'),
        node('Mul', ['m', 'h'], 'y'),
      ],
      erf: [
        node('Div', ['h', 'root'], 'd'),
        node('Erf', ['d'], 'e'),
        node('Add', ['e', 'one'], 'o'),
        node('Mul', ['h', 'o'], 'm'),
        node('Mul', ['m', 'half'], 'y'),
      ],
    };
    for (const [activation, taken, inner] of [
      [softplus, steps.softplus, 's'],
      [softsign, steps.softsign, 'a'],
      [mish, steps.mish, 't'],
      [gelu, steps.gelu, 'c'],
    ] as const) {
      expect(fromOnnx(file([gemm, ...taken], numbers)).layers[0]?.activation).toBe(activation);
      for (const name of ['h', inner]) {
        const elsewhere = [node('Relu', [name], 'z'), node('Add', ['y', 'z'], 'v')];
        expectLesson(() => fromOnnx(file([gemm, ...taken, ...elsewhere], numbers)), { ...format, says: ["'h'", 'one node'] });
      }
    }
    const inErrors = { ...format, says: ['gelu by tanh', 'gelu by the error function', "nn.GELU(approximate='tanh')"] };
    expectLesson(() => fromOnnx(file([gemm, ...steps.erf], numbers)), inErrors);
    for (const wrong of [19, 5]) {
      const spoilt = file([gemm, ...steps.softplus], [weights, biases, tensor('bound', [], [wrong])]);
      expectLesson(() => fromOnnx(spoilt), { ...format, says: ["'h': expected one node that takes it, got 3"] });
    }
  });

  it('may scale their input, as a classifier', () => {
    const nodes = [
      node('Sub', ['x', 'mean'], 's'),
      node('Div', ['s', 'size'], 'd'),
      node('Gemm', ['d', 'w', 'b'], 'h', [wholeAttribute('transB', 1)]),
      node('Sigmoid', ['h'], 'y'),
    ];
    const bytes = file(nodes, [weights, biases, tensor('mean', [2], [10, 20]), tensor('size', [1], [2])]);
    expect(fromOnnx(bytes, { kind: 'classifier' }).network.forward([1, 1])[0]).toBeCloseTo(sigmoid(0.75), 6);
    expect(fromOnnx(bytes, { kind: 'classifier' }).scaling?.applyInput([12, 20])).toEqual(Float32Array.of(1, 0));
    // Metadata that calls it a network does not make its scaling go away.
    const description = '{"version": 1, "kind": "network", "activations": ["sigmoid"], "trainable": [true]}';
    const metadata = bytesField(14, [...textField(1, 'glassbox-nn'), ...textField(2, description)]);
    const said = Uint8Array.from([...bytes, ...metadata]);
    expectLesson(() => fromOnnx(said), { ...format, says: ['a network alone', 'got a classifier'] });
    expect(fromOnnx(said, { kind: 'classifier' }).network.forward([1, 1])[0]).toBeCloseTo(sigmoid(0.75), 6);
    expect(fromOnnx(said, { kind: 'classifier' }).scaling?.applyInput([12, 20])).toEqual(Float32Array.of(1, 0));
  });

  it('may scale their input and answer a quantity, as a network beside its scaling', () => {
    const nodes = [
      node('Sub', ['x', 'mean'], 's'),
      node('Div', ['s', 'size'], 'd'),
      node('Gemm', ['d', 'w', 'b'], 'y', [wholeAttribute('transB', 1)]),
    ];
    const bytes = file(nodes, [weights, biases, tensor('mean', [2], [10, 20]), tensor('size', [1], [2])]);
    const { network, scaling } = fromOnnx(bytes, { kind: 'scaled' });
    expect(scaling.applyInput([12, 20])).toEqual(Float32Array.of(1, 0));
    expect(network.forward([1, 1])).toEqual(Float32Array.of(0.75));
    for (const kind of ['network', 'classifier'] as const) {
      expectLesson(() => fromOnnx(bytes, { kind }), { ...format, says: [`a ${kind}`, 'a quantity', "{ kind: 'scaled' }"] });
    }
    const plain = toOnnx(new Network([2, 1]));
    expectLesson(() => fromOnnx(plain, { kind: 'scaled' }), { ...format, says: ['scales its inputs', 'fromOnnx(bytes)'] });
  });

  it('are refused where they are no row of dense layers', () => {
    const refused = (bytes: Uint8Array, ...says: string[]) =>
      expectLesson(() => fromOnnx(bytes), { ...format, says: ['fromOnnx', ...says] });
    const ending = (operator: string, attributes: number[][] = []) =>
      file([gemm, node(operator, ['h'], 'y', attributes)], [weights, biases]);
    refused(ending('Conv'), 'got Conv', 'Only networks of dense layers');
    refused(ending('Erf'), 'got Erf');
    refused(ending('Cast', [wholeAttribute('to', 7)]), 'float or double', 'got type 7');
    refused(ending('Cast'), 'float or double');
    refused(ending('Softmax', [wholeAttribute('axis', 0)]), 'axis 1');
    refused(ending('Gelu'), "approximate 'tanh'", "nn.GELU(approximate='tanh')");
    refused(ending('LogSoftmax'), 'expected Softmax', 'softmax at its end');
    refused(ending('LeakyRelu', [[...textField(1, 'alpha'), 2 * 8 + 5, 0, 0, 0, 63]]), 'alpha 0.01', '0.5');
    refused(file([gemm, node('Relu', ['h'], 'a'), node('Tanh', ['a'], 'y')], [weights, biases]), 'two in a row');
    refused(file([node('Relu', ['x'], 'y')], []), 'before the first');
    refused(file([gemm, node('Relu', ['h'], 'y'), node('Tanh', ['h'], 'z')], [weights, biases]), "'h'", 'one node', 'got 2');
    refused(file([gemm], [weights, biases]), "'h'", 'got none');
    refused(file([node('Identity', ['x'], 'x')], []), "every name made once, got 'x' again");
    refused(file([node('Gemm', ['x', 'w', 'b'], 'y', [wholeAttribute('transA', 1)])], [weights, biases]), 'transA', 'got 1');
    refused(file([node('Gemm', ['x', 'unknown', 'b'], 'y')], [weights, biases]), 'numbers that the file holds');
    refused(file([gemm], [weights, weights]), "'w' again");
    refused(Uint8Array.of(), 'an ONNX file');
    refused(new TextEncoder().encode('{"format": "glassbox-nn"}'), 'ONNX');
  });

  it('are refused where their numbers do not fit', () => {
    const shape = { type: ShapeError, code: 'SHAPE' };
    const last = node('Gemm', ['x', 'w', 'b'], 'y', [wholeAttribute('transB', 1)]);
    const says = ['fromOnnx: Gemm'];
    expectLesson(() => fromOnnx(file([last], [tensor('w', [2], [1, 2]), biases])), {
      ...shape,
      says: [...says, 'a matrix', 'got [2]'],
    });
    expectLesson(() => fromOnnx(file([last], [weights, tensor('b', [2], [1, 2])])), {
      ...shape,
      says: [...says, '1 numbers', 'got 2'],
    });
    const second = node('Gemm', ['h', 'v'], 'y');
    expectLesson(() => fromOnnx(file([gemm, second], [weights, biases, tensor('v', [2, 1], [1, 2])])), {
      ...shape,
      says: ['1 inputs', 'got 2'],
    });
    expectLesson(() => fromOnnx(file([last], [tensor('w', [1, 2], [1]), biases])), {
      ...format,
      says: ['8 bytes, for 1 x 2', 'got 4'],
    });
    expectLesson(() => fromOnnx(file([last], [tensor('w', [2 ** 30, 2 ** 30], [1]), biases])), {
      type: LimitError,
      code: 'LIMIT',
      says: ['less than 2^50'],
    });
    const nan = tensor('w', [1, 2], [1, Number.NaN]);
    expectLesson(() => fromOnnx(file([node('Gemm', ['x', 'w', 'b'], 'y', [wholeAttribute('transB', 1)])], [nan, biases])), {
      type: NumericError,
      code: 'NUMERIC',
      says: ["'w'[1]", 'got NaN'],
    });
  });
});

describe('hostile files', () => {
  const weights = [tensor('w', [2, 1], [1, 2]), tensor('twenty', [], [20])];
  const behindDense = (...steps: number[][]) => file([node('MatMul', ['x', 'w'], 'a'), ...steps], weights);

  it('whose steps take themselves a thousand times cost no more than their bytes', () => {
    const many = (name: string) => Array.from({ length: 1000 }, () => name);
    const bytes = behindDense(
      node('Sum', many('a'), 'b'),
      node('Sum', many('b'), 'c'),
      node('Sum', many('c'), 'd'),
      node('Mul', many('d'), 'y'),
    );
    expect(() => fromOnnx(bytes)).toThrow(FormatError);
  });

  it('whose operators are named like a step are no activation', () => {
    const bytes = behindDense(node('Where(Greater', ['a', 'twenty'], 'b'), node('20), a, Softplus', ['b'], 'y'));
    expect(() => fromOnnx(bytes)).toThrow(FormatError);
  });

  it('may write a number in ten bytes, and no larger one', () => {
    // The attribute as text, so that its 1 can be written in ten bytes, of which the last is all that tells.
    const turned = (last: number) => {
      const one = [0x81, ...Array.from({ length: 8 }, () => 0x80), last];
      return [...textField(1, 'transB'), 3 * 8, ...one, ...wholeField(20, 2)];
    };
    const square = [tensor('w', [2, 2], [1, 2, 3, 4])];
    const network = fromOnnx(file([node('Gemm', ['x', 'w'], 'y', [turned(0)])], square));
    expect(Array.from(network.layers[0]?.weights ?? [])).toEqual([1, 2, 3, 4]);
    for (const last of [1, 2]) {
      expect(() => fromOnnx(file([node('Gemm', ['x', 'w'], 'y', [turned(last)])], square))).toThrow(FormatError);
    }
  });
});

describe('damaged files', () => {
  const whole = toOnnx(new Network([3, 2, 2], { hidden: relu, output: softmax }));
  const codes = ['FORMAT', 'SHAPE', 'LIMIT', 'NUMERIC'];

  it('give a network or a typed error, wherever they are cut', () => {
    for (let length = 0; length < whole.length; length++) {
      try {
        expect(fromOnnx(whole.subarray(0, length)).layers.length).toBeGreaterThan(0);
      } catch (error) {
        expect(codes, String(error)).toContain((error as { code?: string }).code);
      }
    }
  });

  it('give a network or a typed error, whatever bytes are changed', () => {
    const change = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(change, (changes) => {
        const bytes = whole.slice();
        for (const [place, byte] of changes) bytes[place] = byte;
        try {
          expect(fromOnnx(bytes).layers.length).toBeGreaterThan(0);
        } catch (error) {
          expect(codes, String(error)).toContain((error as { code?: string }).code);
        }
      }),
      { numRuns: 3000, seed: 1 },
    );
  });
});
