// A sheet of paper to draw digits on: how much ink each pixel has, and what light falls on it. It becomes a picture at last.
import type { Random } from 'glassbox-nn';
import type { Picture } from 'glassbox-nn/digits';

/** Red, green, blue, from 0 to 255. */
export type Colour = readonly [number, number, number];

/** What a camera adds, and how the picture is kept. */
export interface Camera {
  /** The standard deviation of the noise of each number, of 255. */
  readonly noise?: number;
  /** How far each DCT coefficient of 8 x 8 blocks is rounded, of 255: as JPEG loses it. */
  readonly blocks?: number;
  /** Numbers of a pixel: 1 grey, 3 colours, 4 also alpha, where paper is transparent. */
  readonly channels?: 1 | 3 | 4;
}

export class Sheet {
  /** [height x width x 3] */
  readonly colours: Float32Array;
  /** [height x width], how much of the pixel ink covers. */
  readonly inked: Float32Array;

  constructor(
    readonly width: number,
    readonly height: number,
    paper: Colour = [245, 245, 245],
  ) {
    this.colours = new Float32Array(width * height * 3);
    for (let place = 0; place < this.colours.length; place++) this.colours[place] = paper[place % 3] as number;
    this.inked = new Float32Array(width * height);
  }

  /** Lays colour on one pixel; `amount` is from 0 to 1. Outside of the sheet nothing happens. */
  dab(x: number, y: number, amount: number, colour: Colour): void {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height || amount <= 0) return;
    const pixel = y * this.width + x;
    this.inked[pixel] = Math.max(this.inked[pixel] as number, amount);
    for (let channel = 0; channel < 3; channel++) {
      const place = 3 * pixel + channel;
      this.colours[place] = (this.colours[place] as number) * (1 - amount) + (colour[channel] as number) * amount;
    }
  }

  /** Lays colour on every pixel as far as `amount` says, of the pixel's middle. */
  paint(colour: Colour, amount: (x: number, y: number) => number): this {
    for (let y = 0; y < this.height; y++) {
      for (let x = 0; x < this.width; x++) this.dab(x, y, Math.min(1, amount(x + 0.5, y + 0.5)), colour);
    }
    return this;
  }

  /** A line with round ends, `thick` pixels wide, with an edge a pixel soft. */
  line(from: readonly [number, number], to: readonly [number, number], thick: number, colour: Colour, amount = 1): this {
    const reach = thick / 2 + 1;
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const square = dx * dx + dy * dy || 1;
    const last = Math.ceil(Math.max(from[1], to[1]) + reach);
    for (let y = Math.floor(Math.min(from[1], to[1]) - reach); y <= last; y++) {
      const right = Math.ceil(Math.max(from[0], to[0]) + reach);
      for (let x = Math.floor(Math.min(from[0], to[0]) - reach); x <= right; x++) {
        const along = Math.min(1, Math.max(0, ((x + 0.5 - from[0]) * dx + (y + 0.5 - from[1]) * dy) / square));
        const apart = Math.hypot(x + 0.5 - from[0] - along * dx, y + 0.5 - from[1] - along * dy);
        this.dab(x, y, amount * Math.min(1, Math.max(0, thick / 2 + 0.5 - apart)), colour);
      }
    }
    return this;
  }

  /** The four sides of a rectangle. */
  box(left: number, top: number, right: number, bottom: number, thick: number, colour: Colour): this {
    const corners: [number, number][] = [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ];
    for (const [index, corner] of corners.entries()) {
      this.line(corner, corners[(index + 1) % 4] as [number, number], thick, colour);
    }
    return this;
  }

  /** Multiplies the light of each pixel, given by its place from 0 to 1 across and down. */
  lit(light: (across: number, down: number) => number): this {
    for (let pixel = 0; pixel < this.inked.length; pixel++) {
      const factor = light(((pixel % this.width) + 0.5) / this.width, (Math.floor(pixel / this.width) + 0.5) / this.height);
      for (let channel = 0; channel < 3; channel++)
        this.colours[3 * pixel + channel] = (this.colours[3 * pixel + channel] as number) * factor;
    }
    return this;
  }

  /** The picture that a camera makes of it. */
  taken(random: Random, { noise = 0, blocks = 0, channels = 3 }: Camera = {}): Picture {
    const { width, height, colours } = this;
    const depth = channels === 4 ? 3 : channels;
    // Of a table, since a normal number costs more than all else of a pixel.
    const table = Float32Array.from({ length: noise === 0 ? 0 : 4096 }, () => random.normal(0, noise));
    const planes = Array.from({ length: depth }, (_, channel) => {
      const plane = new Float32Array(width * height);
      for (let pixel = 0; pixel < plane.length; pixel++) {
        plane[pixel] = (colours[3 * pixel + channel] as number) + (noise === 0 ? 0 : (table[random.next() & 4095] as number));
      }
      return blocks === 0 ? plane : inBlocks(plane, width, height, blocks);
    });
    const data = new Uint8ClampedArray(width * height * channels);
    for (let channel = 0; channel < depth; channel++) {
      const plane = planes[channel] as Float32Array;
      for (let pixel = 0; pixel < plane.length; pixel++) data[pixel * channels + channel] = plane[pixel] as number;
    }
    if (channels === 4)
      for (let pixel = 0; pixel < width * height; pixel++) data[pixel * 4 + 3] = 255 * (this.inked[pixel] as number);
    return { data, width, height };
  }
}

const COSINES = Array.from({ length: 64 }, (_, place) => {
  const [wave, at] = [place >> 3, place & 7];
  return Math.cos(((2 * at + 1) * wave * Math.PI) / 16) * Math.sqrt((wave === 0 ? 1 : 2) / 8);
});

/** The plane with the cosine transform of every 8 x 8 pixels rounded: to `step`, and higher frequencies to more. */
function inBlocks(plane: Float32Array, width: number, height: number, step: number): Float32Array {
  const result = plane.slice();
  const [block, work] = [new Float64Array(64), new Float64Array(64)];
  for (let top = 0; top + 8 <= height; top += 8) {
    for (let left = 0; left + 8 <= width; left += 8) {
      const at = (place: number) => (top + (place >> 3)) * width + left + (place & 7);
      for (let place = 0; place < 64; place++) block[place] = plane[at(place)] as number;
      transform(block, work, 8, 1);
      transform(work, block, 8, 1);
      for (let place = 0; place < 64; place++) {
        const coarse = step * (1 + ((place >> 3) + (place & 7)) / 2);
        block[place] = Math.round((block[place] as number) / coarse) * coarse;
      }
      transform(block, work, 1, 8);
      transform(work, block, 1, 8);
      for (let place = 0; place < 64; place++) result[at(place)] = block[place] as number;
    }
  }
  return result;
}

/** The rows of 8 x 8 numbers times the matrix of cosines, or its transpose by the other strides; rows become columns. */
function transform(from: Float64Array, to: Float64Array, wave: number, position: number): void {
  for (let place = 0; place < 64; place++) {
    let sum = 0;
    for (let along = 0; along < 8; along++) {
      sum += (COSINES[wave * (place & 7) + position * along] as number) * (from[(place & 56) + along] as number);
    }
    to[8 * (place & 7) + (place >> 3)] = sum;
  }
}
