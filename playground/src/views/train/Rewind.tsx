// Back to an earlier moment of the training.
import { rewind } from '../../state/training/orders';
import { moments, progress } from '../../state/training/signals';

export function Rewind() {
  const steps = moments.value;
  const step = progress.value?.step ?? 0;
  const place = Math.max(0, steps.filter((kept) => kept <= step).length - 1);
  return (
    <label class="train-rewind">
      Rewind
      <input
        type="range"
        min="0"
        max={steps.length - 1}
        value={place}
        disabled={steps.length < 2}
        aria-valuetext={`step ${step}`}
        onInput={(event) => rewind(steps[Number(event.currentTarget.value)] ?? 0)}
      />
      <span class="quiet">step {step.toLocaleString('en')}</span>
    </label>
  );
}
