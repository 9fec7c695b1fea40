// Digits that a browser's canvas scaled, moved, thickened and drew with transparency are read nearly as well as the originals.
//
// Judged on test digits, since the networks have learnt all training digits; nothing is chosen by them.
import { mnist } from 'glassbox-nn/data';
import { digitNetwork, type Picture, recognize } from 'glassbox-nn/digits';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDigits } from '../support/testDigits.js';

const COUNT = 300;
/** The first five thousand test images are easier to read than the last: half of each. */
const FROM = 4850;
/** The share of the accuracy on the originals that must be left. */
const LEFT = 0.97;

/** What is used of a canvas: the tests are compiled without the types of a page. */
interface Context {
  fillStyle: string;
  filter: string;
  imageSmoothingEnabled: boolean;
  imageSmoothingQuality: 'low' | 'medium' | 'high';
  fillRect(x: number, y: number, width: number, height: number): void;
  drawImage(canvas: unknown, x: number, y: number, width: number, height: number): void;
  putImageData(image: unknown, x: number, y: number): void;
  getImageData(x: number, y: number, width: number, height: number): Picture;
}
declare const OffscreenCanvas: new (width: number, height: number) => { getContext(kind: '2d', options: object): Context };
declare const ImageData: new (data: Uint8ClampedArray, width: number, height: number) => unknown;

/** A canvas, and what draws on it. */
function canvasOf(side: number) {
  const canvas = new OffscreenCanvas(side, side);
  return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) };
}

interface Digit {
  readonly input: Float32Array;
  readonly label: number;
}

let digits: readonly Digit[];
let original: number;
beforeAll(async () => {
  const { images, labels } = await testDigits(COUNT, FROM);
  digits = Array.from(mnist(images, labels), ({ input, label = -1 }) => ({ input, label }));
  const network = digitNetwork();
  original = digits.filter(({ input, label }) => network.predict(input) === label).length;
});

const source = canvasOf(28);

/** The digit as ink of one brightness on nothing, which is how a pen leaves it on a canvas. */
function putInk(input: Float32Array, ink: number): void {
  const data = new Uint8ClampedArray([...input].flatMap((amount) => [ink, ink, ink, 255 * amount]));
  source.context.putImageData(new ImageData(data, 28, 28), 0, 0);
}

interface Way {
  readonly side: number;
  readonly scale: number;
  readonly paper?: string;
  readonly ink: number;
  readonly filter?: string;
  readonly smooth?: 'low' | 'high' | false;
  /** Where the digit lies of the room that is left, 0 to 1, by its index. */
  readonly place?: (index: number) => [number, number];
  /** How often it is drawn, each time a little aside. */
  readonly times?: number;
}

/** What the canvas makes of a digit. */
function drawn({ input }: Digit, index: number, way: Way): Picture {
  const { side, scale, paper, ink, filter = 'none', smooth = 'high', place = () => [0.5, 0.5], times = 1 } = way;
  putInk(input, ink);
  const { context } = canvasOf(side);
  if (paper) {
    context.fillStyle = paper;
    context.fillRect(0, 0, side, side);
  }
  context.filter = filter;
  context.imageSmoothingEnabled = smooth !== false;
  if (smooth) context.imageSmoothingQuality = smooth;
  const [across, down] = place(index);
  const room = side - 28 * scale;
  for (let time = 0; time < times; time++) {
    context.drawImage(source.canvas, room * across + 0.3 * scale * time, room * down, 28 * scale, 28 * scale);
  }
  return context.getImageData(0, 0, side, side);
}

const corners = (index: number): [number, number] => [
  (index % 2) + (index % 2 ? -0.011 : 0.013),
  (index >> 1) % 2 ? 0.983 : 0.007,
];

describe('recognize, of digits that a canvas', () => {
  it.each<[string, Way]>([
    ['drew as large as they are', { side: 28, scale: 1, paper: 'black', ink: 255 }],
    ['scaled by 0.5', { side: 14, scale: 0.5, paper: 'black', ink: 255 }],
    ['scaled by 0.8 on a larger field', { side: 50, scale: 0.8, paper: 'white', ink: 0 }],
    ['scaled by 1.7, smoothed little', { side: 60, scale: 1.7, paper: 'black', ink: 255, smooth: 'low' }],
    ['scaled by 3, not smoothed', { side: 90, scale: 3, paper: 'black', ink: 255, smooth: false }],
    ['scaled by 6', { side: 168, scale: 6, paper: 'white', ink: 0 }],
    ['moved into the corners by parts of a pixel', { side: 100, scale: 2.3, paper: 'white', ink: 0, place: corners }],
    ['drew in black on nothing', { side: 84, scale: 2.5, ink: 0, place: corners }],
    ['drew in white on nothing', { side: 84, scale: 2.5, ink: 255, place: corners }],
    ['drew in grey on red paper', { side: 84, scale: 2.5, paper: '#800', ink: 230 }],
    ['thickened', { side: 100, scale: 3, paper: 'white', ink: 0, times: 2 }],
    ['blurred', { side: 100, scale: 3, paper: 'white', ink: 0, filter: 'blur(1.5px)' }],
  ])('%s', (_, way) => {
    const right = digits.filter((digit, index) => recognize(drawn(digit, index, way)).digit === digit.label).length;
    expect(right).toBeGreaterThanOrEqual(LEFT * original);
  });
});
