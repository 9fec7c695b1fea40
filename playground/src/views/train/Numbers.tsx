// Where the training stands, in numbers.
import { epochs, examples, progress } from '../../state/training';
import { percent, shortCost } from './words';

export function Numbers() {
  const now = progress.value;
  const point = now?.loss === undefined ? undefined : now;
  const heldOut = epochs.value.filter((epoch) => epoch.heldOut !== undefined).at(-1)?.heldOut;
  const numbers = [
    ['Step', (now?.step ?? 0).toLocaleString('en')],
    ['Epoch', (now?.epoch ?? 0).toLocaleString('en')],
    ['Steps a second', now?.running ? Math.round(now.stepsASecond).toLocaleString('en') : '-'],
    ['Cost', point === undefined ? '-' : shortCost(point.loss as number)],
    ['Right while learning', point?.accuracy === undefined ? '-' : percent(point.accuracy)],
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
          {examples.value.examples.toLocaleString('en')} examples to learn from; {examples.value.heldOut.toLocaleString('en')}{' '}
          others, never learnt from, judge it after each epoch.
        </p>
      )}
    </>
  );
}
