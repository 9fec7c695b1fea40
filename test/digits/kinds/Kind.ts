// A kind of picture or drawing: what it is called, what is asked of it, and how one of it is made.
import type { Random } from 'glassbox-nn';
import type { Picture, Strokes } from 'glassbox-nn/digits';

/** What is asked: that digits be read nearly as well as the originals, or that nothing be read. */
type Group = 'clean' | 'light' | 'marks' | 'strokes' | 'blank';

export interface Digit {
  /** [784], from 0 to 1. */
  readonly input: Float32Array;
  readonly label: number;
}

export interface Kind {
  readonly name: string;
  readonly group: Group;
  /** Of the accuracy on the originals, where it is not that of the group. */
  readonly least?: number;
  /** Blank kinds leave the digit out; kinds of strokes bring their own. */
  make(digit: Digit, random: Random, index: number): { readonly picture: Picture | Strokes; readonly label: number };
}

/** Least share of the accuracy on the originals that must be left; blank kinds are never read. */
export const LEAST = { clean: 0.97, light: 0.9, marks: 0.9, strokes: 0.9 } as const;
