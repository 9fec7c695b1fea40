// How many knobs that makes, as a sum.
import { knobSum } from '../../model/knobs';
import { networkSpec } from '../../state/settings';

export function KnobSum() {
  return (
    <p class="knob-sum">
      <span class="quiet">Weights and biases, the knobs: </span>
      <output aria-label="Knob count">{knobSum(networkSpec.value.sizes)}</output>
    </p>
  );
}
