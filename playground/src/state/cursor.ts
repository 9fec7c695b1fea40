// Drawing by keyboard: a cursor on the field, and a pen that is down or up.
import { signal } from '@preact/signals';
import { movedOnGrid } from '../model/gridKeys';
import { announce } from './announcements';
import { drawing, SIDE } from './drawing';
import { clear, keepForUndo, stroke, tool, undo } from './pen';
import { answerInWords } from './reading';

/** Where the cursor is, counted from 0. */
export const cursor = signal({ row: 14, column: 14 });

/** Whether it draws as it moves. */
export const penDown = signal(false);

/** Lifts the pen: the focus went elsewhere, or a pointer draws. */
export function leaveField(): void {
  penDown.value = false;
}

/** What a key does on the field; whether it did something. */
export function keyOnField(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean {
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey || event.altKey) {
    if (key !== 'z' || event.altKey) return false;
    undo();
    announce(`Undone. ${answerInWords()}`);
    return true;
  }
  const moved = movedOnGrid(event.key, cursor.peek(), { rows: SIDE, columns: SIDE });
  if (moved) {
    const from = cursor.peek();
    cursor.value = moved;
    if (penDown.peek()) stroke([from, moved].map(middle));
    announce(placeInWords());
    return true;
  }
  const action = actions[key];
  action?.();
  return action !== undefined;
}

const actions: Readonly<Record<string, () => void>> = {
  ' ': turnPen,
  enter: turnPen,
  escape: () => {
    penDown.value = false;
    announce(`Pen lifted. ${answerInWords()}`);
  },
  e: () => {
    tool.value = tool.peek() === 'pen' ? 'eraser' : 'pen';
    announce(tool.peek() === 'pen' ? 'Pen' : 'Eraser');
  },
  delete: empty,
  backspace: empty,
};

function turnPen(): void {
  penDown.value = !penDown.peek();
  if (penDown.peek()) {
    keepForUndo();
    stroke([middle(cursor.peek())]);
    announce(`${tool.peek() === 'pen' ? 'Pen' : 'Eraser'} down, ${placeInWords()}`);
  } else {
    announce(`Pen lifted. ${answerInWords()}`);
  }
}

function empty(): void {
  clear();
  announce('The field is empty');
}

function middle({ row, column }: { readonly row: number; readonly column: number }) {
  return { x: column + 0.5, y: row + 0.5 };
}

function placeInWords(): string {
  const { row, column } = cursor.peek();
  const ink = (drawing.peek()[row * SIDE + column] as number) >= 0.5 ? 'ink' : 'empty';
  return `row ${row + 1}, column ${column + 1}, ${ink}`;
}
