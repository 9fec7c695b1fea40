// Play, pause, and how fast.
import { pause, reset, run, setSpeed, startAfresh } from '../../state/training/orders';
import { running, speed } from '../../state/training/signals';

const speeds = [
  [1, '1 step a second'],
  [10, '10 steps a second'],
  [100, '100 steps a second'],
  [Number.POSITIVE_INFINITY, 'as fast as it goes'],
] as const;

export function Controls() {
  return (
    <div class="train-controls">
      <div class="row">
        <button
          type="button"
          class="train-play"
          aria-pressed={running.value}
          onClick={() => (running.value ? pause() : run('on'))}
        >
          {running.value ? 'Pause' : 'Play'}
        </button>
        <button type="button" disabled={running.value} onClick={() => run('batch')}>
          One batch
        </button>
        <button type="button" disabled={running.value} onClick={() => run('epoch')}>
          One epoch
        </button>
      </div>
      <label class="train-field">
        Speed
        <select value={String(speed.value)} onChange={(event) => setSpeed(Number(event.currentTarget.value))}>
          {speeds.map(([stepsASecond, name]) => (
            <option key={name} value={String(stepsASecond)}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <div class="row">
        <button type="button" onClick={reset}>
          Reset
        </button>
        <button type="button" onClick={startAfresh}>
          Fresh weights
        </button>
      </div>
    </div>
  );
}
