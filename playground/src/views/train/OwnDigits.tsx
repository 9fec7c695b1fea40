// Digits drawn here, to learn from.
import { useState } from 'preact/hooks';
import { Grid } from '../../parts/Grid';
import { pixels } from '../../state/drawing';
import { addDigit, ownDigits, removeDigit } from '../../state/ownDigits';
import { trainingSpec } from '../../state/settings';

export function OwnDigits() {
  const [label, setLabel] = useState(0);
  if (trainingSpec.value.source !== 'own') return null;
  const digits = ownDigits.value;
  const counts = Array.from({ length: 10 }, (_, digit) => digits.filter(({ label }) => label === digit).length);
  const empty = pixels.value.every((value) => value === 0);
  return (
    <div class="train-own">
      <div class="row">
        <label class="row">
          The drawing is a
          <select value={label} onChange={(event) => setLabel(Number(event.currentTarget.value))}>
            {counts.map((count, digit) => (
              <option key={digit} value={digit}>{`${digit} (${count})`}</option>
            ))}
          </select>
        </label>
        <button type="button" disabled={empty} onClick={() => addDigit(pixels.value, label)}>
          Add the drawing
        </button>
      </div>
      <p class="quiet">
        {digits.length === 0
          ? 'Draw a digit, say what it is, and add it. They stay in this browser.'
          : `${digits.length} of your own. They stay in this browser; press one to remove it.`}{' '}
        MNIST's held-out digits judge it.
      </p>
      <ul class="train-mistakes" aria-label="Digits of your own">
        {digits.map(({ pixels, label }, index) => (
          <li key={index}>
            <button type="button" onClick={() => removeDigit(index)}>
              <Grid values={pixels} width={28} cell={2} signed={false} />
              <span>
                {label} <span aria-hidden="true">{'\u00d7'}</span>
                <span class="unseen">: remove number {index + 1}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
