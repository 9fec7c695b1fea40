// A digit beside the ten outputs of a network as bars, the brightest marked.
import { coloured, colours } from './style.js';

const WIDTH = 20;
const DIGIT_WIDTH = 28;

export function outputBars(digit: string, outputs: Float32Array, label: number): string {
  const chosen = outputs.indexOf(Math.max(...outputs));
  const bars = Array.from(outputs, (output, index) => {
    const bar = (coloured ? '█' : '#').repeat(Math.round(output * WIDTH)).padEnd(WIDTH);
    const text = `${index} ${bar} ${output.toFixed(3)}`;
    if (index !== chosen) return index === label ? `${text}  its label` : text;
    return index === label ? colours.green(`${text}  right`) : colours.red(`${text}  wrong`);
  });
  // Ten bars stand in the middle of the digit's fourteen lines.
  return digit
    .split('\n')
    .map((line, index) => {
      const bar = bars[index - 2];
      return bar === undefined ? line : `${coloured ? line : line.padEnd(DIGIT_WIDTH)}   ${bar}`;
    })
    .join('\n');
}
