// The weights of a neuron that looks at the image, to be seen and painted; and what each pixel adds.
import { useRef } from 'preact/hooks';
import { decimal, signed } from '../../model/numbers';
import { AsTable } from '../../parts/AsTable';
import { Grid } from '../../parts/Grid';
import { SIDE } from '../../state/drawing';
import { explained } from '../../state/explained';
import { chosen, keyOnWeights, paint, type WeightBrush, weightBrush } from '../../state/painting';

const BRUSHES: Readonly<Record<WeightBrush, string>> = {
  choose: 'Choose',
  add: '+ Add',
  subtract: '\u2212 Take away',
  zero: '0 Empty',
};

export function WeightGrid() {
  const last = useRef(-1);
  const { weights, contributions, inputs } = explained.value;
  const touch = (event: PointerEvent & { readonly currentTarget: HTMLElement }) => {
    if (event.buttons % 2 === 0) return;
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const column = Math.floor(((event.clientX - left) / width) * SIDE);
    const row = Math.floor(((event.clientY - top) / height) * SIDE);
    const at = row * SIDE + column;
    if (row < 0 || column < 0 || row >= SIDE || column >= SIDE || (event.type === 'pointermove' && at === last.current)) return;
    last.current = at;
    paint(at);
  };
  return (
    <div class="neuron-grids">
      <fieldset class="row neuron-brushes">
        <legend>Paint the weights</legend>
        {(Object.keys(BRUSHES) as WeightBrush[]).map((brush) => (
          <button
            key={brush}
            type="button"
            aria-pressed={weightBrush.value === brush}
            onClick={() => {
              weightBrush.value = brush;
            }}
          >
            {BRUSHES[brush]}
          </button>
        ))}
      </fieldset>
      <figure>
        <div
          class="neuron-weights"
          role="application"
          aria-roledescription="grid of weights"
          aria-label="Weights, 28 by 28; arrow keys move, Space paints, + and - and 0 change the weight"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys
          tabIndex={0}
          onPointerDown={touch}
          onPointerMove={touch}
          onKeyDown={(event) => {
            if (!event.ctrlKey && !event.metaKey && !event.altKey && keyOnWeights(event.key)) event.preventDefault();
          }}
        >
          <Grid values={weights} width={SIDE} cell={8} signed />
          <span class="neuron-chosen" style={{ '--row': Math.floor(chosen.value / SIDE), '--column': chosen.value % SIDE }} />
        </div>
        <figcaption class="quiet">Weights: plain adds, striped takes away</figcaption>
      </figure>
      <figure>
        <Grid values={contributions} width={SIDE} cell={8} signed label="What each pixel adds: weight times input" />
        <figcaption class="quiet">Weight x input: what each pixel adds</figcaption>
      </figure>
      <AsTable
        caption="weight, input and their product for every pixel"
        headings={['Row, column', 'Weight', 'Input', 'Weight x input']}
        rows={() =>
          Array.from(weights, (weight, at) => [
            `${Math.floor(at / SIDE) + 1}, ${(at % SIDE) + 1}`,
            signed(weight, 4),
            decimal(inputs[at] as number, 4),
            signed(contributions[at] as number, 4),
          ])
        }
      />
    </div>
  );
}
