// What a preparation makes of a table is what scikit-learn's imputer, scaler and one-hot encoder make of it. See fixtures/scikitLearn.py.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Missing, prepare, type Scale, table } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';

interface Fixture {
  readonly rows: readonly Readonly<Record<string, number | string | null>>[];
  readonly targets: readonly number[];
  readonly cases: readonly {
    readonly missing: Missing;
    readonly scale: Scale;
    readonly missingIndicator: boolean;
    readonly columnNames: readonly string[];
    readonly inputs: readonly (readonly number[])[];
  }[];
}

const fixture: Fixture = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/scikitLearn.json'), 'utf8'));
const rows = table(fixture.rows);

describe('a preparation and scikit-learn', () => {
  it.each(fixture.cases)(
    'make the same of a table: $missing, $scale, indicators $missingIndicator',
    ({ missing, scale, missingIndicator, columnNames, inputs }) => {
      const preparation = prepare(rows, { target: 'y', missing, scale, missingIndicator });
      expect(preparation.columnNames).toEqual(columnNames);
      const data = preparation.apply(rows);
      const largest = inputs.flat().reduce((most, x, place) => {
        const ours = data.inputs[place] ?? Number.NaN;
        return Math.max(most, Math.abs(ours - x) / Math.max(1, Math.abs(x)));
      }, 0);
      // Float32 is as near as 6e-8.
      expect(largest).toBeLessThan(6e-8);
      expect(data.inputs).toHaveLength(inputs.flat().length);
    },
  );

  it('make the same of targets', () => {
    const { targets } = prepare(rows, { target: 'y' }).apply(rows);
    expect(targets).toEqual(Float32Array.from(fixture.targets));
  });
});
