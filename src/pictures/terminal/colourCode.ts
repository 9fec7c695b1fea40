// The parameters of a sequence that sets a colour.
import type { Colour } from '../themes.js';

/** The six steps of each part of a colour that terminals of 256 colours have in a cube, and their 24 greys between black and white. */
const CUBE: readonly number[] = [0, 95, 135, 175, 215, 255];
const GREYS = 24;

/** `2;r;g;b`, or `5;n` for the nearest of 256 colours. */
export function colourCode(colour: Colour, colours: 'rgb' | '256'): string {
  return colours === 'rgb' ? `2;${colour.join(';')}` : `5;${nearestOf256(colour)}`;
}

function nearestOf256(colour: Colour): number {
  const [red, green, blue] = [cubeStep(colour[0]), cubeStep(colour[1]), cubeStep(colour[2])];
  const grey = Math.min(GREYS - 1, Math.max(0, Math.round(((colour[0] + colour[1] + colour[2]) / 3 - 8) / 10)));
  const brightness = 8 + 10 * grey;
  const ofGrey = distance(colour, [brightness, brightness, brightness]);
  if (ofGrey < distance(colour, [CUBE[red], CUBE[green], CUBE[blue]])) return 232 + grey;
  return 16 + 36 * red + 6 * green + blue;
}

/** The step of the cube that is nearest to a part of a colour. */
function cubeStep(part: number): number {
  let best = 0;
  for (let step = 1; step < CUBE.length; step++) {
    if (Math.abs(part - CUBE[step]) < Math.abs(part - CUBE[best])) best = step;
  }
  return best;
}

function distance(a: Colour, b: Colour): number {
  return a.reduce((sum, part, index) => sum + (part - b[index]) * (part - b[index]), 0);
}
