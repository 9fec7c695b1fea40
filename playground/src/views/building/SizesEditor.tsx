// How many neurons stand in each column.
import { MOST } from '../../model/NetworkSpec';
import { type Task, taskOf, tasks } from '../../model/tasks';
import { announce } from '../../state/announcements';
import { changeHidden, changeTask, networkSpec } from '../../state/settings';

export function SizesEditor() {
  const { sizes } = networkSpec.value;
  const hidden = sizes.slice(1, -1);
  const add = () => {
    changeHidden([...hidden, hidden.at(-1) ?? 16]);
    announce(`Hidden column ${hidden.length + 1} added.`);
  };
  const remove = (column: number) => {
    changeHidden(hidden.filter((_, index) => index !== column));
    announce(`Hidden column ${column + 1} removed.`);
  };
  return (
    <fieldset>
      <legend>Columns of neurons</legend>
      <label class="field">
        <span>It reads</span>
        <select value={taskOf(sizes[0])} onChange={(event) => changeTask(event.currentTarget.value as Task)}>
          {Object.entries(tasks).map(([name, task]) => (
            <option key={name} value={name}>
              {task.name}
            </option>
          ))}
        </select>
      </label>
      <ol class="columns">
        <li class="end">
          <b>{sizes[0]}</b> <span class="quiet">inputs</span>
        </li>
        {hidden.map((size, column) => (
          <li key={column}>
            <Size column={column} size={size} hidden={hidden} />
            <button type="button" aria-label={`Remove hidden column ${column + 1}`} onClick={() => remove(column)}>
              {'\u00d7'}
            </button>
          </li>
        ))}
        <li>
          <button type="button" disabled={hidden.length >= MOST.columns} onClick={add}>
            + Add a hidden column
          </button>
        </li>
        <li class="end">
          <b>{sizes.at(-1)}</b> <span class="quiet">outputs</span>
        </li>
      </ol>
    </fieldset>
  );
}

/** One hidden column's field; what is no size is not taken, and the old size comes back when the field is left. */
function Size({ column, size, hidden }: { column: number; size: number; hidden: readonly number[] }) {
  return (
    <input
      type="number"
      min={1}
      max={MOST.neurons}
      value={size}
      aria-label={`Neurons in hidden column ${column + 1}`}
      onInput={({ currentTarget: { valueAsNumber: value } }) => {
        const right = Number.isInteger(value) && value >= 1 && value <= MOST.neurons;
        if (right) changeHidden(hidden.map((old, index) => (index === column ? value : old)));
      }}
      onBlur={({ currentTarget }) => {
        currentTarget.value = String(networkSpec.peek().sizes[column + 1]);
      }}
    />
  );
}
