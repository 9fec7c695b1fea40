// Which components of a picture are digits, and which make one digit together.
import type { Box } from '../../data/images/resample.js';
import type { Components } from './components.js';
import { longerSide } from './inkBox.js';

/** A frame covers so much of each side of its box, in a band along it that is so much of the box. */
const COVERED = 0.92;
const BAND = 0.06;

/** The components of a digit. */
export interface Group {
  readonly box: Box;
  /** The numbers of its components. */
  readonly members: ReadonlySet<number>;
}

/** Specks: what is shorter than this many pixels, or than this share of the picture's longer side. */
const SPECK = { pixels: 4, share: 0.03 };
/** What is lower than this share of the highest is a mark beside the digits: a dot, a dash. */
const MARK = 0.4;
/** Digits are no wider than this, by their height. */
const WIDEST = 2.2;
/** Pieces that share more than this of the narrower one's width are of one digit. */
const SHARED = 0.4;
/** So are a small piece and a large one that is as near, by the height of the larger. */
const NEAR = 0.12;

/** The picture that the components are of. */
interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Whether its paper is even, as in a drawing: only there a digit may touch the edge. */
  readonly isEven: boolean;
}

/** The digits that components make, from left to right. */
export function groupsOf({ labels, boxes }: Components, sheet: Sheet): Group[] {
  const least = Math.max(SPECK.pixels, SPECK.share * Math.max(sheet.width, sheet.height));
  const parts = boxes
    .map((box, label) => ({ box, members: new Set([label]) }))
    .filter(({ box }, label) => longerSide(box) >= least && !isFrame(labels, label, box, sheet.width));
  const within = parts.filter(({ box }) => touched(box, sheet) === 0);
  const cut = parts.filter(({ box }) => sheet.isEven && touched(box, sheet) !== 3);
  const pieces = within.length > 0 ? within : cut;
  const groups = joined(pieces).filter(({ box }) => box.right - box.left <= WIDEST * (box.bottom - box.top));
  const highest = groups.reduce((most, { box }) => Math.max(most, box.bottom - box.top), 0);
  return groups.filter(({ box }) => box.bottom - box.top >= MARK * highest);
}

/** How many sides of the picture a box touches: what lies along one side touches three. */
function touched({ left, right, top, bottom }: Box, { width, height }: Sheet): number {
  return [left === 0, right === width, top === 0, bottom === height].filter(Boolean).length;
}

/** Whether a component runs along all four sides of its box, and is hollow. */
function isFrame(labels: Int32Array, label: number, { left, right, top, bottom }: Box, width: number): boolean {
  const [across, down] = [Math.ceil(BAND * (right - left)), Math.ceil(BAND * (bottom - top))];
  const has = (column: number, row: number) => labels[row * width + column] === label;
  const isSide = (length: number, depth: number, at: (along: number, deep: number) => boolean) => {
    let covered = 0;
    for (let along = 0; along < length; along++) {
      for (let deep = 0; deep < depth; deep++) {
        if (!at(along, deep)) continue;
        covered++;
        break;
      }
    }
    return covered >= COVERED * length;
  };
  const middle = Math.floor((top + bottom) / 2);
  return (
    !isSide(right - left, 1, (along) => has(left + along, middle)) &&
    isSide(right - left, down, (along, deep) => has(left + along, top + deep)) &&
    isSide(right - left, down, (along, deep) => has(left + along, bottom - 1 - deep)) &&
    isSide(bottom - top, across, (along, deep) => has(left + deep, top + along)) &&
    isSide(bottom - top, across, (along, deep) => has(right - 1 - deep, top + along))
  );
}

/** Pieces of one digit as one, from left to right. */
function joined(parts: readonly Group[]): Group[] {
  const groups: Group[] = [];
  for (const part of [...parts].sort((one, other) => one.box.left - other.box.left)) {
    const at = groups.findIndex(({ box }) => isOne(box, part.box));
    if (at < 0) groups.push(part);
    else groups[at] = union(groups[at], part);
  }
  return groups;
}

function union(one: Group, other: Group): Group {
  const box = {
    left: Math.min(one.box.left, other.box.left),
    right: Math.max(one.box.right, other.box.right),
    top: Math.min(one.box.top, other.box.top),
    bottom: Math.max(one.box.bottom, other.box.bottom),
  };
  return { box, members: new Set([...one.members, ...other.members]) };
}

function isOne(one: Box, other: Box): boolean {
  const [high, otherHigh] = [one.bottom - one.top, other.bottom - other.top];
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  const narrower = Math.min(one.right - one.left, other.right - other.left);
  const higher = Math.max(high, otherHigh);
  const isPiece = Math.min(high, otherHigh) < 0.6 * higher;
  return down > -NEAR * 2 * higher && (across > SHARED * narrower || (isPiece && across > -NEAR * higher));
}
