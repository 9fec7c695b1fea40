// Words in pixels: letters 3 wide and 5 high, for labels inside of pictures.
import type { Colour } from '../themes.js';
import type { Picture } from './Picture.js';
import { fillArea } from './paint.js';

/** Pixels of a letter, in multiples of its size. */
const WIDTH = 3;
const HEIGHT = 5;

/** Five rows of three pixels for each letter, an octal digit a row. */
const GLYPHS: Readonly<Record<string, string>> = {
  0: '75557',
  1: '26227',
  2: '71747',
  3: '71317',
  4: '55711',
  5: '74717',
  6: '74757',
  7: '71222',
  8: '75757',
  9: '75717',
  A: '25755',
  B: '65656',
  C: '34443',
  D: '65556',
  E: '74647',
  F: '74644',
  G: '34553',
  H: '55755',
  I: '72227',
  J: '11152',
  K: '55655',
  L: '44447',
  M: '57755',
  N: '65555',
  O: '25552',
  P: '65644',
  Q: '25563',
  R: '65655',
  S: '34216',
  T: '72222',
  U: '55557',
  V: '55552',
  W: '55775',
  X: '55255',
  Y: '55222',
  Z: '71247',
  ' ': '00000',
  '-': '00700',
  '+': '02720',
  '.': '00002',
  ',': '00024',
  ':': '02020',
  '/': '11244',
  '%': '51245',
  '(': '24442',
  ')': '21112',
  "'": '22000',
  '!': '22202',
  '?': '71202',
  _: '00007',
};

/** The width of a text in pixels. */
export function textWidth(text: string, size: number): number {
  return Math.max(0, [...text].length * (WIDTH + 1) - 1) * size;
}

/** The height of a line of text in pixels. */
export function textHeight(size: number): number {
  return HEIGHT * size;
}

/** As much of the text as fits into a width. */
export function fitted(text: string, size: number, width: number): string {
  return [...text].slice(0, Math.max(1, Math.floor((width / size + 1) / (WIDTH + 1)))).join('');
}

/** Writes a text in capital letters; `?` stands for those the font does not have. */
export function writeText(picture: Picture, text: string, left: number, top: number, size: number, colour: Colour): void {
  [...text.toUpperCase()].forEach((letter, place) => {
    const glyph = Object.hasOwn(GLYPHS, letter) ? GLYPHS[letter] : GLYPHS['?'];
    [...glyph].forEach((digit, row) => {
      for (let column = 0; column < WIDTH; column++) {
        if (((Number(digit) >> (WIDTH - 1 - column)) & 1) === 0) continue;
        const x = left + (place * (WIDTH + 1) + column) * size;
        fillArea(picture, x, top + row * size, size, size, colour);
      }
    });
  });
}
