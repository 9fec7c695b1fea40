// Steps of random graphs: those that fromOnnx reads, and others that nearly look like them.
import type { Draw } from './Draw.js';
import { type Attribute, constant, float, type GraphWriter, text, whole, wholes } from './GraphWriter.js';

/** What a step is drawn by. */
export interface Drawing {
  readonly draw: Draw;
  readonly graph: GraphWriter;
  readonly opset: number;
}

const FLOAT = 1;
const HALF = 10;
const DOUBLE = 11;
const INT32 = 6;
const INT64 = 7;

/** A shape for `count` numbers in a row, or a column, or more. */
function shapeFor({ draw }: Drawing, count: number): number[] {
  if (!draw.miss()) return draw.of([count], [count], [1, count]);
  const rows = draw.of(1, 2, 3, count);
  return draw.of([], [1], [1, 1], [count, 1], [rows, 1], [rows, count], [1, 1, count], [1, count, 1], [count + 1]);
}

const product = (shape: readonly number[]) => shape.reduce((all, side) => all * side, 1);

/** Numbers that the file holds in one of many ways; returns the name under which they are taken. */
function held(drawing: Drawing, shape: readonly number[], numbers: readonly number[]): string {
  const { draw, graph } = drawing;
  const way = draw.whole(0, 10);
  if (way === 0) {
    const double = graph.raw(DOUBLE, shape, Float64Array.from(numbers, (number) => number * (1 + 1e-9)).buffer);
    return graph.beside('Cast', [double], [whole('to', FLOAT)]);
  }
  if (way === 10) return graph.beside('Constant', [], [constant(shape, numbers)]);
  const name = graph.floats(shape, numbers);
  if (way === 1) return graph.beside('Identity', [name]);
  if (way === 2) return graph.beside('Cast', [name], [whole('to', FLOAT)]);
  if (way === 3) graph.listed.push(name);
  if (way === 4 && shape.length === 2) {
    const [rows = 1, columns = 1] = shape;
    const turned = Array.from(
      { length: rows * columns },
      (_, at) => numbers[(at % rows) * columns + Math.floor(at / rows)] as number,
    );
    return graph.beside('Transpose', [graph.floats([columns, rows], turned)], draw.chance(0.5) ? [wholes('perm', [1, 0])] : []);
  }
  if (way === 5 && draw.miss()) return graph.beside('Transpose', [name]);
  if (way === 6 && draw.miss()) return graph.beside('Cast', [name], [whole('to', draw.of(HALF, INT64))]);
  return name;
}

/** One of Add, Sub, Mul and Div, by numbers for each column. */
export function arithmetic(drawing: Drawing, width: number): void {
  const { draw, graph } = drawing;
  const shape = draw.chance(0.2) ? draw.of([], [1], [1, 1]) : shapeFor(drawing, width);
  const count = product(shape);
  const by = held(drawing, shape, draw.miss() ? draw.numbers(count) : draw.factors(count));
  const operator = draw.of('Add', 'Sub', 'Mul', 'Div');
  const isTurned = ['Add', 'Mul'].includes(operator) ? draw.chance(0.3) : draw.miss();
  graph.step(operator, isTurned ? [by, graph.name] : [graph.name, by]);
}

/** A dense layer. */
export function dense(drawing: Drawing, inputs: number, outputs: number): void {
  const { draw, graph } = drawing;
  const isTurned = draw.chance(0.5);
  const kernel = (turned: boolean) =>
    held(drawing, turned ? [outputs, inputs] : [inputs, outputs], draw.numbers(inputs * outputs));
  if (draw.chance(0.5)) {
    const attributes: Attribute[] = isTurned ? [whole('transB', 1)] : draw.of([], [whole('transB', 0, draw.chance(0.5))]);
    if (draw.miss()) attributes.push(whole('transA', 1));
    if (draw.chance(0.2)) attributes.push(float('alpha', draw.miss() ? draw.of(0, 2) : 1));
    if (draw.chance(0.2)) attributes.push(float('beta', draw.miss() ? draw.of(0, 0.5) : 1));
    const taken = [graph.name, kernel(isTurned)];
    if (draw.chance(0.8)) taken.push(biases(drawing, outputs));
    graph.step('Gemm', taken, attributes);
    return;
  }
  const weights = kernel(false);
  graph.step('MatMul', draw.miss() ? [weights, graph.name] : [graph.name, weights]);
  if (draw.chance(0.2)) graph.step('Identity', [graph.name]);
  if (draw.chance(0.8)) {
    const by = biases(drawing, outputs);
    graph.step('Add', draw.chance(0.5) ? [graph.name, by] : [by, graph.name]);
  }
}

function biases(drawing: Drawing, outputs: number): string {
  const shape = shapeFor(drawing, outputs);
  return held(drawing, shape, drawing.draw.numbers(product(shape)));
}

/** An activation, or a step that looks like one. */
export function activation({ draw, graph, opset }: Drawing): void {
  const [operator, attributes] = draw.of<readonly [string, readonly Attribute[]]>(
    ...['Sigmoid', 'Relu', 'Tanh', 'Softplus', 'Softsign', 'Elu', 'LeakyRelu'].map((name): [string, Attribute[]] => [name, []]),
    ['LeakyRelu', [float('alpha', draw.miss() ? 0.02 : 0.01)]],
    ['Elu', [float('alpha', draw.miss() ? 0.5 : 1)]],
    [opset < 18 ? 'Relu' : 'Mish', []],
    opset < 20 ? ['Relu', []] : ['Gelu', draw.miss() ? [] : [text('approximate', 'tanh')]],
  );
  if (draw.chance(0.1)) spelledOut(graph, draw);
  else if (!draw.miss()) graph.step(operator, [graph.name], attributes);
  else if (draw.chance(0.5)) graph.step('Softmax', [graph.name], [whole('axis', draw.of(0, 1, -1, -2))]);
  else graph.step(draw.of('HardSigmoid', 'Selu', 'Abs', 'Neg', 'Erf', 'LogSoftmax', 'Exp'), [graph.name]);
}

/** Softmax at the end. */
export function softmax({ draw, graph }: Drawing): void {
  const axis = draw.miss() ? draw.of(0, -2, 2) : draw.of(1, -1);
  graph.step('Softmax', [graph.name], draw.chance(0.5) ? [whole('axis', axis, true)] : []);
}

/** Softplus, softsign, mish or gelu in steps. */
function spelledOut(graph: GraphWriter, draw: Draw): void {
  const x = graph.name;
  const number = (value: number) => graph.floats(draw.miss() ? draw.of([1], [1, 1], [1, 1, 1]) : [], [value]);
  if (draw.chance(0.2)) {
    const size = graph.beside('Abs', [x]);
    graph.step('Div', [x, graph.beside('Add', [number(draw.miss() ? 2 : 1), size])]);
    return;
  }
  if (draw.chance(0.2)) {
    graph.step('Mul', [x, graph.beside('Tanh', [graph.beside('Softplus', [x])])]);
    return;
  }
  if (draw.chance(0.5)) {
    const over = graph.beside('Greater', [x, number(draw.miss() ? 0.5 : 20)]);
    graph.step('Where', [over, x, graph.beside('Softplus', [x])]);
    return;
  }
  const cube = graph.beside('Pow', [x, number(3)]);
  const inner = graph.beside('Add', [x, graph.beside('Mul', [cube, number(0.044715)])]);
  const tanh = graph.beside('Tanh', [graph.beside('Mul', [inner, number(0.7978845608)])]);
  const more = graph.beside('Add', [tanh, number(1)]);
  graph.step('Mul', [graph.beside('Mul', [x, more]), number(draw.miss() ? 0.25 : 0.5)]);
}

/** A step that hands numbers on, or nearly so. */
export function passing(drawing: Drawing, width: number): void {
  const { draw, graph, opset } = drawing;
  const isNear = draw.miss();
  const step = (operator: string, more: readonly string[] = [], attributes: readonly Attribute[] = []) =>
    graph.step(operator, [graph.name, ...more], attributes);
  const there = (type: number) => {
    step('Cast', [], [whole('to', type)]);
    step('Cast', [], [whole('to', FLOAT)]);
  };
  const steps: readonly (() => void)[] = [
    () => step('Identity'),
    () => {
      const ratio = opset < 12 || draw.chance(0.3) ? [] : [graph.floats([], [0.5])];
      const trains = ratio.length > 0 && draw.chance(0.7) ? [graph.raw(9, [], Uint8Array.of(isNear ? 1 : 0).buffer)] : [];
      step('Dropout', [...ratio, ...trains]);
    },
    () => there(isNear ? draw.of(HALF, INT64, INT32) : draw.of(DOUBLE, FLOAT)),
    () =>
      step(
        'Flatten',
        [],
        isNear ? [whole('axis', draw.of(0, 2, -2), draw.chance(0.5))] : draw.of([], [whole('axis', 1)], [whole('axis', -1)]),
      ),
    () => {
      const target = isNear ? draw.of(...mixing(width)) : draw.of([-1, width], [0, -1], [0, width], [0, 0]);
      const keeps = opset >= 14 && draw.chance(0.3) ? [whole('allowzero', isNear ? 1 : 0)] : [];
      step('Reshape', [graph.integers(target)], keeps);
    },
    () => {
      const axes = isNear ? draw.of(undefined, [1], [-1], [0]) : [];
      if (axes?.length === 0) step('Identity');
      else if (axes === undefined) step('Squeeze');
      else if (opset < 13) step('Squeeze', [], [wholes('axes', axes)]);
      else step('Squeeze', [graph.integers(axes)]);
    },
    () => {
      // There and back again: what comes between has other sides.
      const [out, back] = isNear
        ? draw.of(...detours(width))
        : ([
            [0, 1, -1],
            [0, -1],
          ] as const);
      step('Reshape', [graph.integers(out)]);
      step('Reshape', [graph.integers(back)]);
    },
  ];
  draw.of(...steps)();
}

/** Sides that mix the rows of a batch, or do for some batches. */
function mixing(width: number): readonly (readonly number[])[] {
  const sides = [[1, -1], [-1], [0, 0], [-1, 0], [width, -1], [-1, 1], [0, 1, -1], [-1, 1, width], [3, -1], [1, width]];
  return [...sides, [-1, width, 1]];
}

/** Two times other sides. */
function detours(width: number): readonly (readonly [readonly number[], readonly number[]])[] {
  return [
    [
      [0, 1, -1],
      [0, -1],
    ],
    [[-1], [-1, width]],
    [
      [-1, 1, width],
      [-1, width],
    ],
    [
      [0, width, 1],
      [1, -1],
    ],
  ];
}
