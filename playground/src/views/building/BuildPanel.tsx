// The network that is to be: its sizes, what its neurons do, and the code that builds it.
import { useEffect } from 'preact/hooks';
import { Panel } from '../../parts/Panel';
import { buildLive, live } from '../../state/live';
import { before, build, changed, undoReplacing } from '../../state/replacing';
import '../../styles/building.css';
import { Choices } from './Choices';
import { CodeView } from './CodeView';
import { KnobSum } from './KnobSum';
import { Presets } from './Presets';
import { SizesEditor } from './SizesEditor';

export function BuildPanel() {
  useEffect(buildLive, []);
  return (
    <Panel title="Build" area="build">
      <Presets />
      <SizesEditor />
      <KnobSum />
      <Choices />
      <div class="row">
        <button type="button" class="build-now" onClick={() => build()}>
          Build this network
        </button>
        <Undo />
      </div>
      <label class="row">
        <input type="checkbox" checked={live} onChange={(event) => (live.value = event.currentTarget.checked)} />
        Build at every change
      </label>
      <Loss />
      <CodeView />
    </Panel>
  );
}

function Undo() {
  if (before.value === undefined) return null;
  return (
    <button type="button" onClick={undoReplacing}>
      Back to {before.value.network.sizes.join('-')}
      <span class="unseen">, the network before this one</span>
    </button>
  );
}

/** Said before it happens. */
function Loss() {
  return (
    <p class="quiet">
      {changed.value
        ? 'The network on the page has learnt, or its knobs were turned. A new one begins with fresh weights; one step back is kept.'
        : 'A new network begins with fresh weights, and guesses until it is taught.'}
    </p>
  );
}
