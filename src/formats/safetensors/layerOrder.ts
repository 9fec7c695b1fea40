// Which layer comes first: the order that is given, or one that is certain. A guess would make another network without a word.
import { ArgumentError, ShapeError } from '../../support/errors.js';
import { describe, wording } from '../../support/wording.js';
import { orderByNumbers } from './byNumbers.js';
import { fittingOrders, type LayerSizes, MOST_ORDERED } from './fittingOrders.js';
import { tensorName } from './layerNames.js';

/** A layer by its names and its sizes. */
export interface SizedLayer extends LayerSizes {
  readonly stem: string;
  readonly name: string;
}

/** How many names an error lists. */
const MOST_LISTED = 12;

/** The layers, first to last. `given` is the option `layers`, which wins. */
export function inOrder<L extends SizedLayer>(what: string, layers: readonly L[], given: readonly string[] | undefined): L[] {
  const places = given === undefined ? certainOrder(what, layers) : givenOrder(what, layers, given);
  const ordered = places.map((place) => layers[place] as L);
  checkFit(what, ordered, given === undefined ? layers : []);
  return ordered;
}

/** By the numbers in the names, or the only one of all orders whose shapes fit. */
function certainOrder(what: string, layers: readonly SizedLayer[]): number[] {
  const numbered = orderByNumbers(layers.map(({ name }) => name));
  if (numbered !== undefined) return numbered;
  const fitting = fittingOrders(layers);
  if (fitting.length === 1) return fitting[0] as number[];
  const shapes = layers.map((layer) => `${describe(layer.name)} ${shapeOf(layer)}`);
  if (fitting.length === 0 && layers.length <= MOST_ORDERED) {
    const remedy = 'Weights are [outputs, inputs]. Only dense layers in a row can be read.';
    throw new ShapeError(wording(`${what}: layers`, 'an order in which each fits the one before', listed(shapes), remedy));
  }
  const example = layersOption(fitting[0]?.map((place) => layers[place] as SizedLayer) ?? layers);
  const remedy = `List the names in the order in which the network uses them: ${example}.`;
  throw new ArgumentError(
    wording(`${what}: layers`, 'the order of the layers, which the file does not say', listed(shapes), remedy),
  );
}

/** The order that the caller gives: every layer once, by its name. */
function givenOrder(what: string, layers: readonly SizedLayer[], given: readonly string[]): number[] {
  const places = given.map((wanted, index) => {
    const place = layers.findIndex(({ stem, name }) => name === wanted || stem === wanted);
    if (place >= 0) return place;
    const expected = `a layer of the file: ${listed(layers.map(({ name }) => describe(name)))}`;
    throw new ArgumentError(wording(`${what}: layers[${index}]`, expected, describe(wanted)));
  });
  const left = layers.filter((_, place) => !places.includes(place)).map(({ name }) => describe(name));
  if (left.length === 0 && places.length === layers.length) return places;
  const got = left.length > 0 ? `none of ${listed(left)}` : 'one of them twice';
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

/** What to do where the order of the numbers does not fit. */
function otherOrder(layers: readonly SizedLayer[]): string {
  const [order] = fittingOrders(layers);
  if (order === undefined || layers.length === 0) return '';
  const example = layersOption(order.map((place) => layers[place] as SizedLayer));
  return `The numbers in the names give an order that does not fit, and another does. If it is meant: ${example}.`;
}

function layersOption(layers: readonly SizedLayer[]): string {
  return `fromSafetensors(bytes, { layers: [${listed(layers.map(({ name }) => describe(name)))}] })`;
}

function shapeOf({ inputs, outputs }: LayerSizes): string {
  return `[${outputs}, ${inputs}]`;
}

function listed(words: readonly string[]): string {
  const more = words.length - MOST_LISTED;
  return more > 0 ? `${words.slice(0, MOST_LISTED).join(', ')} and ${more} more` : words.join(', ');
}
