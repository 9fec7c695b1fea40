// A chart of one number over time, which takes its colours from the page, and has a line for the moment that is shown.
import { rangeOf, ticksBetween } from '../drawing/ticks.js';
import { escaped, rounded, tag } from '../svg/svgText.js';
import type { Frame } from './Frame.js';

/** Lengths of the chart. */
const SIZE = { width: 440, height: 190, left: 62, right: 12, top: 28, bottom: 12 };

/** The place of a step along the chart. */
export function placeOf(frames: readonly Frame[], step: number): number {
  const last = frames[frames.length - 1].step || 1;
  return Math.round((SIZE.left + (step / last) * (SIZE.width - SIZE.left - SIZE.right)) * 100) / 100;
}

/** The chart as SVG for a page. */
export function timeChart(
  name: string,
  frames: readonly Frame[],
  read: (frame: Frame) => number,
  write: (value: number) => string,
): string {
  const values = frames.map(read);
  const [low, high] = rangeOf(values);
  const bottom = SIZE.height - SIZE.bottom;
  const heightOf = (value: number) => bottom - ((value - low) / (high - low)) * (bottom - SIZE.top);
  const lines = ticksBetween(low, high, 4).map((tick) => {
    const y = heightOf(tick);
    return (
      tag('line', { class: 'grid', x1: SIZE.left, x2: SIZE.width - SIZE.right, y1: y, y2: y }) +
      tag('text', { x: SIZE.left - 6, y: y + 4, 'text-anchor': 'end' }, escaped(write(tick)))
    );
  });
  const points = frames
    .map((frame, index) => ({ x: placeOf(frames, frame.step), value: values[index] }))
    .filter(({ value }) => Number.isFinite(value))
    .map(({ x, value }) => `${rounded(x)},${rounded(heightOf(value))}`);
  const x = placeOf(frames, frames[frames.length - 1].step);
  const inside = [
    tag('title', {}, escaped(`${name}, from ${write(values[0])} to ${write(values[values.length - 1])}`)),
    tag('text', { x: SIZE.left, y: 14 }, escaped(name)),
    ...lines,
    tag('polyline', { class: 'curve', points: points.join(' ') }),
    ...(points.length === 1 ? [tag('circle', { class: 'point', cx: x, cy: heightOf(values[0]), r: 3 })] : []),
    tag('line', { class: 'cursor', x1: x, x2: x, y1: SIZE.top, y2: bottom }),
  ];
  return tag('svg', { viewBox: `0 0 ${SIZE.width} ${SIZE.height}`, role: 'img' }, inside.join(''));
}
