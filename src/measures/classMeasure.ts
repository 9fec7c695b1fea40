// Makes a measure of classes from a number for all of them and a number for one.
import type { ClassMeasure } from './Measure.js';
import { type Classes, readClasses, readLabel } from './readClasses.js';

/** A measure for which more is better. `ofAll` measures all classes, and `ofOne` one of them beside all others. */
export function classMeasure(
  name: string,
  ofAll: (given: Classes) => number,
  ofOne: (given: Classes, label: number) => number,
): ClassMeasure {
  const shared = { better: 'higher', truth: 'labels' } as const;
  return {
    name,
    ...shared,
    of: (truth, outputs, weights) => ofAll(readClasses(name, truth, outputs, weights)),
    ofClass(label) {
      const what = `${name}.ofClass: label`;
      readLabel(what, label);
      return {
        name: `${name} of class ${label}`,
        ...shared,
        of(truth, outputs, weights) {
          const given = readClasses(name, truth, outputs, weights);
          return ofOne(given, readLabel(what, label, given.classes));
        },
      };
    },
  };
}
