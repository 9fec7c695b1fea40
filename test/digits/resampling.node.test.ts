// Digits that another program scaled, moved, inverted, thickened and saved are read nearly as well as the originals.
//
// Judged on test digits, since the networks have learnt all training digits; nothing is chosen by them.
import { mnist } from 'glassbox-nn/data';
import { digitNetwork, type Picture, recognize } from 'glassbox-nn/digits';
import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDigits } from '../support/testDigits.js';

const COUNT = 300;
/** The first five thousand test images are easier to read than the last: half of each. */
const FROM = 4850;
/** The share of the accuracy on the originals that must be left. */
const LEFT = 0.97;

interface Digit {
  readonly bytes: Uint8Array;
  readonly label: number;
}

let digits: readonly Digit[];
let original: number;
beforeAll(async () => {
  const { images, labels } = await testDigits(COUNT, FROM);
  const data = mnist(images, labels);
  digits = Array.from({ length: COUNT }, (_, index) => ({
    bytes: (data.inputs as Uint8Array).slice(784 * index, 784 * (index + 1)),
    label: data.labels?.[index] ?? -1,
  }));
  const network = digitNetwork();
  original = digits.filter(
    ({ bytes, label }) => network.predict(Float32Array.from(bytes, (byte) => byte / 255)) === label,
  ).length;
});

/** How many digits are read rightly, as pictures that `change` made of them. */
async function rightAfter(change: (digit: Sharp, index: number) => Sharp | Promise<Sharp>): Promise<number> {
  let right = 0;
  for (const [index, { bytes, label }] of digits.entries()) {
    const digit = sharp(bytes, { raw: { width: 28, height: 28, channels: 1 } }).toColourspace('b-w');
    if (recognize(await pictureOf(await change(digit, index))).digit === label) right++;
  }
  return right;
}

async function pictureOf(image: Sharp): Promise<Picture> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Scaled by a factor. */
const scaled = (digit: Sharp, factor: number, kernel: 'nearest' | 'linear' | 'cubic' | 'mitchell' | 'lanczos3') =>
  digit.resize(Math.round(28 * factor), Math.round(28 * factor), { kernel });

/** What was made so far as an image of its own, since the steps of one image are put into an order of the library's. */
const settled = async (image: Sharp) => {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return sharp(data, { raw: info });
};

/** Moved by parts of a pixel, and into a corner of a larger field. */
const inCorner = async (digit: Sharp, index: number) => {
  const field = { background: 'black', [index & 1 ? 'left' : 'right']: 40, [index & 2 ? 'top' : 'bottom']: 30 };
  const moved = await settled(digit.extend(field));
  return moved.affine([1, 0, 0, 1], {
    idx: 0.3 + (index % 3) / 5,
    idy: 0.8 - (index % 5) / 7,
    background: 'black',
    interpolator: 'bicubic',
  });
};

/** Strokes that grow, or shrink, by half a pixel or one, in a picture four times as large. What the library erodes is what is dark. */
const thickened = async (digit: Sharp, pixels: number) => (await settled(scaled(digit, 4, 'cubic'))).erode(2 * pixels);
const thinned = async (digit: Sharp, pixels: number) => (await settled(scaled(digit, 4, 'cubic'))).dilate(2 * pixels);

describe('recognize, of digits that another program', () => {
  it.each<[string, (digit: Sharp, index: number) => Sharp | Promise<Sharp>]>([
    ['left alone', (digit) => digit],
    ['scaled by 0.5 (Lanczos)', (digit) => scaled(digit, 0.5, 'lanczos3')],
    ['scaled by 0.7 (cubic)', (digit) => scaled(digit, 0.7, 'cubic')],
    ['scaled by 1.3 (Mitchell)', (digit) => scaled(digit, 1.3, 'mitchell')],
    ['scaled by 2.5 (linear)', (digit) => scaled(digit, 2.5, 'linear')],
    ['scaled by 4 (nearest)', (digit) => scaled(digit, 4, 'nearest')],
    ['scaled by 6 (Lanczos)', (digit) => scaled(digit, 6, 'lanczos3')],
    ['stretched a little', (digit) => digit.resize(100, 90, { fit: 'fill' })],
    ['moved into the corners by parts of a pixel', inCorner],
    ['inverted', (digit) => digit.negate()],
    ['thickened by half a pixel', (digit) => thickened(digit, 0.5)],
    ['thickened by a pixel', (digit) => thickened(digit, 1)],
    ['thinned by half a pixel', (digit) => thinned(digit, 0.5)],
    ['blurred', async (digit) => (await settled(scaled(digit, 4, 'cubic'))).blur(2)],
    ['made black and white', async (digit) => (await settled(scaled(digit, 4, 'cubic'))).threshold(128)],
    ['saved as JPEG', async (digit) => sharp(await scaled(digit, 3, 'cubic').negate().jpeg({ quality: 50 }).toBuffer())],
    ['made black ink on nothing', (digit, index) => inked(digit, index, '#000')],
    ['made yellow ink on nothing', (digit, index) => inked(digit, index, '#ff0')],
    ['laid on paper of which half shines through', (digit) => digit.negate().ensureAlpha(0.5)],
  ])('%s', async (_, change) => {
    const right = await rightAfter(change);
    expect(right).toBeGreaterThanOrEqual(LEFT * original);
  });
});

/** Ink of a colour, as much of it as the digit has light, saved and read again. */
async function inked(digit: Sharp, index: number, background: string): Promise<Sharp> {
  const { data } = await scaled(digit, 2 + (index % 3), 'cubic')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const side = 28 * (2 + (index % 3));
  const ink = sharp({ create: { width: side, height: side, channels: 3, background } });
  return sharp(
    await ink
      .joinChannel(data, { raw: { width: side, height: side, channels: 1 } })
      .png()
      .toBuffer(),
  );
}
