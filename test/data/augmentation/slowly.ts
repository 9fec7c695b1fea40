// What an augmentation does, written out plainly in double precision from its documentation: the image is carried forward by a matrix,
// which is inverted, and displacements are summed up over the whole of the bell curve.
import { Random } from 'glassbox-nn';

/** What is done to one image at the most. */
export interface SlowRanges {
  readonly shift?: number;
  readonly rotate?: number;
  readonly zoom?: number;
  readonly shear?: number;
  readonly elastic?: { readonly sigma: number; readonly amplitude: number };
  readonly brightness?: number;
  readonly noise?: number;
}

/** Which image, of which size. */
export interface SlowImage {
  readonly pixels: ArrayLike<number>;
  readonly width: number;
  readonly height: number;
  readonly seed: number;
  readonly epoch: number;
  readonly example: number;
}

/** A number from -1 to 1 from 32 bits, with their sign. */
const symmetric = (bits: number) => (bits >= 2 ** 31 ? bits - 2 ** 32 : bits) / 2 ** 31;

/** Draws what is done to an image, and does it. */
export function changeSlowly(image: SlowImage, ranges: SlowRanges): number[] {
  const { width, height, seed, epoch, example } = image;
  const random = Random.stream(seed, 'augmentation', epoch, example);
  const [toX, toY, angle, size, slant, across, down, light, noiseBits] = Array.from({ length: 9 }, () => random.next()) as [
    ...(readonly [number, number, number, number, number, number, number, number, number]),
  ];
  const { shift = 0, rotate = 0, zoom = 0, shear = 0, elastic, brightness = 0, noise = 0 } = ranges;
  const turn = (rotate * symmetric(angle) * Math.PI) / 180;
  const k = shear * symmetric(slant);
  const z = 1 + zoom * symmetric(size);
  // Turned after it was slanted: the columns of the matrix are where (1, 0) and (0, 1) go.
  const right = [z * Math.cos(turn), z * Math.sin(turn)] as const;
  const below = [z * (k * Math.cos(turn) - Math.sin(turn)), z * (k * Math.sin(turn) + Math.cos(turn))] as const;
  const determinant = right[0] * below[1] - below[0] * right[1];
  const displacementAt = elastic && displacements(seed, epoch, elastic.sigma);
  const table = noise > 0 ? noiseTable(seed, epoch, width * height) : undefined;
  const pixel = (x: number, y: number) =>
    (x < 0 || y < 0 || x >= width || y >= height ? 0 : image.pixels[y * width + x]) as number;
  return Array.from({ length: width * height }, (_, index) => {
    const x = (index % width) - (width - 1) / 2 - shift * symmetric(toX);
    const y = Math.floor(index / width) - (height - 1) / 2 - shift * symmetric(toY);
    let fromX = (below[1] * x - below[0] * y) / determinant + (width - 1) / 2;
    let fromY = (right[0] * y - right[1] * x) / determinant + (height - 1) / 2;
    if (elastic && displacementAt) {
      const [column, row] = [index % width, Math.floor(index / width)];
      fromX += elastic.amplitude * displacementAt((across & 127) + column, ((across >>> 16) & 127) + row);
      fromY += elastic.amplitude * displacementAt((down & 127) + column, ((down >>> 16) & 127) + row);
    }
    const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
    let value = 0;
    for (const [dx, dy] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const) {
      // biome-ignore format: a table
      const share = (1 - Math.abs(fromX - left - dx)) * (1 - Math.abs(fromY - top - dy));
      value += share * pixel(left + dx, top + dy);
    }
    value *= 1 + brightness * symmetric(light) * (1 - value);
    if (table) value += (noiseBits >= 2 ** 31 ? -noise : noise) * (table[(noiseBits % 16384) + index] as number);
    return Math.min(1, Math.max(0, value));
  });
}

/** Displacements of mean square 1 on a torus of 128 x 128. */
function displacements(seed: number, epoch: number, sigma: number): (x: number, y: number) => number {
  const random = Random.stream(seed, 'elastic', epoch);
  const uniform = Array.from({ length: 128 * 128 }, () => symmetric(random.next()));
  const reach = Math.ceil(3 * sigma);
  const smoothAt = (x: number, y: number) => {
    let sum = 0;
    for (let dy = -reach; dy <= reach; dy++) {
      for (let dx = -reach; dx <= reach; dx++) {
        const number = uniform[((y + dy) & 127) * 128 + ((x + dx) & 127)] as number;
        sum += number * Math.exp(-(dx * dx + dy * dy) / (2 * sigma * sigma));
      }
    }
    return sum;
  };
  const smooth = uniform.map((_, index) => smoothAt(index & 127, index >> 7));
  const root = Math.sqrt(smooth.reduce((sum, number) => sum + number * number, 0) / smooth.length);
  return (x, y) => (smooth[(y & 127) * 128 + (x & 127)] as number) / root;
}

function noiseTable(seed: number, epoch: number, pixels: number): number[] {
  const random = Random.stream(seed, 'noise', epoch);
  return Array.from({ length: 16384 + pixels }, () => random.normal());
}
