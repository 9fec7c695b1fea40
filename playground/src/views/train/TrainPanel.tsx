// Train: the network on the page learns from examples, before one's eyes.
import { Panel } from '../../parts/Panel';
import { failure, refitted, warnings } from '../../state/training/signals';
import '../../styles/train.css';
import { Confusion } from './Confusion';
import { Controls } from './Controls';
import { LearningCurve } from './LearningCurve';
import { Mistakes } from './Mistakes';
import { Numbers } from './Numbers';
import { Nudges } from './nudges/Nudges';
import { OwnDigits } from './OwnDigits';
import { Rewind } from './Rewind';
import { Settings } from './Settings';
import { Source } from './Source';

export function TrainPanel() {
  return (
    <Panel title="Train" area="train">
      <Source />
      <OwnDigits />
      {refitted.value && <p class="quiet">{refitted.value}</p>}
      <Controls />
      {failure.value && <p class="train-failure">{failure.value}</p>}
      {warnings.value.map((warning) => (
        <p key={warning} class="train-failure">
          {warning}
        </p>
      ))}
      <Numbers />
      <LearningCurve />
      <Rewind />
      <Settings />
      <Mistakes />
      <Confusion />
      <Nudges />
    </Panel>
  );
}
