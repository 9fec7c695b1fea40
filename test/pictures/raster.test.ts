// Pictures of numbers: the pixels of known numbers, what is asked for and refused, and what is no number.
import { evaluate, Layer, Network, relu, softmax } from 'glassbox-nn';
import { circles, dataset } from 'glassbox-nn/data';
import {
  activationsPicture,
  confusionPicture,
  contributionsPicture,
  digitPicture,
  layerPicture,
  mistakesPicture,
  type Picture,
  themes,
  weightsPicture,
} from 'glassbox-nn/pictures';
import { describe, expect, it } from 'vitest';
import { expectRefusal } from '../support/refusals.js';

/** The colour of a pixel. */
function pixel({ data, width }: Picture, x: number, y: number): number[] {
  const at = (y * width + x) * 4;
  expect(data[at + 3]).toBe(255);
  return [...data.subarray(at, at + 3)];
}

/** How many pixels have a colour. */
function count({ data }: Picture, [red, green, blue]: readonly number[]): number {
  let pixels = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] === red && data[at + 1] === green && data[at + 2] === blue) pixels += 1;
  }
  return pixels;
}

const { positive, negative, zero, missing } = themes.video;

function layerOf(weights: readonly number[], outputs = 1): Layer {
  const layer = new Layer(weights.length / outputs, outputs);
  layer.weights.set(weights);
  return layer;
}

describe('a digit', () => {
  it('has a grey for each brightness, of numbers and of bytes', () => {
    const expected = [0, 64, 255, 255].flatMap((grey) => [grey, grey, grey, 255]);
    expect([...digitPicture([-1, 0.25, 1, 7]).data]).toEqual(expected);
    expect([...digitPicture(Uint8Array.of(0, 64, 255, 255)).data]).toEqual(expected);
  });

  it('is 28 wide where there are 784 pixels, and as wide as said where there is no square', async () => {
    expect(digitPicture(new Float32Array(784))).toMatchObject({ width: 28, height: 28 });
    expect(digitPicture(new Float32Array(12), { width: 4, cell: 5 })).toMatchObject({ width: 20, height: 15 });
    await expectRefusal(() => digitPicture(new Float32Array(12)), 'ShapeError', 'width', '{ width: 4 }');
    await expectRefusal(() => digitPicture(new Float32Array(12), { width: 5 }), 'ShapeError', 'a divisor of 12', '5');
  });

  it('has hatched cells where a number is none (case 139)', () => {
    const picture = digitPicture([Number.NaN, 0, 1, Number.POSITIVE_INFINITY], { cell: 9 });
    const hatched = count(picture, missing);
    expect(hatched).toBeGreaterThan(2 * 81 * 0.3);
    expect(hatched).toBeLessThan(2 * 81 * 0.8);
    expect(pixel(picture, 12, 4)).toEqual([0, 0, 0]);
    expect(pixel(digitPicture([Number.NaN]), 0, 0)).toEqual([...missing]);
  });

  it('is refused where it would be too large, before anything is allocated (case 138)', async () => {
    await expectRefusal(() => digitPicture(new Float32Array(784), { cell: 200 }), 'LimitError', '16777216', '5600 x 5600');
    await expectRefusal(() => digitPicture([]), 'ArgumentError', 'one number or more');
    await expectRefusal(() => digitPicture(['1'] as never), 'ArgumentError', 'pixels[0]', "'1'");
    await expectRefusal(() => digitPicture([1], { size: 3 } as never), 'ArgumentError', 'Give cell');
    await expectRefusal(() => digitPicture([1], { theme: 'viridis' as never }), 'ArgumentError', 'video, blueOrange, grey');
    await expectRefusal(
      () => digitPicture([1], { theme: { ...themes.grey, ink: 'red' as never } }),
      'ArgumentError',
      'theme.ink',
    );
  });

  it('may have 200,000 pixels and more (case 140)', () => {
    const many = Float32Array.from({ length: 640_000 }, (_, index) => (index % 7) / 6);
    expect(digitPicture(many).width).toBe(800);
    expect(weightsPicture(layerOf([...many]), 0, { cell: 1 }).height).toBe(800);
  });
});

describe("a neuron's weights", () => {
  const layer = layerOf([4, 0, -2, -4, 9, 9, 9, 9], 2);

  it('are of the colour of their sign, and the brighter the larger', () => {
    const picture = weightsPicture(layer, 0, { cell: 3 });
    expect(picture).toMatchObject({ width: 6, height: 6 });
    expect(pixel(picture, 0, 0)).toEqual([...positive]);
    expect(pixel(picture, 2, 2)).toEqual([...positive]);
    expect(pixel(picture, 3, 0)).toEqual([...zero]);
    expect(pixel(picture, 0, 3)).toEqual([125, 38, 35]);
    expect(pixel(picture, 5, 5)).toEqual([...negative]);
  });

  it('are explained by a legend, in the colours of the theme', () => {
    const { legend } = weightsPicture(layer, 0, { theme: 'blueOrange' });
    expect(legend?.map(({ label }) => label)).toEqual(['-4', '-2', '0', '+2', '+4']);
    expect(legend?.at(-1)?.colour).toEqual(themes.blueOrange.positive);
    expect(weightsPicture(layer, 0, { scale: 8 }).legend?.at(-1)?.label).toBe('+8');
  });

  it('have white and black for the signs in grey', () => {
    const picture = weightsPicture(layer, 0, { cell: 1, theme: 'grey' });
    expect([pixel(picture, 0, 0)[0], pixel(picture, 1, 0)[0], pixel(picture, 1, 1)[0]]).toEqual([255, 128, 0]);
  });

  it('are all of no colour where all are 0', () => {
    expect(count(weightsPicture(layerOf([0, 0, 0, 0]), 0, { cell: 1 }), zero)).toBe(4);
  });

  it('are refused where there is no such neuron, no layer, or no width', async () => {
    await expectRefusal(() => weightsPicture(layer, 2), 'OutOfRangeError', 'neuron', '2 neurons');
    await expectRefusal(() => weightsPicture({} as never, 0), 'ArgumentError', 'a Layer');
    await expectRefusal(() => weightsPicture(layerOf([1, 2, 3]), 0), 'ShapeError', 'width');
    await expectRefusal(() => weightsPicture(layer, 0, { scale: 0 }), 'OutOfRangeError', 'scale');
    await expectRefusal(() => weightsPicture(layer, 0, { cell: 1.5 }), 'OutOfRangeError', 'cell');
  });
});

describe("a layer's weights", () => {
  it('stand in grids, row by row, with one scale for all', () => {
    const picture = layerPicture(layerOf([1, 1, 1, 1, 2, 2, 2, 2, -2, -2, -2, -2], 3), { cell: 1, gap: 1 });
    expect(picture).toMatchObject({ width: 7, height: 7 });
    expect(pixel(picture, 1, 1)).toEqual([45, 108, 55]);
    expect(pixel(picture, 4, 1)).toEqual([...positive]);
    expect(pixel(picture, 1, 4)).toEqual([...negative]);
    expect(pixel(picture, 4, 4)).toEqual(pixel(picture, 0, 0));
  });

  it('leave the few largest beyond the scale, and the legend says so', () => {
    const weights = Array.from({ length: 400 }, (_, index) => (index === 7 ? 100 : index % 2 ? 1 : -1));
    const { legend } = layerPicture(layerOf(weights));
    expect(legend?.at(0)?.label).toMatch(/^< -1(\.0\d)?$/);
    expect(legend?.at(-1)?.label).toMatch(/^> \+1(\.0\d)?$/);
  });

  it('are as many in a row as asked for', () => {
    expect(layerPicture(new Layer(784, 512), { cell: 1, gap: 2 })).toMatchObject({ width: 23 * 30 + 2, height: 23 * 30 + 2 });
    expect(layerPicture(new Layer(4, 5), { cell: 1, gap: 0, columns: 5 })).toMatchObject({ width: 10, height: 2 });
  });

  it('are refused where they would be too large (case 138)', async () => {
    await expectRefusal(() => layerPicture(new Layer(784, 64), { cell: 30 }), 'LimitError', 'pixels');
    await expectRefusal(
      () => layerPicture(new Layer(784, 64), { colums: 3 } as never),
      'ArgumentError',
      'Did you mean columns?',
    );
  });
});

describe('contributions', () => {
  const network = new Network([4, 2, 1]);
  network.layers[0].weights.set([1, 1, -1, -1, 0, 0, 0, 0]);

  it('are weight x input, and described in a sentence', () => {
    const picture = contributionsPicture(network, [1, 0, 0.5, 0], 0, 0, { cell: 1 });
    expect([pixel(picture, 0, 0), pixel(picture, 1, 0), pixel(picture, 0, 1)]).toEqual([
      [...positive],
      [...zero],
      [125, 38, 35],
    ]);
    expect(picture.description).toContain('input 0 (1.00 x 1.00 = +1.00)');
  });

  it('are refused for what explain refuses', async () => {
    await expectRefusal(() => contributionsPicture(network, [1, 0, 0.5] as never, 0, 0), 'ShapeError', '4 numbers');
    await expectRefusal(() => contributionsPicture(network, [1, 0, 0.5, 0], 2, 0), 'OutOfRangeError', 'layer');
  });
});

describe('activations', () => {
  it('stand column by column, with the outputs numbered and the brightest named', () => {
    const network = new Network([784, 16, 10], { output: softmax });
    network.layers[1].biases[6] = 20;
    const picture = activationsPicture(network, new Float32Array(784));
    expect(picture.description).toBe('The brightest of 10 outputs is 6, with 1.');
    expect(picture.legend?.at(-1)?.label).toBe('1');
    // The one bright output is a square of white; the numbers beside are of the ink.
    expect(count(picture, themes.video.bright)).toBeGreaterThan(20 * 20);
  });

  it('beyond 1 are shown to the largest of their column', () => {
    const network = new Network([4, 64, 2], { hidden: relu });
    network.layers[0].biases.fill(7);
    expect(activationsPicture(network, [0, 0, 0, 0]).legend?.at(-1)?.label).toBe('the largest of its column');
  });

  it('of a column that is no square stand in a block with a short last row', () => {
    expect(activationsPicture(new Network([101, 37, 3]), new Float32Array(101)).height).toBe(300);
  });
});

describe('mistakes', () => {
  const data = dataset({
    inputs: [
      [1, 0, 0, 0],
      [0, 1, 0, 0],
      [0, 0, 1, 0],
    ],
    labels: ['cat', 'dog', 'dog'],
  });
  const network = new Network([4, 2]);
  network.layers[0].weights.set([0, 5, 2, 0, 0, 0, 0, 0]);

  it('are shown with what was said and what is, the worst first', () => {
    const picture = mistakesPicture(network, data, { cell: 20 });
    expect(picture.title).toBe('The 2 worst mistakes');
    expect(picture.description).toBe('said cat, is dog; said cat, is dog');
    expect(count(picture, positive)).toBeGreaterThan(50);
    expect(count(picture, negative)).toBeGreaterThan(50);
    // The second pixel of the worst is lit.
    const only = mistakesPicture(network, data, { cell: 20, count: 1 });
    expect(count(only, [255, 255, 255])).toBe(400);
  });

  it('that are none are said to be none', () => {
    network.layers[0].weights.set([5, 0, 0, 0, 0, 5, 5, 0]);
    expect(mistakesPicture(network, data).title).toBe('No mistakes');
  });
});

describe('a confusion matrix', () => {
  it('has its diagonal in the positive colour, and mistakes in the negative one', () => {
    const picture = confusionPicture([
      [8, 0],
      [8, 0],
    ]);
    expect(count(picture, positive)).toBeGreaterThan(100);
    expect(count(picture, negative)).toBeGreaterThan(100);
    expect(picture.description).toBe('8 of 16 right. Most often wrong: 1 taken for 0 (8).');
  });

  it('is that of an evaluation, with the names of classes', () => {
    const { confusion } = evaluate(new Network([2, 2]), circles({ count: 40 }));
    expect(confusionPicture(confusion, { classNames: ['inner', 'outer'] }).description).toMatch(
      /(inner|outer) taken for (inner|outer)/,
    );
  });

  it('is refused where there is none, or no square of counts', async () => {
    await expectRefusal(() => confusionPicture(undefined), 'ArgumentError', 'evaluate(network, data).confusion');
    await expectRefusal(() => confusionPicture([[1, 2]]), 'ShapeError', 'confusion[0]');
    await expectRefusal(() => confusionPicture([[0.5]]), 'OutOfRangeError', 'confusion[0][0]');
  });
});
