// Checks a model before it is written to a file: a program may have made it by hand, as in { ...classifier, scaling }.
import { isClassifier, isReader, preparationIn } from '../classifier/isClassifier.js';
import type { Classifier, TableClassifier } from '../classifier/Reading.js';
import type { Regressor } from '../classifier/TableRegressor.js';
import { checkScaling } from '../data/checkScaling.js';
import type { Scaling } from '../data/Scaling.js';
import type { Preparation, PreparedColumn } from '../data/table/Preparation.js';
import { checkNetwork } from '../model/checkNetwork.js';
import type { Sizes } from '../model/sizes.js';
import type { Layer, Network } from '../model/typedBySizes.js';
import { wholeNumber } from '../support/checks.js';
import { ArgumentError, LimitError, NumericError } from '../support/errors.js';
import { readNames } from '../support/names.js';
import { isList, readable } from '../support/views.js';
import { describe, listed, wording } from '../support/wording.js';

/** The most letters of a string: 2^29 - 24 in V8, and more in other engines. */
const MOST_LETTERS = 2 ** 29 - 24;

/** The most letters of a number in a scaling, with brackets and comma. */
const SCALED = 27;

/** A network, duck-typed. */
export interface WrittenNetwork {
  readonly layers: readonly Layer[];
  readonly sizes: readonly number[];
}

/**
 * The network of a model. Throws unless the model can be written: its scaling has finite numbers, its names are texts and all
 * different, and its text is not longer than a string may be.
 *
 * @param what - The writing function, for errors.
 * @param letters - The most letters of a weight or bias in the file; 0 where these are bytes.
 * @param others - Letters beside those of the network and its names.
 */
export function writtenModel<S extends Sizes>(
  what: string,
  model: Network<S> | Classifier<S> | TableClassifier<S> | Regressor<S>,
  letters = 0,
  others = 0,
): WrittenNetwork {
  const network: WrittenNetwork = isReader(model) ? model.network : model;
  checkNetwork(network);
  const preparation = isReader(model) ? preparationIn(model) : undefined;
  if (preparation !== undefined && what === 'toTensorFlow') throw noPreparation(what, preparation);
  // A row of weights has brackets, and a layer words of its own.
  let count = network.layers.reduce(
    (sum, layer) => sum + letters * (layer.weights.length + layer.biases.length) + 6 * layer.outputs + 1000,
    others,
  );
  const owners: [string, Names][] = [['network.', network as Network]];
  if (preparation === undefined) owners.push(['', model]);
  for (const [owner, { classNames, columnNames }] of owners) {
    for (const [name, names] of Object.entries({ class: classNames, column: columnNames })) {
      if (names === undefined) continue;
      const texts = readNames(`${what}: ${owner}${name}Names`, names, name);
      // A letter may be written as \u0000, and with two strokes within another text.
      count += texts.reduce((sum, text) => sum + 7 * text.length + 6, 0);
    }
  }
  if (isClassifier(model) && preparation === undefined) {
    const { scaling, width } = model;
    if (width !== undefined) wholeNumber(`${what}: width`, width, 1);
    if (scaling !== undefined) count += 2 * SCALED * writtenScaling(`${what}: scaling`, scaling, network.sizes[0]).width;
  }
  const remedy = letters > 0 ? 'Save it with toSafetensors, which takes four bytes for each weight.' : 'Save it without names.';
  checkLetters(what, count, remedy);
  return network;
}

/** The names of a model. */
type Names = Partial<Pick<Network, 'classNames' | 'columnNames'>>;

/** The error of a format that cannot hold a preparation: it must not be lost without a word. */
function noPreparation(what: string, preparation: Preparation): ArgumentError {
  const { columns } = readable<Preparation>(preparation);
  const used = isList(columns) ? Array.from(columns, (column) => readable<PreparedColumn>(column)) : [];
  const names = listed(used.filter(({ kind }) => kind !== 'drop').map(({ name }) => describe(name)));
  const remedy =
    'Save it with toJson, toSafetensors, toOnnx or toModule; or write its network alone, whose input is preparation.applyRow(row).';
  return new ArgumentError(
    wording(`${what}: preparation`, 'a model whose inputs are numbers', `one that prepares ${names}`, remedy),
  );
}

/** Throws, before it is written, where a text may be longer than a string can be. */
function checkLetters(what: string, count: number, remedy: string): void {
  if (count <= MOST_LETTERS) return;
  throw new LimitError(wording(what, `a text of at most ${MOST_LETTERS} letters`, `one of up to ${count}`, remedy));
}

/** A scaling that is whole and has finite numbers, of inputs of `width` numbers where that is known. */
export function writtenScaling(what: string, value: unknown, width?: number): Scaling {
  const scaling = checkScaling(what, value, width);
  const columns =
    scaling.kind === 'standard'
      ? { means: scaling.means, deviations: scaling.deviations }
      : { minimums: scaling.minimums, maximums: scaling.maximums };
  for (const [name, numbers] of Object.entries(columns)) {
    const place = numbers.findIndex((number) => !Number.isFinite(number));
    if (place < 0) continue;
    const remedy = 'No format has a word for it. Learn the scaling again.';
    throw new NumericError(wording(`${what}.${name}[${place}]`, 'a finite number', `${numbers[place]}`, remedy));
  }
  checkLetters(what, 2 * SCALED * scaling.width, 'Scale fewer columns.');
  return scaling;
}
