// Which neuron is open.
import { layerName, neuronName } from '../../model/names';
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
      <label class="row">
        Neuron
        <input
          type="number"
          min="0"
          max={count - 1}
          value={neuron}
          onChange={(event) =>
            open(layer, Math.min(count - 1, Math.max(0, Math.round(event.currentTarget.valueAsNumber) || 0)))
          }
        />
      </label>
      <button type="button" onClick={() => open(layer, (neuron + count - 1) % count)}>
        Previous
      </button>
      <button type="button" onClick={() => open(layer, (neuron + 1) % count)}>
        Next
      </button>
    </div>
  );
}
