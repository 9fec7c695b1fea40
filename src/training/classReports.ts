// How a network does class by class.

/** How often a class was answered, and how often rightly. */
export interface ClassReport {
  /** The class's name, or its index as text. */
  readonly name: string;
  /** How many examples are of the class. */
  readonly count: number;
  /** Of the times the network answered this class, the share that was right; undefined if it never did. */
  readonly precision: number | undefined;
  /** Of the examples of this class, the share that was found; undefined if there are none. */
  readonly recall: number | undefined;
}

/** counts[actual][answered] */
export function confusionMatrix(labels: Int32Array, answers: Int32Array, classes: number): number[][] {
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  labels.forEach((label, example) => {
    const row = counts[label] as number[];
    const column = answers[example] as number;
    row[column] = (row[column] as number) + 1;
  });
  return counts;
}

/** Precision and recall of every class. */
export function classReports(confusion: readonly (readonly number[])[], names: readonly string[] | undefined): ClassReport[] {
  return confusion.map((row, index) => {
    const right = row[index] as number;
    const count = row.reduce((total, one) => total + one, 0);
    const answered = confusion.reduce((total, other) => total + (other[index] as number), 0);
    return {
      name: names?.[index] ?? String(index),
      count,
      precision: answered === 0 ? undefined : right / answered,
      recall: count === 0 ? undefined : right / count,
    };
  });
}
