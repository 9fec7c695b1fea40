// Measures of each class: the confusion matrix, precision, recall and F1.

/** Precision, recall and F1 of a class. */
export interface ClassReport {
  /** The class's name, or its index as text. */
  readonly name: string;
  /** How many examples are of the class. */
  readonly count: number;
  /** The share of the answers of this class that are right; undefined if the network never answers it. */
  readonly precision: number | undefined;
  /** The share of the examples of this class that the network answers right; undefined if there are none. */
  readonly recall: number | undefined;
  /** The harmonic mean of both, 2 right / (answers + examples); undefined if there are neither. */
  readonly f1: number | undefined;
}

/** How many examples of a class got which answer, or the sum of their weights: counts[actual][answered]. */
export function confusionMatrix(labels: Int32Array, answers: Int32Array, classes: number, weights?: Float32Array): number[][] {
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  labels.forEach((label, example) => {
    const row = counts[label];
    const column = answers[example];
    row[column] = row[column] + (weights?.[example] ?? 1);
  });
  return counts;
}

/** Precision, recall and F1 of every class. */
export function classReports(confusion: readonly (readonly number[])[], names: readonly string[] | undefined): ClassReport[] {
  return confusion.map((row, index) => {
    const right = row[index];
    const count = row.reduce((total, one) => total + one, 0);
    const answered = confusion.reduce((total, other) => total + other[index], 0);
    return {
      name: names?.[index] ?? String(index),
      count,
      precision: answered === 0 ? undefined : right / answered,
      recall: count === 0 ? undefined : right / count,
      f1: count + answered === 0 ? undefined : (2 * right) / (count + answered),
    };
  });
}
