// Sizes as types, so that a layer that does not fit its neighbour does not compile. Nothing here exists at run time.
import type { Numbers } from '../support/numbers.js';
import type { NamesOptions, NetworkOptions } from './layersFrom.js';
import type { Layer } from './typedBySizes.js';

/**
 * Sizes of a network: how many numbers the input has, and how many neurons each layer. A function that is generic in them returns a
 * network whose sizes the compiler knows.
 *
 * @example
 * ```ts
 * import { Network, relu, type Sizes, softmax } from 'glassbox-nn';
 *
 * function makeClassifier<const S extends Sizes>(sizes: S) {
 *   return new Network(sizes, { hidden: relu, output: softmax });
 * }
 * const network = makeClassifier([64, 16, 3]); // a Network<[64, 16, 3]>
 * const answer: 0 | 1 | 2 = network.predict(new Float32Array(64));
 * answer < 3; // => true
 * ```
 */
export type Sizes = readonly number[];

/** Sizes or layers: either makes a network. */
export type SizesOrLayers = Sizes | readonly Layer[];

/** Sizes without `readonly`, so that a literal and a variable of the same sizes are one type. */
export type Mutable<S extends Sizes> = { -readonly [K in keyof S]: S[K] };

/** The first size: how many inputs a network takes. */
export type First<S extends Sizes> = S extends readonly [infer F extends number, ...unknown[]] ? F : number;

/** The last size: how many outputs a network gives. */
export type Last<S extends Sizes> = S extends readonly [...unknown[], infer L extends number] ? L : number;

/** An array for each size: `[Float32Array, Float32Array]` from `[784, 10]`. */
export type Columns<S extends Sizes> = { -readonly [K in keyof S]: Float32Array };

/** The layers between sizes: `[Layer<784, 16>, Layer<16, 10>]` from `[784, 16, 10]`. */
export type LayersOf<S extends Sizes> = S extends readonly [number, ...infer Rest extends readonly number[]]
  ? number extends Rest['length']
    ? readonly Layer[]
    : { readonly [K in keyof Rest]: Layer<S[K & keyof S & `${number}`], Rest[K]> }
  : readonly Layer[];

/** The sizes of a network that is made from sizes or layers: `[784, 16, 10]` from `[Layer<784, 16>, Layer<16, 10>]`. */
export type SizesOf<G extends SizesOrLayers> = G extends readonly Layer[]
  ? number extends G['length']
    ? number[]
    : [G[0]['inputs'], ...{ -readonly [K in keyof G]: G[K]['outputs'] }]
  : G extends Sizes
    ? Mutable<G>
    : never;

/**
 * `unknown` for sizes and layers that make a network, else a sentence that says why they do not.
 *
 * Each condition begins with the spread `[...G]`. Of a type parameter the compiler knows it as a list of any length, which no tuple of
 * one, and no list of one or more, takes: so a function that is generic in its sizes may hand them on.
 */
export type Fits<G extends SizesOrLayers> = [...G] extends [] | [number]
  ? 'a network needs two sizes or more: its inputs and its outputs'
  : [...G] extends [Layer, ...Layer[]]
    ? FitsFrom<[...G]>
    : unknown;

type FitsFrom<L extends readonly Layer[]> = L extends readonly [
  Layer<number, infer O>,
  infer Next extends Layer<number, number>,
  ...infer Rest extends readonly Layer[],
]
  ? Next extends Layer<infer I, number>
    ? Same<O, I> extends true
      ? FitsFrom<[Next, ...Rest]>
      : `a layer of ${I} inputs cannot follow a layer of ${O} outputs`
    : unknown
  : unknown;

type Same<A extends number, B extends number> = number extends A | B ? true : [A, B] extends [B, A] ? true : false;

/** Options of a network made from sizes, or from layers: those that are not its own become a sentence that no value fits. */
export type OptionsFor<G extends SizesOrLayers> = [...G] extends [Layer, ...Layer[]] ? BesideLayers : BesideSizes;

interface BesideSizes extends Omit<NetworkOptions, 'hidden'> {
  readonly hidden?: NetworkOptions['hidden'] | 'softmax stands on the last layer only: give it as output';
}

type BesideLayers = NamesOptions & {
  readonly [K in Exclude<keyof NetworkOptions, keyof NamesOptions>]?:
    | 'each layer has its own: new Layer(784, 16, { activation: relu })'
    | undefined;
};

/**
 * The input of a network or layer of `N` inputs. Literals of another length, and bytes, become a sentence that no value fits; an array
 * whose length is unknown to the compiler is taken.
 */
export type Sized<X extends Numbers, N extends number> = X extends Uint8Array | Uint8ClampedArray
  ? 'bytes are 0-255; divide by 255 or use dataset.example(i).input'
  : number extends X['length']
    ? X
    : number extends N
      ? X
      : X['length'] extends N
        ? X
        : `expected ${N} numbers, got ${X['length']}`;

/** The answers of a network of `N` outputs, the whole numbers below `N`. Beyond 999, and for sizes unknown, any number. */
export type Below<N extends number> = number extends N
  ? number
  : `${N}` extends `${infer _1}${infer _2}${infer _3}${infer _4}${infer _5}`
    ? number
    : Counted<N>;

/** It starts from [0] and not from [], since the compiler takes 999 steps and no more. */
type Counted<N extends number, Seen extends number[] = [0]> = Seen['length'] extends N
  ? Seen[number]
  : Counted<N, [...Seen, Seen['length']]>;
