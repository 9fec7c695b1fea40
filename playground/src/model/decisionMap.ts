// What a network of two inputs answers at every place of the plane, as a picture.
import { type Network, predictor } from 'glassbox-nn';
import type { Colour, Theme } from 'glassbox-nn/pictures';
import { brightest } from './brightest';
import type { GridImage } from './gridImage';

/** Pixels of the picture's side. */
const SIDE = 224;
/** Cells of a side: fewer for a network that is large, or that changes ten times a second. */
const FINENESS = [56, 28, 14];
/** So many multiplications the page can do in an instant, and between two frames. */
const MOST = { atRest: 100e6, running: 5e6 };

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

/** How many cells a side of the picture has, so that the page is not held up. */
export function cellsFor(knobs: number, running: boolean): number {
  const most = running ? MOST.running : MOST.atRest;
  return FINENESS.find((cells) => cells * cells * knobs <= most) ?? (FINENESS.at(-1) as number);
}

/**
 * The plane from -1 to 1, y upwards: the colour of the brightest output, the stronger the surer; odd classes are striped.
 */
export function decisionMap(network: Network, theme: Theme, cells: number): GridImage {
  const data = new Uint8ClampedArray(SIDE * SIDE * 4);
  const size = SIDE / cells;
  const places = new Float32Array(cells * cells * 2);
  for (let at = 0; at < cells * cells; at++) {
    places.set(planePlace(((at % cells) + 0.5) / cells, (Math.floor(at / cells) + 0.5) / cells), at * 2);
  }
  const all = predictor(network).forwardBatch(places, cells * cells);
  const outputs = all.length / (cells * cells);
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) {
      const at = (row * cells + column) * outputs;
      const { label, sure } = answerOf(all.subarray(at, at + outputs));
      const colour = classColour(label, theme);
      for (let y = 0; y < size; y++) {
        for (let x = 0; x < size; x++) {
          const [right, down] = [column * size + x, row * size + y];
          const share = (0.15 + 0.6 * sure) * (label % 2 === 1 && (right + down) % 8 < 2 ? 0.4 : 1);
          const mixed = theme.zero.map((zero, part) => zero + share * ((colour[part] as number) - zero));
          data.set([...mixed, 255], (down * SIDE + right) * 4);
        }
      }
    }
  }
  return { data, width: SIDE, height: SIDE };
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
  const found = brightest(outputs);
  if (found === undefined) return { label: 0, sure: 0 };
  const next =
    outputs
      .toSorted()
      .filter((output) => !Number.isNaN(output))
      .at(-2) ?? 0;
  return { label: found.output, sure: Math.min(1, Math.max(0, found.brightness - next) || 0) };
}
