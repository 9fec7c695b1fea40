// Draw: the field, its tools, what the network reads of it, and the answer.
import { Panel } from '../../parts/Panel';
import '../../styles/draw.css';
import { Answer } from './Answer';
import { AsRead } from './AsRead';
import { Field } from './Field';
import { Offers } from './Offers';
import { Tools } from './Tools';

export function DrawPanel() {
  return (
    <Panel title="Draw" area="draw">
      <Field />
      <Tools />
      <div class="draw-read">
        <AsRead />
        <Answer />
      </div>
      <Offers />
    </Panel>
  );
}
