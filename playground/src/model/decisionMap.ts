// What a network of two inputs answers at every place of the plane, as a picture.
import type { Network } from 'glassbox-nn';
import type { Colour, Theme } from 'glassbox-nn/pictures';
import type { GridImage } from './gridImage';

/** Cells of a side. */
const CELLS = 56;
/** Pixels of a cell. */
const CELL = 4;

/** Colours of the classes after the first two, which have those of plus and minus. */
const MORE: readonly Colour[] = [
  [80, 165, 255],
  [255, 190, 60],
  [200, 110, 255],
  [90, 210, 210],
];

/** The colour of a class. */
export function classColour(label: number, theme: Theme): Colour {
  return [theme.positive, theme.negative, ...MORE][label % (MORE.length + 2)] as Colour;
}

/** The plane from -1 to 1, y upwards: the colour of the brightest output, the stronger the surer; odd classes are striped. */
export function decisionMap(network: Network, theme: Theme): GridImage {
  const side = CELLS * CELL;
  const data = new Uint8ClampedArray(side * side * 4);
  for (let row = 0; row < CELLS; row++) {
    for (let column = 0; column < CELLS; column++) {
      const outputs = network.forward(planePlace((column + 0.5) / CELLS, (row + 0.5) / CELLS));
      const { label, sure } = answerOf(outputs);
      const colour = classColour(label, theme);
      for (let y = 0; y < CELL; y++) {
        for (let x = 0; x < CELL; x++) {
          const [right, down] = [column * CELL + x, row * CELL + y];
          const share = (0.15 + 0.6 * sure) * (label % 2 === 1 && (right + down) % 8 < 2 ? 0.4 : 1);
          const mixed = theme.zero.map((zero, part) => zero + share * ((colour[part] as number) - zero));
          data.set([...mixed, 255], (down * side + right) * 4);
        }
      }
    }
  }
  return { data, width: side, height: side };
}

/** The place in the plane at shares of the picture's width and height, from the top left. */
export function planePlace(right: number, down: number): Float32Array<ArrayBuffer> {
  return Float32Array.of(right * 2 - 1, 1 - down * 2);
}

/** The class of an answer, and how sure it is from 0 to 1. A single output stands for class 1 against class 0. */
function answerOf(outputs: Float32Array): { readonly label: number; readonly sure: number } {
  if (outputs.length === 1) {
    const bright = outputs[0] as number;
    return { label: bright >= 0.5 ? 1 : 0, sure: Math.min(1, Math.abs(bright - 0.5) * 2) };
  }
  const sorted = outputs.toSorted();
  const [best, next] = [sorted.at(-1) as number, sorted.at(-2) as number];
  return { label: outputs.indexOf(best), sure: Math.min(1, Math.max(0, best - next)) };
}
