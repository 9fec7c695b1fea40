// Cost and accuracy as they go on: two curves, and the same as a table.

import type { CurvePoint } from '../../model/curve';
import { AsTable } from '../../parts/AsTable';
import { curve, epochs, progress } from '../../state/training/signals';
import { percent, shortCost } from './words';

const WIDTH = 320;
const HEIGHT = 72;

type Places = readonly (readonly [number, number])[];

export function LearningCurve() {
  const points = curve.value;
  if (points.length < 2) return null;
  const last = (points.at(-1) as CurvePoint).step;
  const most = Math.max(...points.map(({ loss }) => loss));
  const across = (step: number) => (WIDTH * step) / last;
  const heldOut = epochs.value.flatMap(({ step, heldOut }) => (heldOut ? [[across(step), heldOut.accuracy] as const] : []));
  const here = across(Math.min(last, progress.value?.step ?? last));
  const places = (height: (point: CurvePoint) => number): Places => points.map((point) => [across(point.step), height(point)]);
  return (
    <>
      <Chart name="Cost" from="0" to={shortCost(most)} here={here} lines={[['cost', places(({ loss }) => loss / most)]]} />
      <Chart
        name="Right answers: line while learning, dashes on held-out examples"
        from="0 %"
        to="100 %"
        here={here}
        lines={[
          ['learning', places(({ accuracy }) => accuracy)],
          ['held-out', heldOut],
        ]}
      />
      <AsTable
        named
        caption="The learning curve"
        headings={['Step', 'Cost', 'Right while learning']}
        rows={() => points.map(({ step, loss, accuracy }) => [step, shortCost(loss), percent(accuracy)])}
      />
      {epochs.value.length > 0 && (
        <AsTable
          named
          caption="Epochs"
          headings={['Epoch', 'Cost', 'Right while learning', 'Cost on held-out', 'Right on held-out']}
          rows={() =>
            epochs.value.map(({ epoch, loss, accuracy, heldOut }) => [
              epoch,
              shortCost(loss),
              percent(accuracy),
              heldOut ? shortCost(heldOut.loss) : '-',
              heldOut ? percent(heldOut.accuracy) : '-',
            ])
          }
        />
      )}
    </>
  );
}

interface ChartProps {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Where the training stands now. */
  readonly here: number;
  /** Each with its class, and heights from 0 to 1. */
  readonly lines: readonly (readonly [string, Places])[];
}

function Chart({ name, from, to, here, lines }: ChartProps) {
  return (
    <figure class="train-chart">
      <figcaption>{name}</figcaption>
      <div class="train-chart-scale" aria-hidden="true">
        <span>{to}</span>
        <span>{from}</span>
      </div>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${name}, from ${from} to ${to}`}
      >
        {lines.map(([kind, places]) => (
          <polyline
            key={kind}
            class={`train-line train-line-${kind}`}
            points={places.map(([x, y]) => `${x.toFixed(1)},${(HEIGHT * (1 - y)).toFixed(1)}`).join(' ')}
          />
        ))}
        <line class="train-here" x1={here} x2={here} y1="0" y2={HEIGHT} />
      </svg>
    </figure>
  );
}
