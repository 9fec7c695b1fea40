// The shape of the numbers on their way through a graph: a batch of rows, and the sides of one row. A network here takes row by row, so
// that a step may change the sides of a row, and never mix two rows.

/** A batch of rows. */
export interface RowShape {
  /** The number of rows; 'any' where the graph leaves it open; undefined where there is no batch, and the numbers are one row. */
  readonly batch: number | 'any' | undefined;
  /** The sides of a row: [1, 28, 28] of a picture; undefined for a side that the file does not say. */
  readonly sides: Sides;
}

/** Sides, undefined for those that are not known. */
export type Sides = readonly (number | undefined)[];

/** The shape of an input that the graph declares; undefined for a single number, which is no row. */
export function declaredShape(declared: Sides | undefined): RowShape | undefined {
  if (declared === undefined) return { batch: 'any', sides: [undefined] };
  const [first, ...others] = declared;
  if (declared.length === 0) return undefined;
  return others.length === 0 ? { batch: undefined, sides: declared } : { batch: first ?? 'any', sides: others };
}

/** The number of sides, that of the batch included. */
export function rankOf({ batch, sides }: RowShape): number {
  return sides.length + (batch === undefined ? 0 : 1);
}

/** The shape in words: [any, 784]. */
export function shapeWords({ batch, sides }: RowShape): string {
  const all = batch === undefined ? sides : [batch, ...sides];
  return `[${all.map((side) => side ?? 'any').join(', ')}]`;
}

/** The number of numbers in a row of these sides; undefined where a side is unknown. */
function product(sides: Sides): number | undefined {
  return sides.reduce<number | undefined>((count, side) => count && side && count * side, 1);
}

/** The shape behind Flatten; undefined where it mixes rows, or might. */
export function flattened(shape: RowShape, axis: number): RowShape | undefined {
  const { batch, sides } = shape;
  const rank = rankOf(shape);
  const place = axis < 0 ? axis + rank : axis;
  if (place === 0) return batch === 1 || batch === undefined ? { batch: 1, sides: [product(sides)] } : undefined;
  if (batch === undefined || place < 0 || place > rank) return undefined;
  // The sides before the axis are counted to the batch.
  return product(sides.slice(0, place - 1)) === 1 ? { batch, sides: [product(sides.slice(place - 1))] } : undefined;
}

/**
 * The shape behind Reshape; undefined where it mixes rows, or might. In `target`, -1 stands for what is left over, and 0 for the
 * side that was there, unless `keepsZeros`.
 */
export function reshaped(shape: RowShape, target: readonly number[], keepsZeros: boolean): RowShape | undefined {
  const { batch, sides } = shape;
  const before: Sides = batch === undefined ? sides : [batch === 'any' ? undefined : batch, ...sides];
  const asked = target.map((side, index) => (side === 0 && !keepsZeros ? before[index] : side));
  const count = product(sides);
  const [first, ...rest] = asked;
  if (batch === undefined) {
    const isSame = target.length === 1 && (first === -1 || first === before[0]);
    if (isSame) return shape;
    return first === 1 ? rowIn({ batch: 1, sides }, count, rest) : undefined;
  }
  if (target.length === 0) return undefined;
  const isKept = (target[0] === 0 && !keepsZeros) || (first !== -1 && first === batch);
  if (isKept) return rowIn(shape, count, rest);
  // The rows are counted from what one row takes: it must be all of one.
  return first === -1 && !rest.includes(-1) && !rest.includes(undefined) ? rowIn(shape, count, rest) : undefined;
}

/** A row of `count` numbers with other sides, of which one may be -1. */
function rowIn({ batch, sides }: RowShape, count: number | undefined, asked: Sides): RowShape | undefined {
  const others = product(asked.filter((side) => side !== -1));
  if (others === undefined || asked.some((side) => side === undefined || side < -1 || side === 0)) return undefined;
  const left = asked.filter((side) => side === -1).length;
  // Of a row whose length the file does not say, the sides say it.
  const isOpen = count === undefined && sides.length === 1 && asked.length > 0;
  if (left === 0) return others === count || isOpen ? { batch, sides: asked } : undefined;
  if (left > 1) return undefined;
  if (count === undefined) return isOpen && asked.length === 1 ? { batch, sides: [undefined] } : undefined;
  return count % others === 0 ? { batch, sides: asked.map((side) => (side === -1 ? count / others : side)) } : undefined;
}

/** The shape behind Squeeze, of some axes or of all sides of 1; undefined where it might take the batch away. */
export function squeezed(shape: RowShape, axes: readonly number[] | undefined): RowShape | undefined {
  const { batch, sides } = shape;
  if (axes === undefined) return sides.includes(undefined) ? undefined : { batch, sides: sides.filter((side) => side !== 1) };
  const first = batch === undefined ? 0 : 1;
  const places = new Set(axes.map((axis) => (axis < 0 ? axis + rankOf(shape) : axis) - first));
  if ([...places].some((place) => sides[place] !== 1)) return undefined;
  return { batch, sides: sides.filter((_, place) => !places.has(place)) };
}

/**
 * The shape of a sum with, or a product by, numbers of such a shape: the same shape, if they are one number or one for each number of a
 * row; undefined where they are spread in another way, as a column of numbers that differ from row to row.
 */
export function joined(shape: RowShape, by: readonly number[]): RowShape | undefined {
  const { batch, sides } = shape;
  if (by.length > rankOf(shape)) return undefined;
  if (by.every((side) => side === 1)) return shape;
  // Shapes are laid over each other from behind.
  const own = by.length > sides.length ? by.slice(by.length - sides.length) : by;
  if (by.slice(0, by.length - own.length).some((side) => side !== 1)) return undefined;
  const padded = [...Array.from({ length: sides.length - own.length }, () => 1), ...own];
  const isOpen = sides.length === 1 && sides[0] === undefined;
  return isOpen || padded.every((side, index) => side === sides[index]) ? { batch, sides: padded } : undefined;
}
