// From the weighted sum to the activation.
import { activationCurve, toSvg } from 'glassbox-nn/pictures';
import { decimal, signed } from '../../model/numbers';
import { explained, sum } from '../../state/explained';
import { shown } from '../../state/network';
import { palette } from '../../state/scheme';

const SOFTMAX =
  'Softmax weighs the sums of all outputs against each other: each gets a share, and the shares add up to 1. So it has no curve of its own for one neuron.';

export function Squish() {
  const { layer, weightedSum, activation } = explained.value;
  const squish = shown.value.network.layers[layer]?.activation;
  const { total, places } = sum.value;
  return (
    <div>
      <p class="neuron-activation">
        {squish?.name}({signed(total, places)}) = <strong data-part="activation">{decimal(activation, places)}</strong>
      </p>
      {squish?.kind === 'elementwise' && Number.isFinite(weightedSum) ? (
        <div
          class="neuron-curve"
          // The library's own drawing: its words are escaped, and it holds no script.
          dangerouslySetInnerHTML={{ __html: curve(squish, weightedSum) }}
        />
      ) : (
        <p class="quiet">
          {squish?.kind === 'elementwise' ? 'The weighted sum is too large to be a number: no curve reaches there.' : SOFTMAX}
        </p>
      )}
    </div>
  );
}

function curve(squish: Parameters<typeof activationCurve>[0], at: number): string {
  const reach = Math.max(6, Math.ceil(Math.abs(at) * 1.1));
  return toSvg(activationCurve(squish, { at, from: -reach, to: reach }), { theme: palette.value });
}
