// The colours of canvases, as numbers; the same as the custom properties of base.css.
import { type Theme, themes } from 'glassbox-nn/pictures';

/** Colours for a dark and for a light page, in the form of the library's themes. */
export const palettes: Readonly<Record<'dark' | 'light', Theme>> = {
  dark: {
    ...themes.video,
    positive: [63, 185, 80],
    negative: [255, 123, 114],
    zero: [13, 17, 23],
    paper: [22, 27, 34],
    ink: [230, 237, 243],
    faint: [110, 122, 135],
    dashed: true,
  },
  light: {
    ...themes.video,
    positive: [26, 127, 55],
    negative: [192, 42, 42],
    zero: [255, 255, 255],
    paper: [255, 255, 255],
    ink: [28, 36, 48],
    faint: [123, 135, 148],
    dashed: true,
  },
};
