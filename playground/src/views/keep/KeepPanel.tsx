// Keep.
import { Panel } from '../../parts/Panel';

export function KeepPanel() {
  return (
    <Panel title="Keep" area="keep">
      {null}
    </Panel>
  );
}
