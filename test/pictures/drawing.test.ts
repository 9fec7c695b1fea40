// Drawings: what they show of a network, a training, an activation and a cost, as shapes.
import { adam, evaluate, Layer, Network, relu, sigmoid, softmax, tanh, train } from 'glassbox-nn';
import { circles, xor } from 'glassbox-nn/data';
import {
  activationCurve,
  costCurve,
  type Drawing,
  learningCurve,
  networkDrawing,
  type Shape,
  weightsHistogram,
} from 'glassbox-nn/pictures';
import { describe, expect, it } from 'vitest';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { expectRefusal } from '../support/refusals.js';

/** The shapes of a kind. */
function ofKind<Kind extends Shape['kind']>(drawing: Drawing, kind: Kind): Extract<Shape, { kind: Kind }>[] {
  return drawing.shapes.filter((shape): shape is Extract<Shape, { kind: Kind }> => shape.kind === kind);
}

const textsOf = (drawing: Drawing) => ofKind(drawing, 'text').map(({ text }) => text);

/** Whether all of a drawing is on its paper. */
function expectOnPaper(drawing: Drawing): void {
  for (const shape of drawing.shapes) {
    const places = shape.kind === 'line' ? [shape.from, shape.to] : shape.kind === 'curve' ? shape.points : [shape.at];
    for (const [x, y] of places) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(drawing.width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(drawing.height);
    }
  }
}

describe('the drawing of a network', () => {
  it('lights every neuron by its activation, and tells it in a tip', () => {
    const network = new Network([2, 3, 2], { hidden: tanh });
    const drawing = networkDrawing(network, [1, 0.25]);
    const circles = ofKind(drawing, 'circle');
    const activations = network.activations([1, 0.25]).flatMap((column) => [...column]);
    expect(circles.map(({ paint }) => paint)).toEqual(activations.map((light) => ({ light })));
    expect(circles[1]?.tip).toBe('column 0, neuron 1: 0.25');
    expectOnPaper(drawing);
  });

  it('has a line for each weight, coloured by its sign and strength', () => {
    const network = new Network([2, 1]);
    network.layers[0].weights.set([-1, 0.5]);
    const lines = ofKind(networkDrawing(network), 'line');
    expect(lines.map(({ paint }) => paint)).toEqual([{ signed: 0.5 }, { signed: -1 }]);
    expect(lines[0]?.width).toBeLessThan(lines[1]?.width as number);
    network.layers[0].weights.set([0, 0.5]);
    expect(ofKind(networkDrawing(network), 'line')).toHaveLength(1);
  });

  it('has three dots for the neurons that are left out, and names and bars for outputs', () => {
    const network = new Network([784, 20, 10], { output: softmax });
    const drawing = networkDrawing(network, new Float32Array(784), { most: 8 });
    expect(ofKind(drawing, 'circle').filter(({ radius }) => radius === 2)).toHaveLength(9);
    expect(drawing.description).toContain('of 784, 8 are drawn; of 20, 8 are drawn; of 10, 8 are drawn');
    expect(ofKind(drawing, 'rectangle')).toHaveLength(8);
    expect(ofKind(drawing, 'image')).toHaveLength(1);
    expectOnPaper(drawing);
  });

  it('calls the outputs by the names of their classes', () => {
    const network = new Network([2, 2]);
    network.layers[0].biases[1] = 9;
    const drawing = networkDrawing(network, [0, 0], { classNames: ['cat', 'dog'] });
    expect(textsOf(drawing)).toEqual(expect.arrayContaining(['cat', 'dog', '1.00']));
    expect(drawing.description).toContain('The brightest output is dog');
  });

  it('is refused for inputs that do not fit, and options that cannot be', async () => {
    await expectRefusal(() => networkDrawing(new Network([2, 1]), [1] as never), 'ShapeError', '2 numbers');
    await expectRefusal(() => networkDrawing({} as never), 'ArgumentError', 'a Network');
    await expectRefusal(() => networkDrawing(new Network([2, 1]), [1, 2], { most: 1 }), 'OutOfRangeError', 'most');
  });
});

describe('a learning curve', () => {
  const data = circles({ count: 60 });
  const options = { epochs: 4, optimizer: adam({ learningRate: 0.05 }) };
  const record = { loss: 1, accuracy: undefined, validation: undefined, learningRate: 1, seconds: 1 };

  it('has the cost and the accuracy, and validation dashed', () => {
    const history = train(new Network([2, 8, 2]), data, { ...options, validationSplit: 0.2 });
    const curves = ofKind(learningCurve(history), 'curve');
    expect(curves.map(({ points }) => points.length)).toEqual([4, 4, 4, 4]);
    expect(curves.map(({ dashed = false }) => dashed)).toEqual([false, true, false, true]);
    expect(textsOf(learningCurve(history))).toEqual(expect.arrayContaining(['Cost', 'Accuracy', 'training', 'validation']));
    expectOnPaper(learningCurve(history));
  });

  it('falls where the cost falls', () => {
    const [curve] = ofKind(
      learningCurve([
        { ...record, epoch: 1 },
        { ...record, epoch: 2, loss: 0.5 },
      ]),
      'curve',
    );
    const [first, second] = curve?.points ?? [];
    expect(second?.[1]).toBeGreaterThan(first?.[1] as number);
  });

  it('is a point after one epoch, and parted where a cost is no number', () => {
    expect(ofKind(learningCurve([{ ...record, epoch: 1 }]), 'circle')).toHaveLength(1);
    const losses = [1, 2, Number.NaN, 4, 5];
    const drawing = learningCurve(losses.map((loss, index) => ({ ...record, loss, epoch: index + 1 })));
    expect(ofKind(drawing, 'curve').map(({ points }) => points.length)).toEqual([2, 2]);
  });

  it('goes over 200,000 epochs (case 140)', () => {
    const history = Array.from({ length: 200_000 }, (_, index) => ({ ...record, epoch: index + 1 }));
    expect(ofKind(learningCurve(history), 'curve')[0]?.points).toHaveLength(200_000);
  });

  it('is refused for what is no history', async () => {
    await expectRefusal(() => learningCurve([]), 'ArgumentError', 'history');
    await expectRefusal(() => learningCurve(undefined as never), 'ArgumentError', 'train and fit');
  });
});

describe('the curve of an activation', () => {
  it('has the marked point on it, and the tangent through that', () => {
    const drawing = activationCurve(sigmoid, { at: 1 });
    const [curve] = ofKind(drawing, 'curve');
    const [point] = ofKind(drawing, 'circle');
    const [x, y] = point?.at ?? [0, 0];
    const nearest = curve?.points.reduce((best, place) => (Math.abs(place[0] - x) < Math.abs(best[0] - x) ? place : best));
    expect(Math.abs((nearest?.[1] ?? 0) - y)).toBeLessThan(1);
    const line = ofKind(drawing, 'line').at(-1);
    expect(((line?.from[1] ?? 0) + (line?.to[1] ?? 0)) / 2 - y).toBeCloseTo(0);
    expect(drawing.description).toBe('sigmoid(1) = 0.731, with a slope of 0.197.');
    expectOnPaper(drawing);
  });

  it('is refused for softmax, and for no range', async () => {
    await expectRefusal(() => activationCurve(softmax), 'ArgumentError', 'softmax', 'a whole layer');
    await expectRefusal(() => activationCurve(relu, { from: 2, to: 2 }), 'OutOfRangeError', 'from');
    await expectRefusal(() => activationCurve(relu, { at: Number.NaN }), 'OutOfRangeError', 'at');
    await expectRefusal(() => activationCurve('relu' as never), 'ArgumentError', 'an activation');
  });
});

describe('the cost by one knob', () => {
  it('has the slope of the curve at the marked place, and leaves the network alone', () => {
    const network = new Network([2, 4, 1], { hidden: tanh, seed: 3 });
    const before = hashOfNetwork(network);
    const drawing = costCurve(network, xor(), { layer: 1, neuron: 0, input: 2 });
    expect(hashOfNetwork(network)).toBe(before);
    const [curve] = ofKind(drawing, 'curve');
    const points = curve?.points ?? [];
    const [point] = ofKind(drawing, 'circle');
    expect(points[20]?.[0]).toBeCloseTo(point?.at[0] as number);
    expect(points[20]?.[1]).toBeCloseTo(point?.at[1] as number, 3);
    const line = ofKind(drawing, 'line').at(-1);
    const [from, to] = [line?.from ?? [0, 0], line?.to ?? [1, 0]];
    const drawn = (to[1] - from[1]) / (to[0] - from[0]);
    const [left, right] = [points[19] ?? [0, 0], points[21] ?? [1, 0]];
    expect(drawn).toBeCloseTo((right[1] - left[1]) / (right[0] - left[0]), 1);
    expect(evaluate(network, xor()).loss).toBeGreaterThan(0);
  });

  it('of a label for each class is that of their rows', () => {
    expect(costCurve(new Network([2, 3, 2], { output: softmax }), circles({ count: 10 })).title).toBe(
      'The cost by the bias of neuron 0',
    );
  });

  it('is refused where there is no such knob', async () => {
    const network = new Network([2, 1]);
    await expectRefusal(() => costCurve(network, xor(), { layer: 1 }), 'OutOfRangeError', 'layer');
    await expectRefusal(() => costCurve(network, xor(), { neuron: 1 }), 'OutOfRangeError', 'neuron');
    await expectRefusal(() => costCurve(network, xor(), { input: 2 }), 'OutOfRangeError', 'input');
    await expectRefusal(() => costCurve(network, xor(), { reach: 0 }), 'OutOfRangeError', 'reach');
    await expectRefusal(() => costCurve(new Network([3, 1]), xor()), 'ShapeError', '3 numbers');
  });
});

describe('a histogram of weights', () => {
  it('counts each weight once, in the colour of its sign', () => {
    const layer = new Layer(6, 1);
    layer.weights.set([-1, -0.9, 0, 0.1, 1, Number.NaN]);
    const bars = ofKind(weightsHistogram(layer, { bins: 5 }), 'rectangle');
    expect(bars.map(({ tip }) => Number(tip?.split(' ')[0]))).toEqual([2, 0, 2, 0, 1]);
    expect(bars.map(({ paint }) => paint)).toEqual(['negative', 'negative', 'ink', 'positive', 'positive']);
  });

  it('has a panel for each layer of a network', () => {
    const drawing = weightsHistogram(new Network([784, 512, 10]));
    expect(textsOf(drawing)).toEqual(expect.arrayContaining(['layers[0], 401,408 weights', 'layers[1], 5,120 weights']));
    expectOnPaper(drawing);
  });

  it('is refused for what is neither', async () => {
    await expectRefusal(() => weightsHistogram({} as never), 'ArgumentError', 'a Layer');
    await expectRefusal(() => weightsHistogram(new Layer(1, 1), { bins: 0 }), 'OutOfRangeError', 'bins');
  });
});
