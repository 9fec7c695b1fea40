// A round brush on a square of pixels. It has no hard edge: a pixel takes as much ink as its distance leaves.

/** A place on the field in pixels: the middle of the first pixel is 0.5, 0.5. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** How a brush paints. */
export interface Brush {
  /** Half its width, in pixels. */
  readonly radius: number;
  /** Whether it takes ink away instead. */
  readonly erases: boolean;
}

/** Draws a straight line with round ends; `pixels` [side x side] are changed in place. Drawing a line twice is drawing it once. */
export function brushLine(pixels: Float32Array, side: number, from: Spot, to: Spot, { radius, erases }: Brush): void {
  const reach = radius + 0.5;
  const [top, bottom] = range(from.y, to.y, reach, side);
  const [left, right] = range(from.x, to.x, reach, side);
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) {
      const distance = distanceToLine({ x: column + 0.5, y: row + 0.5 }, from, to);
      const ink = Math.min(1, Math.max(0, reach - distance));
      const at = row * side + column;
      const before = pixels[at] as number;
      pixels[at] = erases ? Math.min(before, 1 - ink) : Math.max(before, ink);
    }
  }
}

/** Which pixels of a row or column a line can touch: from the first to before the last. */
function range(one: number, other: number, reach: number, side: number): [number, number] {
  const first = Math.floor(Math.min(one, other) - reach);
  const last = Math.ceil(Math.max(one, other) + reach);
  return [Math.max(0, first), Math.min(side, last)];
}

function distanceToLine(spot: Spot, from: Spot, to: Spot): number {
  const [across, down] = [to.x - from.x, to.y - from.y];
  const square = across * across + down * down;
  const along = square === 0 ? 0 : ((spot.x - from.x) * across + (spot.y - from.y) * down) / square;
  const share = Math.min(1, Math.max(0, along));
  const [x, y] = [spot.x - from.x - share * across, spot.y - from.y - share * down];
  return Math.sqrt(x * x + y * y);
}
