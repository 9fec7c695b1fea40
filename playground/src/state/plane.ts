// The plane that networks of two inputs read: where the place is, and how it is moved.
import { signal } from '@preact/signals';
import { decimal } from '../model/numbers';
import { announce } from './announcements';
import { answerInWords, place } from './reading';

/** An example in the plane. */
export interface PlanePoint {
  readonly x: number;
  readonly y: number;
  readonly label: number;
}

/** The examples that a training learns from, where they lie in the plane; a training fills it. */
export const planePoints = signal<readonly PlanePoint[]>([]);

const STEP = 0.05;

/** Moves the place, and keeps it on the plane. */
export function movePlace(x: number, y: number): void {
  const held = (value: number) => Math.min(1, Math.max(-1, Math.round(value * 100) / 100));
  place.value = Float32Array.of(held(x), held(y));
}

/** What an arrow key does; whether it did something. */
export function keyOnPlane(key: string): boolean {
  const [x, y] = place.peek() as unknown as [number, number];
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-STEP, 0],
    ArrowRight: [STEP, 0],
    ArrowUp: [0, STEP],
    ArrowDown: [0, -STEP],
  };
  const step = steps[key];
  if (step === undefined) return false;
  movePlace(x + step[0], y + step[1]);
  const [right, up] = place.peek() as unknown as [number, number];
  announce(`x ${decimal(right)}, y ${decimal(up)}: ${answerInWords()}`);
  return true;
}
