// Whether a picture has bright ink on dark paper, in whatever light.
import { resample } from '../../data/images/resample.js';
import { greatest } from './background.js';

/** Pixels along the shorter side of the small picture that is looked at. */
const SMALL = 48;
/** How far the surroundings of a pixel go, of the shorter side. */
const NEAR = 1 / 6;

/** Paper is more of a stroke's surroundings than ink: so most pixels are nearer to the brightest that surrounds them, or to the darkest. */
export function inkIsBright(brightness: Float32Array, width: number, height: number): boolean {
  const scale = Math.min(1, SMALL / Math.min(width, height));
  const [across, down] = [Math.ceil(width * scale), Math.ceil(height * scale)];
  const whole = { left: 0, right: width, top: 0, bottom: height };
  const small = resample({ pixels: brightness, width, channels: 1 }, whole, [across, down]);
  const brightest = greatestRound(small, across, down);
  const darkest = greatestRound(
    small.map((one) => -one),
    across,
    down,
  );
  return small.reduce((sum, one, index) => sum + 2 * one - brightest[index] + darkest[index], 0) < 0;
}

/** The greatest number round each place of a grid. */
function greatestRound(grid: Float32Array, width: number, height: number): Float32Array {
  const radius = Math.max(1, Math.floor(NEAR * Math.min(width, height)));
  const found = grid.slice();
  const along = (start: number, step: number, length: number) => {
    const line = new Float32Array(length + 2 * radius);
    for (let place = 0; place < line.length; place++) {
      line[place] = found[start + step * Math.min(length - 1, Math.max(0, place - radius))];
    }
    greatest(line, new Float32Array(line.length), line.length, radius);
    for (let place = 0; place < length; place++) found[start + step * place] = line[place + radius];
  };
  for (let row = 0; row < height; row++) along(row * width, 1, width);
  for (let column = 0; column < width; column++) along(column, width, height);
  return found;
}
