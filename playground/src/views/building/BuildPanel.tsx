// Build.
import { Panel } from '../../parts/Panel';

export function BuildPanel() {
  return (
    <Panel title="Build" area="build">
      {null}
    </Panel>
  );
}
