// The field that is drawn on, by pointer and by keyboard.
import { useRef } from 'preact/hooks';
import type { Spot } from '../../model/brush';
import { Grid } from '../../parts/Grid';
import { cursor, keyOnField, leaveField, penDown } from '../../state/cursor';
import { drawing, SIDE } from '../../state/drawing';
import { keepForUndo, stroke } from '../../state/pen';
import { spotsOf } from './spots';

const HELP =
  'Arrow keys move, Space or Enter lowers and lifts the pen, E changes between pen and eraser, Home and End go to the ends of the row, Page Up and Page Down to the ends of the column, Ctrl+Z undoes, Delete clears.';

export function Field() {
  const last = useRef<{ readonly pointer: number; readonly spot: Spot } | undefined>(undefined);
  const draw = (event: PointerEvent & { readonly currentTarget: HTMLElement }) => {
    if (last.current?.pointer !== event.pointerId) return;
    const spots = spotsOf(event, event.currentTarget, SIDE);
    stroke([last.current.spot, ...spots]);
    last.current = { pointer: event.pointerId, spot: spots.at(-1) ?? last.current.spot };
  };
  const begin = (event: PointerEvent & { readonly currentTarget: HTMLElement }) => {
    if (event.button !== 0 || last.current) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const spot = spotsOf(event, event.currentTarget, SIDE)[0];
    if (!spot) return;
    leaveField();
    keepForUndo();
    last.current = { pointer: event.pointerId, spot };
    stroke([spot]);
  };
  const end = (event: PointerEvent) => {
    if (last.current?.pointer === event.pointerId) last.current = undefined;
  };
  const place = cursor.value;
  return (
    <>
      <div
        class="draw-field"
        role="application"
        aria-roledescription="drawing field"
        aria-label="28 by 28 pixels to draw on"
        aria-describedby="draw-help"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys
        tabIndex={0}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={end}
        onPointerCancel={end}
        onKeyDown={(event) => {
          if (keyOnField(event)) event.preventDefault();
        }}
        onBlur={leaveField}
      >
        <Grid values={drawing.value} width={SIDE} cell={1} signed={false} scale={1} />
        <span
          class={penDown.value ? 'draw-cursor is-down' : 'draw-cursor'}
          style={{ '--row': place.row, '--column': place.column }}
        />
      </div>
      <p class="quiet draw-help" id="draw-help">
        {HELP}
      </p>
    </>
  );
}
