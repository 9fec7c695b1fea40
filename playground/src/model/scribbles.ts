// Drawings that are no digits: what does a network say of what it has never seen?
import { Random } from 'glassbox-nn';
import { brushLine } from './brush';

/** Every pixel of a square drawn by itself, from black to white. */
export function noise(side: number, seed: number): Float32Array<ArrayBuffer> {
  const random = Random.stream(seed, 'noise');
  return Float32Array.from({ length: side * side }, () => random.uniform());
}

const STROKES = 7;

/** A connected line that goes nowhere. */
export function scribble(side: number, seed: number): Float32Array<ArrayBuffer> {
  const random = Random.stream(seed, 'scribble');
  const pixels = new Float32Array(side * side);
  const spot = () => ({ x: random.uniform(4, side - 4), y: random.uniform(4, side - 4) });
  let from = spot();
  for (let stroke = 0; stroke < STROKES; stroke++) {
    const to = spot();
    brushLine(pixels, side, from, to, { radius: 1, erases: false });
    from = to;
  }
  return pixels;
}
