// A digit with the ten outputs as bars: beside it, or below where the terminal is narrow.
import type { KnownTerminal } from '../../pictures/terminal/toTerminal.js';
import { digitWidth, drawDigit } from './drawDigit.js';

const GAP = 3;
const LONGEST_BAR = 20;
/** Characters around a bar: the digit, the number and the spaces between. */
const AROUND = 8;
/** Bars shorter than this do not stand beside the digit. */
const SHORTEST_BAR = 8;

/** The lines that show a digit, [784], and the outputs of a network, [10]. */
export function drawReading(pixels: Float32Array, outputs: Float32Array, terminal: KnownTerminal): string[] {
  const digit = drawDigit(pixels, terminal);
  const width = digitWidth(terminal.columns);
  const room = terminal.columns - width - GAP - AROUND;
  if (room < SHORTEST_BAR)
    return [...digit, '', ...bars(outputs, Math.max(0, terminal.columns - AROUND), terminal)].map(trimmed);
  const beside = bars(outputs, room, terminal);
  const first = Math.floor((digit.length - beside.length) / 2);
  return digit.map((line, index) => trimmed(`${line}${' '.repeat(GAP)}${beside[index - first] ?? ''}`));
}

/** `7 ########## 0.997`, for each output. */
function bars(outputs: Float32Array, room: number, terminal: KnownTerminal): string[] {
  const length = Math.min(LONGEST_BAR, room);
  const block = terminal.colours !== 'none' ? '\u2588' : '#';
  return Array.from(outputs, (output, digit) => {
    const bar = block.repeat(Math.floor(Math.min(1, Math.max(0, output)) * length + 0.5)).padEnd(length);
    return `${digit} ${bar} ${output.toFixed(3)}`;
  });
}

function trimmed(line: string): string {
  return line.replace(/ +$/, '');
}
