// The order of layers: the one that is given, or one that is certain. A guess could give another network without an error.
import { ArgumentError, ShapeError } from '../../support/errors.js';
import { describe, listed, wording } from '../../support/wording.js';
import { orderByNumbers } from './byNumbers.js';
import { fittingOrders, type LayerSizes, MOST_ORDERED } from './fittingOrders.js';
import { tensorName } from './layerNames.js';

/** A layer by its names and its sizes. */
export interface SizedLayer extends LayerSizes {
  readonly stem: string;
  readonly name: string;
}

/** Names that an error lists. */
const MOST_LISTED = 12;

/** The remedy where several orders are possible. None of them is written out: it would be taken for the right one. */
const GIVE_ORDER =
  "Write all names in the order in which the network uses them: fromSafetensors(bytes, { layers: ['first', ..., 'last'] }).";

/** The layers, first to last. `given` is the option `layers`, which wins. */
export function inOrder<L extends SizedLayer>(what: string, layers: readonly L[], given: readonly string[] | undefined): L[] {
  const places = given === undefined ? certainOrder(what, layers) : givenOrder(what, layers, given);
  const ordered = places.map((place) => layers[place]);
  checkFit(what, ordered, given === undefined ? layers : []);
  return ordered;
}

/** The order of the numbers in the names, or else the only order in which the shapes fit. */
function certainOrder(what: string, layers: readonly SizedLayer[]): number[] {
  const numbered = orderByNumbers(layers.map(({ name }) => name));
  if (numbered !== undefined) return numbered;
  const fitting = fittingOrders(layers);
  if (fitting.length === 1) return fitting[0];
  const shapes = layers.map((layer) => `${describe(layer.name)} ${shapeOf(layer)}`);
  if (fitting.length === 0 && layers.length <= MOST_ORDERED) {
    const remedy = 'Weights are [outputs, inputs]. Only dense layers in a row can be read.';
    throw new ShapeError(
      wording(`${what}: layers`, 'an order in which each fits the one before', listed(shapes, MOST_LISTED), remedy),
    );
  }
  const tooMany = `An order that fits is looked for among at most ${MOST_ORDERED} layers, and these are ${layers.length}. `;
  const remedy = `${layers.length > MOST_ORDERED ? tooMany : ''}${GIVE_ORDER}`;
  const expected = 'the order of the layers, which the file does not say';
  throw new ArgumentError(wording(`${what}: layers`, expected, listed(shapes, MOST_LISTED), remedy));
}

/** The order that the caller gives: every layer once, by its name. */
function givenOrder(what: string, layers: readonly SizedLayer[], given: readonly string[]): number[] {
  const placeOf = new Map<string, number>();
  layers.forEach(({ stem, name }, place) => {
    for (const word of [name, stem]) if (!placeOf.has(word)) placeOf.set(word, place);
  });
  const places = given.map((wanted, index) => {
    const place = placeOf.get(wanted);
    if (place !== undefined) return place;
    const expected = `a layer of the file: ${listed(names(layers), MOST_LISTED)}`;
    throw new ArgumentError(wording(`${what}: layers[${index}]`, expected, describe(wanted)));
  });
  const used = new Set(places);
  const left = names(layers.filter((_, place) => !used.has(place)));
  if (left.length === 0 && places.length === layers.length) return places;
  const got = left.length > 0 ? `none of ${listed(left, MOST_LISTED)}` : 'one of them twice';
  throw new ArgumentError(wording(`${what}: layers`, 'every layer of the file once', got));
}

function checkFit(what: string, ordered: readonly SizedLayer[], numbered: readonly SizedLayer[]): void {
  for (const [index, layer] of ordered.entries()) {
    const before = ordered[index - 1];
    if (before === undefined || before.outputs === layer.inputs) continue;
    const expected = `[${layer.outputs}, ${before.outputs}], for the ${before.outputs} outputs of ${describe(before.name)}`;
    const path = `${what}: ${describe(tensorName(layer.stem, 'weight'))}`;
    throw new ShapeError(wording(path, expected, shapeOf(layer), otherOrder(numbered)));
  }
}

/** The remedy where the order of the numbers does not fit. */
function otherOrder(layers: readonly SizedLayer[]): string {
  const [order, second] = fittingOrders(layers);
  if (order === undefined || layers.length === 0) return '';
  const said = 'The numbers in the names give an order that does not fit, and';
  if (second !== undefined) return `${said} others do. ${GIVE_ORDER}`;
  const example = names(order.map((place) => layers[place])).join(', ');
  return `${said} another does. If it is meant: fromSafetensors(bytes, { layers: [${example}] }).`;
}

/** The names as they stand in code. */
function names(layers: readonly SizedLayer[]): string[] {
  return layers.map(({ name }) => describe(name));
}

function shapeOf({ inputs, outputs }: LayerSizes): string {
  return `[${outputs}, ${inputs}]`;
}
