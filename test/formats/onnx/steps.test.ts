// What other programs put around the layers of an ONNX graph: numbers handed on, scalings, and names of nodes in errors.
import { FormatError, identity, NumericError, relu } from 'glassbox-nn';
import { fromOnnx } from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { expectLesson } from '../../data/teaches.js';
import { bytesField, file, node, tensor, textField, varint, wholeAttribute, wholeField } from './graphs.js';

const format = { type: FormatError, code: 'FORMAT' };
const refused = (bytes: Uint8Array, ...says: string[]) => expectLesson(() => fromOnnx(bytes), { ...format, says });
const named = (name: string, made: readonly number[]) => [...made, ...textField(3, name)];
const wholes = (name: string, numbers: readonly number[]) => [
  ...textField(1, name),
  ...bytesField(8, numbers.flatMap(varint)),
  ...wholeField(20, 7),
];
const floats = (name: string, numbers: readonly number[]) => [
  ...textField(1, name),
  ...numbers.flatMap((number) => [7 * 8 + 5, ...new Uint8Array(Float32Array.of(number).buffer)]),
  ...wholeField(20, 6),
];
const square = tensor('w', [2, 2], [1, 2, 3, 4]);
const turned = [wholeAttribute('transB', 1)];

/** The weights of each layer. */
const weightsOf = (bytes: Uint8Array) => fromOnnx(bytes).layers.map(({ weights }) => [...weights]);

describe('numbers that a graph hands on', () => {
  it('are followed through Identity, as PyTorch shares biases of zeros', () => {
    const bytes = file(
      [
        node('Identity', ['b'], 'shared'),
        node('Gemm', ['x', 'w', 'b'], 'h', turned),
        node('Relu', ['h'], 'a'),
        node('Gemm', ['a', 'v', 'shared'], 'y', turned),
      ],
      [square, tensor('v', [2, 2], [5, 6, 7, 8]), tensor('b', [2], [0.5, -0.25])],
    );
    const { layers } = fromOnnx(bytes);
    expect(layers.map(({ biases }) => [...biases])).toEqual([
      [0.5, -0.25],
      [0.5, -0.25],
    ]);
    expect(layers.map(({ activation }) => activation)).toEqual([relu, identity]);
  });

  it('are followed through Transpose, Cast and Constant, however many', () => {
    const transposed = (...attributes: number[][]) => [
      node('Transpose', ['w'], 't', attributes),
      node('MatMul', ['x', 't'], 'y'),
    ];
    expect(weightsOf(file(transposed(), [square]))).toEqual([[1, 2, 3, 4]]);
    expect(weightsOf(file(transposed(wholes('perm', [1, 0])), [square]))).toEqual([[1, 2, 3, 4]]);
    expect(weightsOf(file(transposed(wholes('perm', [0, 1])), [square]))).toEqual([[1, 3, 2, 4]]);
    const constant = node('Constant', [], 'c', [[...textField(1, 'value'), ...bytesField(5, square)]]);
    const long = [
      constant,
      node('Identity', ['c'], 'c1'),
      node('Transpose', ['c1'], 'c2'),
      node('Cast', ['c2'], 'c3', [wholeAttribute('to', 1)]),
      node('Transpose', ['c3'], 'c4'),
      node('Identity', ['c4'], 'c5'),
      node('Gemm', ['x', 'c5'], 'h', turned),
      node('Gemm', ['h', 'c3'], 'y', turned),
    ];
    expect(weightsOf(file(long, []))).toEqual([
      [1, 2, 3, 4],
      [1, 3, 2, 4],
    ]);
    const oblong = [node('Transpose', ['v'], 't'), node('Gemm', ['x', 't'], 'y', turned)];
    expect(fromOnnx(file(oblong, [tensor('v', [2, 3], [1, 2, 3, 4, 5, 6])])).sizes).toEqual([2, 3]);
    expect(weightsOf(file(oblong, [tensor('v', [2, 3], [1, 2, 3, 4, 5, 6])]))).toEqual([[1, 4, 2, 5, 3, 6]]);
  });

  it('are refused where they are computed, or go round in a circle', () => {
    const gemm = named('layer3', node('Gemm', ['x', 'c'], 'y'));
    const path = ["Gemm 'layer3': input 1", 'numbers that the file holds', "got 'c'"];
    refused(file([node('Abs', ['w'], 'c'), gemm], [square]), ...path);
    refused(file([node('Identity', ['d'], 'c'), node('Transpose', ['c'], 'd'), gemm], [square]), "Gemm 'layer3'");
    refused(file([node('Cast', ['w'], 'c', [wholeAttribute('to', 7)]), gemm], [square]), ...path);
    refused(file([node('Transpose', ['w'], 'c', [wholes('perm', [0, 2, 1])]), gemm], [square]), ...path);
  });

  it('are the same however often they are handed on, and used', () => {
    const many = Array.from({ length: 4000 }, (_, index) =>
      node('Identity', [index === 0 ? 'w' : `n${index}`], `n${index + 1}`),
    );
    const uses = Array.from({ length: 500 }, (_, index) =>
      node('Gemm', [index === 0 ? 'x' : `h${index}`, 'n4000'], index === 499 ? 'y' : `h${index + 1}`),
    );
    const weights = weightsOf(file([...many, ...uses], [square]));
    expect(weights.length).toBe(500);
    for (const numbers of weights) expect(numbers).toEqual([1, 3, 2, 4]);
  });
});

describe('a lone Identity', () => {
  it('is passed over: before the first layer, within one, behind an activation, and at the end', () => {
    const bytes = file(
      [
        node('Identity', ['x'], 'i'),
        node('MatMul', ['i', 'w'], 'm'),
        node('Identity', ['m'], 'n'),
        node('Add', ['n', 'b'], 's'),
        node('Identity', ['s'], 't'),
        node('Relu', ['t'], 'r'),
        node('Identity', ['r'], 'y'),
      ],
      [square, tensor('b', [2], [1, -9])],
    );
    const network = fromOnnx(bytes);
    expect(network.layers.map(({ activation }) => activation)).toEqual([relu]);
    expect([...network.forward([1, 1])]).toEqual([5, 0]);
  });
});

describe('a scaling in front of the layers', () => {
  const scaled = (nodes: readonly number[][], tensors: readonly number[][]) => {
    const bytes = file([...nodes, node('MatMul', ['s', 'w'], 'y')], [square, ...tensors]);
    expectLesson(() => fromOnnx(bytes), { ...format, says: ["{ kind: 'classifier' }"] });
    const { scaling } = fromOnnx(bytes, { kind: 'classifier' });
    return (input: readonly number[]) => Array.from(scaling?.applyInput(input) ?? [], (number) => Math.fround(number));
  };

  it('may be Mul by 1/255, which is Div by 255 to the bit', () => {
    const pixels = [51, 254];
    const multiplied = scaled([node('Mul', ['x', 'f'], 's')], [tensor('f', [], [1 / 255])]);
    const divided = scaled([node('Div', ['x', 'f'], 's')], [tensor('f', [], [255])]);
    expect(multiplied(pixels)).toEqual([Math.fround(0.2), Math.fround(254 / 255)]);
    expect(multiplied(pixels)).toEqual(divided(pixels));
    expect(scaled([node('Mul', ['f', 'x'], 's')], [tensor('f', [2], [0.5, 0.3])])([8, 1])).toEqual([4, Math.fround(0.3)]);
  });

  it('may be any of Add, Sub, Mul and Div in any order', () => {
    const numbers = [tensor('a', [2], [3, 4]), tensor('b', [1], [2]), tensor('c', [2], [10, 20])];
    const each = (...operators: string[]) =>
      operators.map((operator, index) =>
        node(
          operator,
          [index === 0 ? 'x' : `t${index}`, 'abc'[index] as string],
          index === operators.length - 1 ? 's' : `t${index + 1}`,
        ),
      );
    expect(scaled(each('Mul', 'Add'), numbers)([5, 6])).toEqual([17, 26]);
    expect(scaled(each('Add', 'Mul'), numbers)([5, 6])).toEqual([16, 20]);
    expect(scaled(each('Sub', 'Mul'), numbers)([5, 6])).toEqual([4, 4]);
    expect(scaled(each('Mul', 'Sub', 'Div'), numbers)([5, 6])).toEqual([13 / 10, 22 / 20].map(Math.fround));
    expect(scaled(each('Div', 'Sub', 'Mul'), numbers)([5, 6])).toEqual([(5 / 3 - 2) * 10, (6 / 4 - 2) * 20].map(Math.fround));
  });

  it('may be a Scaler of ai.onnx.ml: (x - offset) x scale', () => {
    const scaler = (...attributes: number[][]) => [...node('Scaler', ['x'], 's', attributes), ...textField(7, 'ai.onnx.ml')];
    expect(scaled([scaler(floats('offset', [1, 2]), floats('scale', [4, 0.5]))], [])([3, 10])).toEqual([8, 4]);
    expect(scaled([scaler(floats('scale', [4]))], [])([3, 10])).toEqual([12, 40]);
  });

  it('is refused where it is no scaling', () => {
    const bad = (factor: number) => {
      const bytes = file([node('Mul', ['x', 'f'], 's'), node('MatMul', ['s', 'w'], 'y')], [square, tensor('f', [], [factor])]);
      return () => fromOnnx(bytes, { kind: 'classifier' });
    };
    for (const factor of [-1, Number.NaN]) {
      expectLesson(bad(factor), { type: NumericError, code: 'NUMERIC', says: ['scaling of input 0', 'a divisor above 0'] });
    }
    const many = Array.from({ length: 9 }, (_, index) => node('Add', [index === 0 ? 'x' : `t${index}`, 'f'], `t${index + 1}`));
    const bytes = file([...many, node('MatMul', ['t9', 'w'], 'y')], [square, tensor('f', [], [1])]);
    refused(bytes, 'Add', 'got more than 8 steps');
    refused(
      file([node('MatMul', ['x', 'w'], 'h'), named('half', node('Mul', ['h', 'f'], 'y'))], [square, tensor('f', [], [1])]),
      "Mul 'half'",
    );
  });
});

describe('a Gemm', () => {
  const weights = tensor('w', [2, 1], [1, 2]);
  const float = (name: string, value: number) => [
    ...textField(1, name),
    ...[2 * 8 + 5, ...new Uint8Array(Float32Array.of(value).buffer)],
    ...wholeField(20, 1),
  ];

  it('without biases may have any beta, and with beta 0 has none', () => {
    expect([...fromOnnx(file([node('Gemm', ['x', 'w'], 'y', [float('beta', 0)])], [weights])).forward([1, 1])]).toEqual([3]);
    const bytes = file([node('Gemm', ['x', 'w', 'b'], 'y', [float('beta', 0)])], [weights, tensor('b', [1], [7])]);
    expect([...fromOnnx(bytes).forward([1, 1])]).toEqual([3]);
  });

  it('adds a row of numbers: a column of them would differ from example to example', () => {
    const gemm = node('Gemm', ['x', 'w', 'b'], 'y');
    const wide = tensor('w', [1, 3], [1, 2, 3]);
    const biases = (shape: readonly number[]) =>
      fromOnnx(file([gemm], [wide, tensor('b', shape, [4, 5, 6])])).layers[0]?.biases;
    for (const shape of [[3], [1, 3]]) expect(biases(shape)).toEqual(Float32Array.of(4, 5, 6));
    expectLesson(() => biases([3, 1]), { ...format, says: ['Gemm', 'input 2: expected one row of numbers, got [3, 1]'] });
    const added = [node('MatMul', ['x', 'w'], 'h'), named('up', node('Add', ['h', 'b'], 'y'))];
    refused(file(added, [wide, tensor('b', [3, 1], [4, 5, 6])]), "Add 'up': input 1: expected one row of numbers");
  });

  it('is refused by its name among ten, or by what it makes where it has none', () => {
    const ten = (name: string) =>
      Array.from({ length: 10 }, (_, index) => {
        const gemm = node(
          'Gemm',
          [index === 0 ? 'x' : `h${index}`, 'v'],
          index === 9 ? 'y' : `h${index + 1}`,
          index === 6 ? [float('alpha', 2)] : [],
        );
        return name === '' ? gemm : named(`${name}${index}`, gemm);
      });
    const one = tensor('v', [1, 1], [1]);
    refused(file(ten('/net/Gemm_'), [one]), "Gemm '/net/Gemm_6': alpha: expected 1, got 2");
    refused(file(ten(''), [one]), "Gemm that makes 'h7': alpha: expected 1, got 2");
    const beta = node('Gemm', ['x', 'w', 'b'], 'y', [float('beta', 0.5)]);
    refused(file([beta], [weights, tensor('b', [1], [7])]), 'beta: expected 1, got 0.5');
  });
});
