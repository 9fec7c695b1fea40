// Graphs that are nearly rows of layers: what mixes the rows of a batch, or changes numbers, is refused, and what does not is read.
import { FormatError, identity, ShapeError, softmax } from 'glassbox-nn';
import { fromOnnx } from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { expectLesson } from '../../data/teaches.js';
import { bytesField, file, node, tensor, textField, wholeAttribute, wholeField } from './graphs.js';

const format = { type: FormatError, code: 'FORMAT' };
const refused = (bytes: Uint8Array, ...says: string[]) =>
  expectLesson(() => fromOnnx(bytes, { kind: 'classifier' }), { ...format, says });
const square = tensor('w', [3, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9]);
const ends = [node('MatMul', ['h', 'w'], 'y')];

/** A list of whole numbers, those below 0 in ten bytes. */
const wholes = (name: string, numbers: readonly number[]) => {
  const raw = new Uint8Array(BigInt64Array.from(numbers.map(BigInt)).buffer);
  return [...wholeField(1, numbers.length), ...wholeField(2, 7), ...textField(8, name), ...bytesField(9, raw)];
};
const truth = (name: string, value: number) => [...wholeField(2, 9), ...textField(8, name), ...bytesField(9, [value])];
const minus = (name: string, value: number) => [
  ...textField(1, name),
  3 * 8,
  ...[256 + value, 255, 255, 255, 255, 255, 255, 255, 255, 1],
  ...wholeField(20, 2),
];

/** A file whose input has these sides; a word stands for a side that may be anything. */
function declared(sides: readonly (number | string)[], nodes: readonly number[][], tensors: readonly number[][]): Uint8Array {
  const shape = sides.flatMap((side) => bytesField(1, typeof side === 'number' ? wholeField(1, side) : textField(2, side)));
  const value = [...textField(1, 'x'), ...bytesField(2, bytesField(1, [...wholeField(1, 1), ...bytesField(2, shape)]))];
  const graph = [
    ...nodes.flatMap((item) => bytesField(1, item)),
    ...tensors.flatMap((item) => bytesField(5, item)),
    ...bytesField(11, value),
    ...bytesField(12, textField(1, 'y')),
  ];
  return Uint8Array.from([...wholeField(1, 8), ...bytesField(7, graph), ...bytesField(8, wholeField(2, 17))]);
}

/** The same file for operators of another version. */
function ofVersion(version: number, bytes: Uint8Array): Uint8Array {
  return Uint8Array.from([...bytes.subarray(0, -1), version]);
}

describe('a column of numbers', () => {
  it('is refused wherever a row belongs: it differs from example to example (case 236)', () => {
    const column = tensor('c', [3, 1], [10, 20, 30]);
    const reads = (operator: string, inputs: readonly string[], by: readonly number[]) =>
      file([node(operator, inputs, 'h'), ...ends], [square, by as number[]]);
    for (const operator of ['Add', 'Sub', 'Mul', 'Div']) {
      refused(reads(operator, ['x', 'c'], column), `${operator} that makes 'h'`, 'one row of numbers', 'got [3, 1]');
      refused(reads(operator, ['x', 'c'], tensor('c', [1, 1, 3], [1, 2, 3])), 'got [1, 1, 3]');
      expect(fromOnnx(reads(operator, ['x', 'c'], tensor('c', [1, 3], [1, 2, 3])), { kind: 'scaled' }).network.sizes).toEqual([
        3, 3,
      ]);
    }
    for (const operator of ['Sub', 'Div']) refused(reads(operator, ['c', 'x'], tensor('c', [3], [1, 2, 3])), `got ${operator}`);
    // As many rows as a batch has, and as many columns: of these it is a matrix.
    refused(reads('Add', ['x', 'c'], tensor('c', [3, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9])), 'got [3, 3]');
    const behind = (by: number[]) => file([node('MatMul', ['x', 'w'], 'h'), node('Add', ['h', 'c'], 'y')], [square, by]);
    refused(behind(column), 'one row of numbers', 'got [3, 1]');
    refused(behind(tensor('c', [3, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9])), 'got [3, 3]');
    const gemm = (by: number[]) => file([node('Gemm', ['x', 'w', 'c'], 'y')], [square, by]);
    refused(gemm(column), 'got [3, 1]');
    expect([...fromOnnx(gemm(tensor('c', [1, 1], [0.5]))).forward([0, 0, 0])]).toEqual([0.5, 0.5, 0.5]);
  });

  it('that is turned is a row, and a row that is turned a column', () => {
    const turning = (shape: readonly number[]) =>
      file([node('Transpose', ['c'], 't'), node('Gemm', ['x', 'w', 't'], 'y')], [square, tensor('c', shape, [10, 20, 30])]);
    expect([...fromOnnx(turning([3, 1])).forward([0, 0, 0])]).toEqual([10, 20, 30]);
    refused(turning([1, 3]), 'got [3, 1]');
  });

  it('may not make a row longer, and is measured by the shape that the input has', () => {
    const nodes = [node('Sub', ['x', 'c'], 'h'), ...ends];
    const tensors = [square, tensor('c', [3], [1, 2, 3])];
    expect(fromOnnx(declared(['batch', 3], nodes, tensors), { kind: 'scaled' }).network.sizes).toEqual([3, 3]);
    const shape = { type: ShapeError, code: 'SHAPE' };
    const read = (sides: readonly (number | string)[]) => () => fromOnnx(declared(sides, nodes, tensors));
    expectLesson(read(['batch', 1]), { ...shape, says: ['1 numbers', 'got 3'] });
    expectLesson(read(['batch', 4]), { ...shape, says: ['4 numbers', 'got 3'] });
    const plain = [node('MatMul', ['x', 'w'], 'y')];
    expectLesson(() => fromOnnx(declared(['batch', 2], plain, [square])), { ...shape, says: ['2 inputs', 'got 3'] });
    expectLesson(() => fromOnnx(declared(['batch', 4, 3], plain, [square])), { ...format, says: ['a row', '[any, 4, 3]'] });
    expectLesson(() => fromOnnx(declared([], plain, [square])), { ...format, says: ['got a single number'] });
    expect(fromOnnx(declared([3], plain, [square])).sizes).toEqual([3, 3]);
    expectLesson(() => fromOnnx(declared([3], [node('Gemm', ['x', 'w'], 'y')], [square])), {
      ...format,
      says: ['a batch of rows', 'got [3]'],
    });
  });
});

describe('steps that give a row other sides', () => {
  const through = (sides: readonly (number | string)[], operator: string, by: readonly number[][], more: number[][] = []) =>
    declared(sides, [node(operator, more.length > 0 ? ['x', 's'] : ['x'], 'h', by as number[][]), ...ends], [square, ...more]);

  it('are read where they keep the rows of a batch apart (case 237)', () => {
    const axis = (value: number) => (value < 0 ? minus('axis', value) : wholeAttribute('axis', value));
    const flat = (sides: readonly (number | string)[], value: number) => through(sides, 'Flatten', [axis(value)]);
    for (const [sides, value] of [
      [['n', 3], 1],
      [['n', 3], -1],
      [['n', 1, 3], 2],
      [['n', 1, 3], -1],
      [['n', 1, 3, 1], -2],
      [[1, 1, 3], 0],
    ] as const)
      expect(fromOnnx(flat(sides, value)).sizes).toEqual([3, 3]);
    for (const [sides, value] of [
      [['n', 3], 0],
      [['n', 3], 2],
      [['n', 3, 1], 2],
      [['n', 3], -2],
      [[2, 3], 0],
    ] as const)
      refused(flat(sides, value), 'Flatten', 'keeps the rows', `got axis ${value}`, 'Flatten of axis 1');
    const shaped = (sides: readonly (number | string)[], ...target: number[]) =>
      through(sides, 'Reshape', [], [wholes('s', target)]);
    for (const [sides, ...target] of [
      [['n', 3], -1, 3],
      [['n', 3], 0, -1],
      [['n', 3], 0, 3],
      [['n', 3, 1], 0, -1],
      [[1, 3], 1, -1],
      [[5, 3], 5, 3],
      [[3], 1, 3],
      [[3], -1],
    ] as const)
      expect(fromOnnx(shaped(sides as readonly (number | string)[], ...(target as number[]))).sizes).toEqual([3, 3]);
    for (const [sides, ...target] of [
      [['n', 3], 1, -1],
      [['n', 3], -1],
      [['n', 3], 3, -1],
      [['n', 6], -1, 3],
      [['n', 1], -1, 3],
      [['n', 2], 0, 3],
      [[3, 3], 9],
      [['n', 'any', 2], -1, 3],
    ] as const)
      refused(
        shaped(sides as readonly (number | string)[], ...(target as number[])),
        'Reshape',
        'keeps the rows',
        `got [${target.join(', ')}]`,
      );
    const keeping = [wholeAttribute('allowzero', 1)];
    refused(through(['n', 3], 'Reshape', keeping, [wholes('s', [0, -1])]), 'Reshape');
    const squeezing = (sides: readonly (number | string)[], ...axes: number[]) =>
      through(sides, 'Squeeze', [], [wholes('s', axes)]);
    expect(fromOnnx(squeezing(['n', 1, 3], 1)).sizes).toEqual([3, 3]);
    expect(fromOnnx(squeezing(['n', 3, 1], -1)).sizes).toEqual([3, 3]);
    refused(squeezing(['n', 3], 0), 'Squeeze', 'got axes 0');
    refused(squeezing(['n', 3], 1), 'Squeeze');
    refused(through(['n', 1, 3], 'Squeeze', []), 'Squeeze', 'got no axes');
  });

  it('may leave one number of a row at the end, which no layer takes', () => {
    const narrow = tensor('w', [3, 1], [1, 2, 3]);
    const nodes = [node('MatMul', ['x', 'w'], 'h'), node('Squeeze', ['h'], 'y')];
    expect([...fromOnnx(declared(['n', 3], nodes, [narrow])).forward([1, 1, 1])]).toEqual([6]);
    const again = [...nodes.slice(0, 1), node('Reshape', ['h', 's'], 'r'), node('MatMul', ['r', 'v'], 'y')];
    refused(declared(['n', 3], again, [narrow, tensor('v', [1, 1], [1]), wholes('s', [-1])]), 'a row of numbers', 'got [any]');
  });
});

describe('steps that change numbers', () => {
  it('are refused: Dropout that trains, and Cast to halves and whole numbers (cases 238 and 239)', () => {
    const dropout = (value: number) => file([node('Dropout', ['x', '', 't'], 'h'), ...ends], [square, truth('t', value)]);
    expect(fromOnnx(dropout(0)).sizes).toEqual([3, 3]);
    refused(dropout(1), 'Dropout', 'training_mode', 'got true', 'evaluation mode');
    refused(file([node('Dropout', ['x', '', 'unknown'], 'h'), ...ends], [square]), 'input 2', 'whole numbers');
    for (const type of [10, 16, 6]) {
      const cast = [node('Cast', ['x'], 'h', [wholeAttribute('to', type)]), ...ends];
      refused(file(cast, [square]), 'Cast', 'float or double', `got type ${type}`);
    }
  });

  it('are followed where they round numbers that the file holds (case 248)', () => {
    const double = [
      ...wholeField(1, 1),
      ...wholeField(2, 11),
      ...textField(8, 'd'),
      ...bytesField(9, new Uint8Array(Float64Array.of(16_777_217).buffer)),
    ];
    const read = (before: number[][], by: string) => {
      const bytes = file([...before, node('Sub', ['x', by], 'h'), ...ends], [square, double]);
      return fromOnnx(bytes, { kind: 'scaled' }).scaling.applyInput([16_777_216, 0, 0])[0];
    };
    expect(read([], 'd')).toBe(-1);
    expect(read([node('Cast', ['d'], 'f', [wholeAttribute('to', 1)])], 'f')).toBe(0);
  });

  it('are not taken for constants: only Constant makes its value', () => {
    const value = [...textField(1, 'value'), ...bytesField(5, tensor('', [1], [7])), ...wholeField(20, 4)];
    const made = node('ConstantOfShape', ['s'], 'c', [value]);
    const bytes = file([made, node('Gemm', ['x', 'w', 'c'], 'y')], [square, wholes('s', [3, 1])]);
    refused(bytes, 'input 2', 'numbers that the file holds');
  });
});

it('a softmax is refused where a layer stands behind it (case 251)', () => {
  const nodes = [node('MatMul', ['x', 'w'], 's'), node('Softmax', ['s'], 'h'), ...ends];
  refused(file(nodes, [square]), 'MatMul', 'no layer behind a softmax');
});

describe('attributes', () => {
  it('that a writer left out because they are 0 are 0 (case 240)', () => {
    const zero = (name: string, type: number) => [...textField(1, name), ...wholeField(20, type)];
    const gemm = node('Gemm', ['x', 'w', 'b'], 'y', [zero('beta', 1), zero('transB', 2)]);
    expect([...fromOnnx(file([gemm], [square, tensor('b', [3], [7, 7, 7])])).forward([1, 0, 0])]).toEqual([1, 2, 3]);
    refused(file([node('Gemm', ['x', 'w'], 'y', [zero('alpha', 1)])], [square]), 'alpha: expected 1, got 0');
    refused(file([node('MatMul', ['x', 'w'], 'h'), node('Softmax', ['h'], 'y', [zero('axis', 2)])], [square]), 'axis 1');
    refused(file([node('Flatten', ['x'], 'h', [zero('axis', 2)]), ...ends], [square]), 'got axis 0');
  });

  it('of Softmax mean what they meant in the version of the operators (case 241)', () => {
    const soft = (sides: readonly (number | string)[], attributes: number[][]) =>
      declared(sides, [node('MatMul', ['x', 'w'], 'h'), node('Softmax', ['h'], 'y', attributes)], [square]);
    for (const version of [7, 12, 13, 20]) {
      for (const attributes of [[], [wholeAttribute('axis', 1)], [minus('axis', -1)]])
        expect(fromOnnx(ofVersion(version, soft(['n', 3], attributes))).layers[0]?.activation).toBe(softmax);
      refused(ofVersion(version, soft(['n', 3], [wholeAttribute('axis', 0)])), 'axis 1', 'got axis 0');
    }
    // Of a single row its axis is the first, which older versions do not take by default.
    expect(fromOnnx(ofVersion(13, soft([3], []))).layers[0]?.activation).toBe(softmax);
    refused(ofVersion(12, soft([3], [])), 'axis 0');
  });
});

describe('the operators of a file', () => {
  it('are those of version 7 or later, of one version, and not said anew (case 242)', () => {
    const bytes = file([node('MatMul', ['x', 'w'], 'y')], [square]);
    expect(fromOnnx(ofVersion(7, bytes)).layers[0]?.activation).toBe(identity);
    refused(ofVersion(6, bytes), 'version 7 or later', 'got 6', 'opset_version=17');
    const with14 = Uint8Array.from([...bytes, ...bytesField(8, wholeField(2, 14))]);
    refused(with14, 'operators of two versions');
    const own = (domain: string) =>
      Uint8Array.from([...bytes, ...bytesField(25, [...textField(1, 'Relu'), ...textField(10, domain)])]);
    refused(own(''), "none in ONNX's own domain");
    expect(fromOnnx(own('pkg.torch')).sizes).toEqual([3, 3]);
  });
});
