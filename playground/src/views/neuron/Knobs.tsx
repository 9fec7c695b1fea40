// One weight and the bias of the open neuron, to be turned.
import { Knob } from '../../parts/Knob';
import { NumberField } from '../../parts/NumberField';
import { SIDE } from '../../state/drawing';
import { explained } from '../../state/explained';
import { setBias, setWeight } from '../../state/knobs';
import { choose, chosen } from '../../state/painting';

export function Knobs() {
  const { layer, neuron, weights, bias } = explained.value;
  const at = chosen.value;
  const isImage = weights.length === SIDE * SIDE;
  const field = (label: string, value: number, most: number, onChange: (value: number) => void) => (
    <NumberField name={label} whole min={1} max={most} value={value} take={onChange} />
  );
  return (
    <fieldset class="neuron-knobs">
      <legend>Turn its knobs</legend>
      <div class="row">
        {isImage ? (
          <>
            {field('Row', Math.floor(at / SIDE) + 1, SIDE, (row) => choose((row - 1) * SIDE + (at % SIDE)))}
            {field('Column', (at % SIDE) + 1, SIDE, (column) => choose(Math.floor(at / SIDE) * SIDE + column - 1))}
          </>
        ) : (
          <NumberField name="Input" whole min={0} max={weights.length - 1} value={at} take={choose} />
        )}
      </div>
      <Knob
        label={isImage ? 'Weight' : `Weight of input ${at}`}
        value={weights[at] as number}
        min={-5}
        max={5}
        onTurn={(value) => setWeight(layer, neuron, at, value)}
      />
      <Knob label="Bias" value={bias} min={-10} max={10} onTurn={(value) => setBias(layer, neuron, value)} />
    </fieldset>
  );
}
