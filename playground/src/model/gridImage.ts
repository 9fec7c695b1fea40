// Numbers as the pixels of a grid. Negative cells carry a stripe, so that colour alone does not show their sign.
import type { Colour, Theme } from 'glassbox-nn/pictures';

/** How a grid is to be painted. */
export interface GridLook {
  /** Cells in a row. */
  readonly width: number;
  /** Pixels of a cell's side. */
  readonly cell: number;
  /** Whether the numbers have a sign; else they are brightnesses from 0 to 1. */
  readonly signed: boolean;
  /** The number that gets the full colour; the largest of the grid if left out. */
  readonly scale?: number;
  readonly theme: Theme;
}

/** RGBA bytes and their size, as `ImageData` takes them. */
export interface GridImage {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** Paints it; rows of `look.width` from the top. */
export function gridImage(values: ArrayLike<number>, look: GridLook): GridImage {
  const { cell, theme } = look;
  const rows = Math.ceil(values.length / look.width);
  const [width, height] = [look.width * cell, rows * cell];
  const data = new Uint8ClampedArray(width * height * 4);
  const scale = look.scale ?? largest(values);
  for (let index = 0; index < values.length; index++) {
    const value = (values[index] as number) / scale;
    const colour = look.signed ? signedColour(value, theme) : mix(theme.dark, theme.bright, value);
    const striped = look.signed && value < -0.08 ? mix(colour, theme.zero, 0.75) : colour;
    const [left, top] = [(index % look.width) * cell, Math.floor(index / look.width) * cell];
    for (let y = 0; y < cell; y++) {
      for (let x = 0; x < cell; x++) {
        const stripe = cell > 3 && (x + y + 1) % cell < cell / 4;
        // Byte by byte: this runs for fifty thousand pixels at every stroke of the pen, and arrays would cost most of its time.
        const at = ((top + y) * width + left + x) * 4;
        const shade = stripe ? striped : colour;
        data[at] = shade[0];
        data[at + 1] = shade[1];
        data[at + 2] = shade[2];
        data[at + 3] = 255;
      }
    }
  }
  return { data, width, height };
}

/** The largest number by size; 1 if all are 0. */
export function largest(values: ArrayLike<number>): number {
  let most = 0;
  for (let index = 0; index < values.length; index++) most = Math.max(most, Math.abs(values[index] as number));
  return most > 0 && most < Infinity ? most : 1;
}

function signedColour(value: number, { zero, positive, negative }: Theme): Colour {
  return mix(zero, value < 0 ? negative : positive, Math.abs(value));
}

/** A colour between two: the first at 0, the second at 1 and beyond. */
function mix(from: Colour, to: Colour, share: number): Colour {
  const part = Math.min(1, Math.max(0, share || 0));
  return from.map((value, index) => value + part * ((to[index] as number) - value)) as unknown as Colour;
}
