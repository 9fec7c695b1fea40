// Which neuron is open.
import { layerName, neuronName } from '../../model/names';
import { NumberField } from '../../parts/NumberField';
import { shown } from '../../state/network';
import { open, selected } from '../../state/selection';

export function Picker() {
  const { network } = shown.value;
  const { layer, neuron } = selected.value;
  const count = network.layers[layer]?.outputs ?? 1;
  const layers = network.layers.length;
  return (
    <div class="row neuron-picker">
      <strong>{neuronName(layer, neuron, layers)}</strong>
      <label class="row">
        Layer
        <select value={layer} onChange={(event) => open(Number(event.currentTarget.value), neuron)}>
          {network.layers.map((_, index) => (
            <option key={layerName(index, layers)} value={index}>
              {layerName(index, layers)}
            </option>
          ))}
        </select>
      </label>
      <NumberField name="Neuron" whole min={0} max={count - 1} value={neuron} take={(asked) => open(layer, asked)} />
      <button type="button" onClick={() => open(layer, (neuron + count - 1) % count)}>
        Previous
      </button>
      <button type="button" onClick={() => open(layer, (neuron + 1) % count)}>
        Next
      </button>
    </div>
  );
}
