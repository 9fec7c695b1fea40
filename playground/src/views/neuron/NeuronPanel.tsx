// Neuron: the open one, its weights, and the numbers that add up.
import { Panel } from '../../parts/Panel';
import { explained } from '../../state/explained';
import '../../styles/neuron.css';
import { Breaking } from './Breaking';
import { Knobs } from './Knobs';
import { LooksFor } from './LooksFor';
import { Picker } from './Picker';
import { Squish } from './Squish';
import { Sum } from './Sum';
import { WeightGrid } from './WeightGrid';

export function NeuronPanel() {
  const isImage = explained.value.inputs.length === 784;
  return (
    <Panel title="Neuron" area="neuron">
      <Picker />
      {isImage && <WeightGrid />}
      <div class="neuron-halves">
        <Sum />
        <Squish />
      </div>
      <Knobs />
      <Breaking />
      <LooksFor />
    </Panel>
  );
}
