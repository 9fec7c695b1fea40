// Checks of a drawing, which a program may write by hand.
import { ArgumentError } from '../../support/errors.js';
import { isList, ownField } from '../../support/views.js';
import { describe, wording } from '../../support/wording.js';
import { checkPicture } from '../raster/Picture.js';
import type { Drawing, Shape } from './Drawing.js';

/** A kind of field: a check, and its words in errors. */
type Kind = readonly [fits: (value: unknown) => boolean, words: string];

const isNumber = (value: unknown) => typeof value === 'number';
const isText = (value: unknown) => typeof value === 'string';
const isPlace = (value: unknown) => isList(value) && value.length === 2 && value.every(isNumber);
const isPaint = (value: unknown) =>
  PAINTS.includes(value) || isNumber(ownField(value, 'signed')) || isNumber(ownField(value, 'light'));

const PAINTS: readonly unknown[] = ['ink', 'soft', 'faint', 'paper', 'positive', 'negative'];

const KINDS: Readonly<Record<string, Kind>> = {
  number: [isNumber, 'a number'],
  text: [isText, 'a text'],
  flag: [(value) => typeof value === 'boolean', 'true or false'],
  place: [isPlace, 'a place, as [3, 4]'],
  places: [(value) => isList(value) && value.every(isPlace), 'places, as [[3, 4], [5, 6]]'],
  paint: [isPaint, 'any of ink, soft, faint, paper, positive, negative, { signed } or { light }'],
  picture: [(value) => checkPicture('drawing: picture', value) !== undefined, 'a picture'],
};

/** The fields of each shape and their kinds; a question mark stands behind those that may be left out. */
const SHAPES: Readonly<Record<string, string>> = {
  line: 'from place, to place, paint paint, width number?, dashed flag?',
  curve: 'points places, paint paint, width number?, dashed flag?',
  rectangle: 'at place, width number, height number, paint paint, tip text?',
  circle: 'at place, radius number, paint paint, edge paint?, tip text?',
  text: 'at place, text text, anchor text?, size number?, paint paint?',
  image: 'at place, width number, height number, picture picture',
} satisfies Record<Shape['kind'], string>;

/** The drawing, whose shapes keep their own fields alone. Throws at the first fault. */
export function checkDrawing({ width, height, title, description, shapes }: Drawing): Drawing {
  for (const side of [width, height]) {
    if (typeof side !== 'number' || !(side > 0 && side < 1e5)) {
      throw new ArgumentError(wording('drawing', 'a width and a height above 0', describe(side)));
    }
  }
  checkFields('drawing', { title, description }, 'title text, description text');
  const checked = Array.from(shapes, (given, index) => {
    const what = `drawing.shapes[${index}]`;
    const kind = ownField(given, 'kind');
    if (typeof kind !== 'string' || !Object.hasOwn(SHAPES, kind)) {
      throw new ArgumentError(wording(`${what}.kind`, `any of ${Object.keys(SHAPES).join(', ')}`, describe(kind)));
    }
    const shape: Shape = Object.assign(Object.create(null), given);
    checkFields(what, shape, SHAPES[kind]);
    return shape;
  });
  return { width, height, title, description, shapes: checked };
}

function checkFields(what: string, given: object, fields: string): void {
  for (const field of fields.split(', ')) {
    const [name, kind] = field.split(/[ ?]/);
    const value = ownField(given, name);
    const [fits, words] = KINDS[kind];
    if ((value === undefined && field.endsWith('?')) || fits(value)) continue;
    throw new ArgumentError(wording(`${what}.${name}`, words, describe(value)));
  }
}
