// Pen, eraser, thickness, undo, clear.
import { clear, thickness, tool, undo, undoable } from '../../state/pen';

export function Tools() {
  return (
    <fieldset class="draw-tools">
      <legend class="unseen">Tools</legend>
      <div class="row">
        {(['pen', 'eraser'] as const).map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={tool.value === name}
            onClick={() => {
              tool.value = name;
            }}
          >
            {name === 'pen' ? 'Pen' : 'Eraser'}
          </button>
        ))}
        <button type="button" onClick={undo} disabled={!undoable()}>
          Undo
        </button>
        <button type="button" onClick={clear}>
          Clear
        </button>
      </div>
      <label class="draw-thickness">
        <span>Thickness</span>
        <input
          type="range"
          min="1"
          max="5"
          step="0.5"
          value={thickness.value}
          onInput={(event) => {
            thickness.value = event.currentTarget.valueAsNumber;
          }}
        />
        <span class="draw-number">{thickness.value}</span>
      </label>
    </fieldset>
  );
}
