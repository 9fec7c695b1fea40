// Takes out what goes round something else: frames, and boxes that digits are written into.
import type { Box } from '../../data/images/resample.js';
import { components } from './components.js';
import { longerSide } from './inkBox.js';

/** What is inside is longer than this share of the shorter side of what goes round it, and no speck. */
const LONG = 0.3;

/** Clears the pixels of components that enclose others, in a mask: [height x width]. */
export function eraseFrames(mask: Uint8Array, width: number, height: number): void {
  const { labels, boxes } = components(mask, width, height);
  const isFrame = boxes.map((outer) => boxes.some((inner) => encloses(outer, inner)));
  for (let place = 0; place < mask.length; place++) if (isFrame[labels[place]]) mask[place] = 0;
}

function encloses(outer: Box, inner: Box): boolean {
  return (
    outer.left < inner.left &&
    outer.right > inner.right &&
    outer.top < inner.top &&
    outer.bottom > inner.bottom &&
    longerSide(inner) > LONG * Math.min(outer.right - outer.left, outer.bottom - outer.top)
  );
}
