// Pictures and drawings in a real browser: well-formed XML that loads as an image, and the pixels that were meant.
import { Network, sigmoid } from 'glassbox-nn';
import { xor } from 'glassbox-nn/data';
import {
  activationCurve,
  activationsPicture,
  confusionPicture,
  costCurve,
  digitPicture,
  layerPicture,
  learningCurve,
  networkDrawing,
  type Picture,
  type ThemeName,
  toPng,
  toSvg,
  weightsHistogram,
} from 'glassbox-nn/pictures';
import { describe, expect, it } from 'vitest';

const network = new Network([784, 16, 16, 10]);
const input = Float32Array.from({ length: 784 }, (_, index) => (index % 5) / 4);
const record = { loss: 1, accuracy: 0.5, validation: { loss: 2, accuracy: 0.4 }, learningRate: 1, seconds: 1 };

const shown = {
  digit: digitPicture(input),
  layer: layerPicture(network.layers[0]),
  activations: activationsPicture(network, input),
  confusion: confusionPicture([
    [3, 1],
    [0, 4],
  ]),
  network: networkDrawing(network, input, { classNames: ['<a>', '"b"', '&'] }),
  learning: learningCurve([
    { ...record, epoch: 1 },
    { ...record, epoch: 2, loss: 0.5 },
  ]),
  sigmoid: activationCurve(sigmoid, { at: 1 }),
  cost: costCurve(new Network([2, 3, 1]), xor()),
  histogram: weightsHistogram(network),
};

/** What is used of a page: the tests are compiled without its types. */
interface Context {
  drawImage(image: unknown, x: number, y: number): void;
  putImageData(image: unknown, x: number, y: number): void;
  getImageData(x: number, y: number, width: number, height: number): Picture;
}
interface Element {
  readonly textContent: string;
  getAttribute(name: string): string | null;
}
declare const OffscreenCanvas: new (width: number, height: number) => { getContext(kind: '2d'): Context };
declare const ImageData: new (data: Uint8ClampedArray, width: number, height: number) => unknown;
declare const createImageBitmap: (file: Blob) => Promise<{ readonly width: number; readonly height: number }>;
declare const DOMParser: new () => {
  parseFromString(
    text: string,
    type: string,
  ): { readonly documentElement: Element; querySelector(selector: string): Element | null };
};
declare const Image: new () => { src: string; readonly naturalWidth: number; decode(): Promise<void> };

/** The pixels of a file, as a canvas has them. */
async function pixelsOf(file: Blob): Promise<Picture> {
  const image = await createImageBitmap(file);
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height);
}

describe.each(['video', 'blueOrange', 'grey'] satisfies ThemeName[])('in the theme %s', (theme) => {
  it.each(Object.keys(shown) as (keyof typeof shown)[])('%s is XML, and loads as an image', async (name) => {
    const svg = toSvg(shown[name], { theme });
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(parsed.querySelector('parsererror')).toBeNull();
    expect(parsed.documentElement.getAttribute('role')).toBe('img');
    expect(parsed.querySelector('title')?.textContent).toBe(shown[name].title);
    expect(parsed.querySelector('desc')?.textContent).toBe(shown[name].description);
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    await image.decode();
    expect(image.naturalWidth).toBeGreaterThan(100);
  });
});

describe('a PNG file', () => {
  it('has the pixels of the picture', async () => {
    const { width, height, data } = await pixelsOf(new Blob([toPng(shown.layer)], { type: 'image/png' }));
    expect([width, height]).toEqual([shown.layer.width, shown.layer.height]);
    expect(data).toEqual(shown.layer.data);
  });
});

describe('a picture', () => {
  it('is what a canvas takes', () => {
    const context = new OffscreenCanvas(28, 28).getContext('2d');
    context.putImageData(new ImageData(shown.digit.data, 28, 28), 0, 0);
    expect(context.getImageData(0, 0, 28, 28).data).toEqual(shown.digit.data);
  });
});
