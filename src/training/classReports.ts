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

/** How many examples of a class got which answer: counts[actual][answered]. */
export function confusionMatrix(labels: Int32Array, answers: Int32Array, classes: number): number[][] {
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  labels.forEach((label, example) => {
    const row = counts[label];
    const column = answers[example];
    row[column] = row[column] + 1;
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

/** Means over the classes. */
export interface MacroMeans {
  /** Over the classes that have examples or answers; a class that is never answered counts 0. */
  readonly precision: number;
  /** Over the same classes; a class without examples counts 0. */
  readonly recall: number;
  /** Over the same classes. */
  readonly f1: number;
  /** The mean of the recalls of the classes that have examples. */
  readonly balancedAccuracy: number;
}

/** The means over the classes, as the measures of these names. */
export function macroMeans(reports: readonly ClassReport[]): MacroMeans {
  const seen = reports.filter(({ f1 }) => f1 !== undefined);
  const mean = (list: readonly ClassReport[], name: 'precision' | 'recall' | 'f1') =>
    list.reduce((sum, report) => sum + (report[name] ?? 0), 0) / list.length;
  return {
    precision: mean(seen, 'precision'),
    recall: mean(seen, 'recall'),
    f1: mean(seen, 'f1'),
    balancedAccuracy: mean(
      reports.filter(({ count }) => count > 0),
      'recall',
    ),
  };
}
