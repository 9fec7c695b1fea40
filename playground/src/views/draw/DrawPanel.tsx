// Draw.
import { Panel } from '../../parts/Panel';

export function DrawPanel() {
  return (
    <Panel title="Draw" area="draw">
      {null}
    </Panel>
  );
}
