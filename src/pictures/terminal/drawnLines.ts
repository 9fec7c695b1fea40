// A drawing as lines of text: its shapes in the dots of braille, two by four a character, and its words between them.
import type { Drawing, Paint, Place, Shape } from '../drawing/Drawing.js';
import { type Theme, themes } from '../themes.js';
import { cleanText } from './characters.js';
import { colourCode } from './colourCode.js';

/** Units of a drawing that a character is wide, at least: more characters would show nothing more. */
const LEAST_UNIT = 4;

/** Circles up to this radius are a dot. */
const SMALL = 3;

/** The bits of the dots of a braille character, column by column from the top. */
const DOTS: readonly (readonly number[])[] = [
  [1, 2, 4, 64],
  [8, 16, 32, 128],
];
const BLANK = 0x2800;

/** A character of the text: dots or a letter, and the parameters of its colour. */
interface Cell {
  dots: number;
  letter: string | undefined;
  colour: string;
}

/** The lines of a drawing, no wider than `columns`. Images in it are left out. */
export function drawnLines({ width, height, shapes }: Drawing, columns: number, colours: 'rgb' | '256' | 'none'): string[] {
  const across = Math.max(1, Math.min(columns, Math.ceil(width / LEAST_UNIT)));
  // A dot is half as wide as a character, and a quarter as tall: a square.
  const dot = width / across / 2;
  const rows = Array.from({ length: Math.max(1, Math.ceil(height / dot / 4)) }, () =>
    Array.from({ length: across }, (): Cell => ({ dots: 0, letter: undefined, colour: '' })),
  );
  const draw = (right: number, down: number, colour: string) => {
    const cell = rows[Math.floor(down / 4)]?.[Math.floor(right / 2)];
    if (cell === undefined) return;
    cell.dots |= DOTS[right % 2][down % 4];
    cell.colour = colour;
  };
  for (const shape of shapes) {
    const colour = colours === 'none' ? '' : codeOf('paint' in shape ? shape.paint : 'ink', colours, themes.video);
    if (shape.kind === 'text') {
      const letters = Array.from(cleanText(shape.text));
      const from = shape.at[0] / dot / 2 - letters.length * (shape.anchor === 'end' ? 1 : shape.anchor === 'middle' ? 0.5 : 0);
      // The place is that of the line on which the letters stand.
      let down = Math.floor((shape.at[1] - (shape.size ?? 12) / 3) / dot / 4);
      const cellsAt = (line: number) => letters.map((_, index) => rows[line]?.[Math.max(0, Math.round(from)) + index]);
      // Where lines are few, words that would fall on others stand below them.
      while (cellsAt(down).some((cell) => cell?.letter !== undefined)) down += 1;
      cellsAt(down).forEach((cell, index) => {
        if (cell !== undefined) Object.assign(cell, { letter: letters[index], colour });
      });
    } else for (const [right, down] of dotsOf(shape, dot, [across * 2, rows.length * 4])) draw(right, down, colour);
  }
  const lines = rows.map((row) => lineOf(row));
  const filled = [...lines.keys()].filter((index) => lines[index] !== '');
  return lines.slice(filled[0] ?? 0, (filled[filled.length - 1] ?? 0) + 1);
}

/** The dots of a shape, counted from the left and from the top. What lies beyond the paper ends beside it. */
function dotsOf(shape: Shape, dot: number, [most, lowest]: Place): Place[] {
  const within = (place: number, last: number) => Math.min(Math.max(Math.floor(place / dot), -1), last);
  const at = ([x, y]: Place): Place => [within(x, most), within(y, lowest)];
  // Lines that only help the eye are a dot in four.
  if (shape.kind === 'line') {
    const dots = dotsBetween(at(shape.from), at(shape.to), shape.dashed);
    return shape.paint === 'faint' ? dots.filter((_, index) => index % 4 === 0) : dots;
  }
  if (shape.kind === 'curve') {
    const points = shape.points.map(at);
    return points.flatMap((point, index) => dotsBetween(points[Math.max(0, index - 1)], point, shape.dashed));
  }
  if (shape.kind !== 'rectangle' && shape.kind !== 'circle') return [];
  const [width, height] = shape.kind === 'circle' ? [0, 0] : [shape.width, shape.height];
  // A point among many is a single dot.
  const radius = shape.kind === 'circle' && shape.radius > SMALL ? shape.radius : 0;
  const [[left, top], [right, bottom]] = [
    at([shape.at[0] - radius, shape.at[1] - radius]),
    at([shape.at[0] + width + radius, shape.at[1] + height + radius]),
  ];
  const dots: Place[] = [];
  for (let down = top; down <= bottom; down++) {
    for (let over = left; over <= right; over++) {
      // Areas are half filled, so that what lies on them can be seen.
      if (shape.kind === 'circle' || (over + down) % 2 === 0) dots.push([over, down]);
    }
  }
  return dots;
}

/** The dots of a straight line. */
function dotsBetween([x, y]: Place, [toX, toY]: Place, dashed = false): Place[] {
  const steps = Math.max(Math.abs(toX - x), Math.abs(toY - y));
  const places = Array.from({ length: steps + 1 }, (_, step): Place => {
    const share = steps === 0 ? 0 : step / steps;
    return [Math.round(x + (toX - x) * share), Math.round(y + (toY - y) * share)];
  });
  return dashed ? places.filter((_, step) => step % 6 < 3) : places;
}

/** The colour of a paint: signs have theirs, and all else is the terminal's own, which may be dark or light. */
function codeOf(paint: Paint | undefined, colours: 'rgb' | '256', theme: Theme): string {
  const sign =
    typeof paint === 'object' && 'signed' in paint ? paint.signed : paint === 'positive' ? 1 : paint === 'negative' ? -1 : 0;
  if (sign !== 0) return `38;${colourCode(sign > 0 ? theme.positive : theme.negative, colours)}`;
  return paint === 'faint' || paint === 'soft' ? '2' : '';
}

function lineOf(row: readonly Cell[]): string {
  let line = '';
  let before = '';
  for (const { dots, letter, colour } of row) {
    if (colour !== before) line += `\u001b[0${colour === '' ? '' : `;${colour}`}m`;
    before = colour;
    line += letter ?? (dots === 0 ? ' ' : String.fromCharCode(BLANK + dots));
  }
  return before === '' ? line.trimEnd() : `${line.trimEnd()}\u001b[0m`;
}
