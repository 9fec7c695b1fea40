// Keep: files, a link and pictures.
import { Panel } from '../../parts/Panel';
import '../../styles/keep.css';
import { Files } from './Files';
import { Pictures } from './Pictures';
import { Share } from './Share';

export function KeepPanel() {
  return (
    <Panel title="Keep" area="keep">
      <Files />
      <Share />
      <Pictures />
    </Panel>
  );
}
