// Neuron.
import { Panel } from '../../parts/Panel';

export function NeuronPanel() {
  return (
    <Panel title="Neuron" area="neuron">
      {null}
    </Panel>
  );
}
