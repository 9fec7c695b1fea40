// Weighted counts of each class, of which accuracy, precision, recall and F1 are made.
import { answerOf, type Classes } from './readClasses.js';

/** The counts of one class: sums of the weights of examples. */
export interface ClassCounts {
  /** Of the class and answered so. */
  right: number;
  /** Of the class. */
  actual: number;
  /** Answered as the class. */
  answered: number;
  /** Whether any example is of the class, and whether any is answered so, whatever it weighs. */
  isActual: boolean;
  isAnswered: boolean;
}

/** Counts every class: [classes]. */
export function classCounts({ labels, outputs, weights, classes }: Classes): ClassCounts[] {
  const counts = Array.from({ length: classes }, () => ({
    right: 0,
    actual: 0,
    answered: 0,
    isActual: false,
    isAnswered: false,
  }));
  for (let example = 0; example < outputs.rows; example++) {
    const [actual, answered] = [counts[labels[example]], counts[answerOf(outputs, example)]];
    actual.actual += weights[example];
    actual.isActual = true;
    answered.answered += weights[example];
    answered.isAnswered = true;
    if (actual === answered) actual.right += weights[example];
  }
  return counts;
}

/** A share; 0 of nothing, as in scikit-learn. */
export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** The mean of some numbers; NaN of none. */
export function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
