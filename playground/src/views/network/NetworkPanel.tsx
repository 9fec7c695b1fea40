// Network: every column lit, the weights between them, the answer; and the plane, for networks that read a place in it.

import { layerName } from '../../model/names';
import { decimal } from '../../model/numbers';
import { AsTable } from '../../parts/AsTable';
import { Panel } from '../../parts/Panel';
import { shown } from '../../state/network';
import { activations } from '../../state/reading';
import '../../styles/network.css';
import { NetworkPicture } from './NetworkPicture';
import { Plane } from './Plane';

export function NetworkPanel() {
  const { network } = shown.value;
  const columns = activations.value;
  const layers = network.layers.length;
  return (
    <Panel title="Network" area="network">
      <p class="quiet">
        {network.sizes.join(' - ')}, {network.parameterCount.toLocaleString('en')} knobs. Lines are weights: solid adds, dashed
        takes away. Open a neuron to see into it.
      </p>
      {network.sizes[0] === 2 && <Plane />}
      <NetworkPicture />
      <AsTable
        named
        caption="the outputs"
        headings={['Output', 'Activation']}
        rows={() => Array.from(columns.at(-1) ?? [], (value, output) => [output, decimal(value, 4)])}
      />
      <AsTable
        named
        caption="the activations of every layer"
        headings={['Neuron', ...network.layers.map((_, layer) => layerName(layer, layers))]}
        rows={() =>
          Array.from({ length: Math.max(...network.sizes.slice(1)) }, (_, neuron) => [
            neuron,
            ...columns.slice(1).map((column) => (neuron < column.length ? decimal(column[neuron] as number, 4) : '')),
          ])
        }
      />
    </Panel>
  );
}
