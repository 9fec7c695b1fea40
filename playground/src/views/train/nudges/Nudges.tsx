// One example, and what it would change: backpropagation, column by column.
import { useState } from 'preact/hooks';
import { shown } from '../../../state/network';
import { column, goBack, nudges, step, stepSize, wished } from '../../../state/nudges';
import '../../../styles/nudges.css';
import { shortCost } from '../words';
import { ColumnTable } from './ColumnTable';
import { InputColumn } from './InputColumn';

export function Nudges() {
  const [opened, setOpened] = useState(false);
  return (
    <details class="nudges" onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>One example: who should change, and how</summary>
      {opened && <Inside />}
    </details>
  );
}

function Inside() {
  const found = nudges.value;
  const outputs = shown.value.network.sizes.at(-1) as number;
  return (
    <div class="nudges-inside">
      <div class="row">
        <label class="row">
          The drawing should read as
          <select
            value={Math.min(wished.value, outputs - 1)}
            onChange={({ currentTarget }) => (wished.value = Number(currentTarget.value))}
          >
            {Array.from({ length: outputs }, (_, output) => (
              <option key={output} value={output}>
                {output}
              </option>
            ))}
          </select>
        </label>
        <label class="row">
          Step
          <select value={stepSize.value} onChange={({ currentTarget }) => (stepSize.value = Number(currentTarget.value))}>
            {[0.001, 0.01, 0.1, 1].map((size) => (
              <option key={size} value={size}>
                {size}
              </option>
            ))}
          </select>
        </label>
      </div>
      {typeof found === 'string' ? (
        <p class="train-failure">{found}</p>
      ) : (
        <>
          <p>
            Cost now <strong>{shortCost(found.cost)}</strong>, after the step <strong>{shortCost(found.costAfter)}</strong>
          </p>
          <Stage />
          <button type="button" onClick={step}>
            Take the step
          </button>
        </>
      )}
    </div>
  );
}

function Stage() {
  const found = nudges.value;
  if (typeof found === 'string') return null;
  const at = column.value;
  const last = found.columns.length - 1;
  const { activations, nudges: wishes } = found.columns[at] as (typeof found.columns)[number];
  const name = at === last ? 'Output' : at === 0 ? 'Input' : `Hidden column ${at}`;
  const { up, down } = found.turned[Math.max(0, at - 1)] as (typeof found.turned)[number];
  return (
    <section class="nudges-stage" aria-label={name}>
      <div class="row">
        <button type="button" disabled={at === last} onClick={() => goBack(-1)}>
          Towards output
        </button>
        <button type="button" disabled={at === 0} onClick={() => goBack(1)}>
          One column back
        </button>
      </div>
      <h3>{name}</h3>
      {at === 0 ? (
        <InputColumn nudges={wishes} />
      ) : (
        <>
          <p class="quiet">
            {at === last
              ? 'How far each output is from what it should be.'
              : 'Each neuron after it asks for more or less of it, by the weight it listens with: these wishes added up.'}{' '}
            To follow them, {up.toLocaleString('en')} knobs before it go up and {down.toLocaleString('en')} down.
          </p>
          <ColumnTable name={name} activations={activations} nudges={wishes} output={at === last} />
        </>
      )}
    </section>
  );
}
