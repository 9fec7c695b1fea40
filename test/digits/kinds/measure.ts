// How pictures of a kind are read.
import { Random } from 'glassbox-nn';
import { mnist } from 'glassbox-nn/data';
import { recognize, recognizeAll } from 'glassbox-nn/digits';
import { trainingDigits } from '../../support/trainingDigits.js';
import { COMPOSED, composed } from './composed.js';
import type { Digit, Kind } from './Kind.js';

/** One answer. */
export interface Answer {
  readonly isRight: boolean;
  readonly confidence: number;
}

/** Digits of the 5,000 that recipes are chosen by, those `from` on: the test digits stay closed. */
export async function validationDigits(count: number, from = 0): Promise<readonly Digit[]> {
  const { images, labels } = await trainingDigits(count, 55_000 + from);
  return Array.from(mnist(images, labels), ({ input, label = -1 }) => ({ input, label }));
}

/** One picture for each digit. Of a blank kind it is right to read none. */
export function answersOf(kind: Kind, digits: readonly Digit[], from = 0): Answer[] {
  return digits.map((digit, index) => {
    const { picture, label } = kind.make(digit, Random.stream(0, 'kinds', kind.name, from + index), from + index);
    const read = recognize(picture);
    return { isRight: read.digit === (label < 0 ? undefined : label), confidence: read.confidence };
  });
}

/** The digits as they are, in the form that networks learn. */
export function plainAnswers(digits: readonly Digit[]): Answer[] {
  return digits.map(({ input, label }) => {
    const { digit, confidence } = recognize(input);
    return { isRight: digit === label, confidence };
  });
}

export function rightOf(answers: readonly Answer[]): number {
  return answers.filter(({ isRight }) => isRight).length;
}

/** How many of the composed pictures are read whole. They are composed of digits that are read by themselves. */
export function wholeOf(digits: readonly Digit[]): number {
  const legible = digits.filter(({ input, label }) => recognize(input).digit === label);
  let whole = 0;
  for (let index = 0; index < COMPOSED; index++) {
    const { picture, labels } = composed(legible, index);
    const read = recognizeAll(picture).map(({ digit }) => digit);
    if (read.join() === labels.join()) whole++;
  }
  return whole;
}
