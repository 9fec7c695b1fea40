// Whether a picture has bright ink on dark paper, in whatever light.
import { resample } from '../../data/images/resample.js';
import { greatestRound } from './greatest.js';

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
  const radius = Math.max(1, Math.floor(NEAR * Math.min(across, down)));
  const brightest = greatestRound(small, across, down, radius);
  const inverse = small.map((one) => -one);
  const darkest = greatestRound(inverse, across, down, radius);
  return small.reduce((sum, one, index) => sum + 2 * one - brightest[index] + darkest[index], 0) < 0;
}
