// What the pen does to the drawing, and how it is undone.
import { signal } from '@preact/signals';
import { brushLine, type Spot } from '../model/brush';
import { noise, scribble } from '../model/scribbles';
import { drawing, SIDE } from './drawing';

/** What the pointer or the cursor paints with. */
export const tool = signal<'pen' | 'eraser'>('pen');

/** How wide the pen is, in pixels of the field. */
export const thickness = signal(2);

/** The eraser is wider than the pen by this factor, since it is seldom aimed well. */
const ERASER = 1.5;

/** At most this many drawings are kept for undoing. */
const KEPT = 100;

const before = signal<readonly Float32Array<ArrayBuffer>[]>([]);

/** Whether there is something to undo. */
export const undoable = () => before.value.length > 0;

/** Remembers the drawing as it is now; before each stroke, and before everything that replaces it. */
export function keepForUndo(): void {
  before.value = [...before.peek().slice(1 - KEPT), drawing.peek()];
}

/** Draws through some places; the first is where the pen was. */
export function stroke(spots: readonly Spot[]): void {
  const pixels = drawing.peek().slice();
  const erases = tool.peek() === 'eraser';
  const radius = (thickness.peek() / 2) * (erases ? ERASER : 1);
  spots.forEach((spot, index) => {
    brushLine(pixels, SIDE, spots[Math.max(0, index - 1)] as Spot, spot, { radius, erases });
  });
  drawing.value = pixels;
}

/** Takes the last stroke, or the last drawing that was put there, back. */
export function undo(): void {
  const last = before.peek().at(-1);
  if (last === undefined) return;
  before.value = before.peek().slice(0, -1);
  drawing.value = last;
}

/** Puts another drawing on the field. */
export function put(pixels: Float32Array<ArrayBuffer>): void {
  keepForUndo();
  drawing.value = pixels;
}

/** Empties the field. */
export function clear(): void {
  if (drawing.peek().some((value) => value > 0)) put(new Float32Array(SIDE * SIDE));
}

let seed = 0;

/** Fills the field with noise, or with a scribble: another one at each call, the same ones on every visit. */
export function putNonsense(kind: 'noise' | 'scribble'): void {
  put((kind === 'noise' ? noise : scribble)(SIDE, seed++));
}
