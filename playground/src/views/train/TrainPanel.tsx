// Train.
import { Panel } from '../../parts/Panel';

export function TrainPanel() {
  return (
    <Panel title="Train" area="train">
      {null}
    </Panel>
  );
}
