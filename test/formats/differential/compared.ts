// What comes of files that are read here and by another program: refused, or the same answers.

import type { ScaledNetwork } from '../../../src/formats/index.js';
import type { Classifier, Network } from '../../../src/index.js';
import { Draw } from './Draw.js';

/** What came of so many files. */
export interface Compared {
  /** Files that both take, all answers the same. */
  readonly same: number;
  /** Files that the other takes and we refuse, by the beginning of the error. */
  readonly refused: ReadonlyMap<string, number>;
  /** Files that the other refuses, and how many of them we take. */
  readonly invalid: number;
  readonly invalidTaken: number;
  /** Answers that were compared, and how far apart they were at the most. */
  readonly answers: number;
  readonly apart: number;
  /** Each file whose answers differ, or that ends in an error without a code of files. */
  readonly faults: readonly string[];
}

/** Our answers to a row. */
export type Asked = (row: Float32Array) => Iterable<number>;

/** Relative to numbers above 1: float32 sums in another order, and functions with other last digits. */
const CLOSE = 2e-4;

/** Codes of errors that a file may end in. */
const CODES = ['FORMAT', 'SHAPE', 'LIMIT', 'NUMERIC'];

/** Letters of an error by which refusals are counted. */
const REASON = 60;

type Kind = 'network' | 'classifier' | 'scaled';

/** Counts what comes of files. */
export function tally() {
  const refused = new Map<string, number>();
  const faults: string[] = [];
  let [same, invalid, invalidTaken, answers, apart] = [0, 0, 0, 0, 0];
  const fault = (seed: number, words: () => string, what: string) => faults.push(`file ${seed}: ${what}\n  ${words()}`);
  return {
    /** Our network, whichever kind it is, or why there is none. */
    read(seed: number, words: () => string, reader: (kind: Kind) => Network | Classifier | ScaledNetwork): Asked | Error {
      const ours = readAny(reader);
      if (ours instanceof Error && !CODES.includes((ours as { code?: string }).code ?? '')) fault(seed, words, `${ours.stack}`);
      return ours;
    },
    /** Counts a file that one of the two refuses; true for one that both take. */
    isComparable(ours: Asked | Error, isTheirs: boolean): boolean {
      const isOurs = !(ours instanceof Error);
      if (!isTheirs) {
        invalid++;
        if (isOurs) invalidTaken++;
      } else if (!isOurs) {
        const reason = ours.message
          .replace(/'[^']*'/g, '...')
          .replace(/ that makes.*?:/, ':')
          .replace(/layers\[\d+\]/, 'layers[...]')
          .slice(0, REASON);
        refused.set(reason, (refused.get(reason) ?? 0) + 1);
      }
      return isOurs && isTheirs;
    },
    /** Counts a file that both take. */
    add(seed: number, words: () => string, result: string | { readonly count: number; readonly most: number }): void {
      if (typeof result === 'string') {
        fault(seed, words, result);
        return;
      }
      same++;
      answers += result.count;
      apart = Math.max(apart, result.most);
    },
    found: (): Compared => ({ same, refused, invalid, invalidTaken, answers, apart, faults }),
  };
}

function readAny(reader: (kind: Kind) => Network | Classifier | ScaledNetwork): Asked | Error {
  try {
    const network = reader('network') as Network;
    return (row) => network.forward(row);
  } catch (refusal) {
    try {
      if (String(refusal).includes("kind: 'scaled'")) {
        const { network, scaling } = reader('scaled') as ScaledNetwork;
        return (row) => network.forward(scaling.applyInput(row));
      }
      if (!String(refusal).includes("kind: 'classifier'")) return refusal as Error;
      const model = reader('classifier') as Classifier;
      return (row) => model.read(row).outputs;
    } catch (again) {
      return again as Error;
    }
  }
}

/** So many numbers of an input, a thousand times as large in one of five. */
export function inputOf(seed: number, length: number): Float32Array {
  const draw = new Draw(seed);
  const size = draw.chance(0.2) ? 1000 : 1;
  return Float32Array.from(draw.numbers(length), (number) => size * number);
}

/** How far our answers to rows are from theirs; in words where they are no longer the same. */
export function differenceOf(ours: Asked, input: Float32Array, rows: number, theirs: ArrayLike<number>): string | number {
  const width = input.length / rows;
  const expected = Array.from({ length: rows }, (_, row) => [...ours(input.slice(row * width, (row + 1) * width))]).flat();
  if (theirs.length !== expected.length) return `${theirs.length} answers to ${rows} rows, ours ${expected.length}`;
  let most = 0;
  for (const [place, value] of expected.entries()) {
    const other = Number(theirs[place]);
    if (value === other) continue;
    const distance = Math.abs(value - other) / Math.max(1, Math.abs(value), Math.abs(other));
    if (!(distance < CLOSE)) return `${rows} rows of ${input.join(' ')}: there ${Array.from(theirs)}, here ${expected}`;
    most = Math.max(most, distance);
  }
  return most;
}
