// Packs pictures into the text that src/data/pixelText.ts reads.
import { CHARACTERS } from '../src/data/characters.js';
import { LEVELS, LONGEST_RUN } from '../src/data/pixelText.js';

/** The text of pixels from 0 (black) to 255 (white), rounded to the brightnesses that the text tells apart. */
export function packPixels(pixels: Iterable<number>): string {
  let text = '';
  let dark = 0;
  const closeRun = () => {
    while (dark > 0) {
      const run = Math.min(dark, LONGEST_RUN);
      // A single dark pixel is the brightness 0.
      text += CHARACTERS[run === 1 ? 0 : LEVELS + run - 2];
      dark -= run;
    }
  };
  for (const pixel of pixels) {
    const level = Math.round((pixel / 255) * (LEVELS - 1));
    if (level > 0) closeRun();
    if (level > 0) text += CHARACTERS[level];
    else dark++;
  }
  closeRun();
  return text;
}
