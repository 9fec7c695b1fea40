// Two networks on one drawing.

import { tasks } from '../../model/tasks';
import { Panel } from '../../parts/Panel';
import { comparison, keepThisOne, otherName } from '../../state/comparing';
import { answer, input } from '../../state/reading';
import '../../styles/compare.css';
import { AnswerBars } from './AnswerBars';
import { OtherChoice, otherTitle } from './OtherChoice';
import { Verdict } from './Verdict';

export function ComparePanel() {
  return (
    <Panel title="Compare" area="compare">
      <OtherChoice />
      <p class="row">
        <button type="button" onClick={keepThisOne}>
          Keep this one as B
        </button>
      </p>
      <Both />
    </Panel>
  );
}

function Both() {
  const both = comparison.value;
  if (both === undefined) {
    return <p class="quiet">These two read different things, or there is no B yet. Choose another.</p>;
  }
  if (input.value.length === tasks.digits.inputs && answer.value === undefined) {
    return <p class="quiet">Draw a digit: here stand both answers.</p>;
  }
  const marked = both.furthest?.output;
  return (
    <>
      <Verdict comparison={both} />
      <div class="both">
        <AnswerBars
          title="A, on the page"
          values={both.outputs.map(({ here }) => here)}
          answer={both.answers.here}
          marked={marked}
        />
        <AnswerBars
          title={`B, ${otherTitle(otherName.value)}`}
          values={both.outputs.map(({ other }) => other)}
          answer={both.answers.other}
          marked={marked}
        />
      </div>
    </>
  );
}
