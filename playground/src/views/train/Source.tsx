// What to learn from.
import type { sources } from '../../model/TrainingSpec';
import { trainingSpec } from '../../state/settings';
import { learnFrom } from '../../state/training/orders';

type SourceName = (typeof sources)[number];

const names: Record<SourceName, string> = {
  digits: '5,000 handwritten digits',
  spirals: 'Two spirals',
  own: 'Digits drawn here',
};

export function Source() {
  return (
    <label class="train-field">
      Learn from
      <select value={trainingSpec.value.source} onChange={(event) => learnFrom(event.currentTarget.value as SourceName)}>
        {Object.entries(names).map(([source, name]) => (
          <option key={source} value={source}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
