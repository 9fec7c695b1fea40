// Compare.
import { Panel } from '../../parts/Panel';

export function ComparePanel() {
  return (
    <Panel title="Compare" area="compare">
      {null}
    </Panel>
  );
}
