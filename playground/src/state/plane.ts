// The plane that networks of two inputs read: where the place is, and how it is moved.
import { computed } from '@preact/signals';
import { brightest } from '../model/brightest';
import { decimal } from '../model/numbers';
import { spiralExamples } from '../model/spiralExamples';
import { announce } from './announcements';
import { shown } from './network';
import { answerInWords, place } from './reading';
import { trainingSpec } from './settings';

const source = computed(() => trainingSpec.value.source);
const seed = computed(() => trainingSpec.value.seed);

/** An example in the plane. */
export interface PlanePoint {
  readonly x: number;
  readonly y: number;
  readonly label: number;
}

/** Examples that are drawn: more would hide what the network answers. */
const DRAWN = 300;

/** Some of the examples that a training of spirals learns from, where they lie in the plane; none for other trainings. */
export const planePoints = computed<readonly PlanePoint[]>(() => {
  if (source.value !== 'spirals') return [];
  const { learn } = spiralExamples(seed.value);
  return Array.from({ length: DRAWN }, (_, index) => {
    const { input, label } = learn.example(index);
    return { x: input[0] as number, y: input[1] as number, label: label as number };
  });
});

/** The answers at some places of the plane, for a table: its rows from the top, its columns from the left. */
export function planeAnswers(places: readonly number[]): string[][] {
  const { network } = shown.peek();
  return [...places].reverse().map((up) =>
    places.map((right) => {
      const found = brightest(network.forward(Float32Array.of(right, up)));
      return found === undefined ? '-' : `${found.output}: ${decimal(found.brightness)}`;
    }),
  );
}

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
