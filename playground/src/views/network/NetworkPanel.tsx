// Network.
import { Panel } from '../../parts/Panel';

export function NetworkPanel() {
  return (
    <Panel title="Network" area="network">
      {null}
    </Panel>
  );
}
