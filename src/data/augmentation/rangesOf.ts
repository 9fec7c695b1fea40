// The parts of an augmentation, checked and put together.
import { ArgumentError } from '../../support/errors.js';
import { readOptions } from '../../support/options.js';
import { isList, ownField } from '../../support/views.js';
import { describe, wording } from '../../support/wording.js';
import { type AugmentationPart, checkSigma, NO_CHANGE, partOf, type Ranges } from './ranges.js';

/** All parts together. */
export interface PartsTogether {
  /** Copies of the parts, as they were checked. */
  readonly parts: readonly AugmentationPart[];
  readonly ranges: Ranges;
  /** How far displacements reach; undefined where there are none. */
  readonly sigma: number | undefined;
}

/** The ranges of all parts together. A part may be made by hand, or come from a file, so each is held to the limits again. */
export function rangesOf(given: readonly AugmentationPart[]): PartsTogether {
  if (!isList(given)) {
    const remedy = 'As augment([shift(1), rotate(9)], { width: 28 }).';
    throw new ArgumentError(wording('augment: parts', 'an array of parts', describe(given), remedy));
  }
  let ranges = NO_CHANGE;
  const seen = new Set<string>();
  // Holes are filled by undefined, and refused.
  const parts = Array.from(given, (one: AugmentationPart, index) => {
    const what = `augment: parts[${index}]`;
    const part = readPart(what, one);
    if (seen.has(part.kind)) throw new ArgumentError(wording(what, `each kind once`, `${part.kind} again`, 'Leave one out.'));
    seen.add(part.kind);
    ranges = { ...ranges, [part.kind]: part.amount };
    return Object.freeze(part);
  });
  return { parts: Object.freeze(parts), ranges, sigma: parts.find(({ kind }) => kind === 'elastic')?.sigma };
}

function readPart(what: string, given: AugmentationPart): AugmentationPart {
  const named = ownField(given, 'kind');
  if (typeof given !== 'object' || typeof named !== 'string' || !Object.hasOwn(NO_CHANGE, named)) {
    const expected = `${Object.keys(NO_CHANGE).join('(), ')}()`;
    throw new ArgumentError(wording(what, `any of ${expected}`, describe(given)));
  }
  const known = given.kind === 'elastic' ? (['kind', 'amount', 'sigma'] as const) : (['kind', 'amount'] as const);
  const { kind = given.kind, amount, sigma } = readOptions(what, given, known);
  const part = partOf(`${what}: amount of ${kind}`, kind, amount);
  return kind === 'elastic' ? { ...part, sigma: checkSigma(`${what}: sigma of elastic`, sigma) } : part;
}
