// Where the training stands, in numbers.
import { curve, epochs, examples, progress } from '../../state/training/signals';
import { percent, shortCost } from './words';

export function Numbers() {
  const now = progress.value;
  const point = curve.value.filter(({ step }) => step <= (now?.step ?? 0)).at(-1);
  const heldOut = epochs.value.filter(({ heldOut, step }) => heldOut !== undefined && step <= (now?.step ?? 0)).at(-1)?.heldOut;
  const numbers = [
    ['Step', (now?.step ?? 0).toLocaleString('en')],
    ['Epoch', (now?.epoch ?? 0).toLocaleString('en')],
    ['Steps a second', now?.running ? Math.round(now.stepsASecond).toLocaleString('en') : '-'],
    ['Cost', point === undefined ? '-' : shortCost(point.loss)],
    ['Right while learning', point === undefined ? '-' : percent(point.accuracy)],
    ['Right on held-out', heldOut === undefined ? '-' : percent(heldOut.accuracy)],
  ] as const;
  return (
    <>
      <dl class="train-numbers">
        {numbers.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {examples.value && (
        <p class="quiet">
          {examples.value.examples.toLocaleString('en')} {examples.value.examples === 1 ? 'example' : 'examples'} to learn from;{' '}
          {examples.value.heldOut.toLocaleString('en')} others, never learnt from, judge it after each epoch.
        </p>
      )}
    </>
  );
}
