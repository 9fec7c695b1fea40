// Sizes as types, so that a layer that does not fit its neighbour does not compile. Nothing here exists at run time.
import type { Numbers } from '../support/numbers.js';
import type { Layer } from './Layer.js';

/** Sizes that a network was given, without `readonly`, so that a literal and a variable of the same sizes are one type. */
export type Mutable<S extends readonly number[]> = { -readonly [K in keyof S]: S[K] };

/** The first size: how many inputs a network takes. */
export type First<S extends readonly number[]> = S extends readonly [infer F extends number, ...unknown[]] ? F : number;

/** The last size: how many outputs a network gives. */
export type Last<S extends readonly number[]> = S extends readonly [...unknown[], infer L extends number] ? L : number;

/** An array for each size: `[Float32Array, Float32Array]` from `[784, 10]`. */
export type Columns<S extends readonly number[]> = { -readonly [K in keyof S]: Float32Array };

/** The layers between sizes: `[Layer<784, 16>, Layer<16, 10>]` from `[784, 16, 10]`. */
export type LayersOf<S extends readonly number[]> = S extends readonly [number, ...infer Rest extends readonly number[]]
  ? number extends Rest['length']
    ? readonly Layer[]
    : { readonly [K in keyof Rest]: Layer<S[K & keyof S & `${number}`], Rest[K]> }
  : readonly Layer[];

/** The sizes of layers: `[784, 16, 10]` from `[Layer<784, 16>, Layer<16, 10>]`. */
export type SizesOf<L extends readonly Layer[]> = number extends L['length']
  ? number[]
  : [L[0]['inputs'], ...{ -readonly [K in keyof L]: L[K]['outputs'] }];

/** `unknown` when each layer takes what the one before gives, else a sentence that says which two differ. */
export type Fits<L extends readonly Layer[]> = L extends readonly [] ? 'a network needs a layer or more' : FitsFrom<L>;

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

/** Input a network or layer of `N` inputs takes: literals of another length, and bytes, become a sentence that no value fits. */
export type Sized<X extends Numbers, N extends number> = X extends Uint8Array | Uint8ClampedArray
  ? 'bytes are 0-255; divide by 255 or use dataset.example(i).input'
  : number extends N
    ? X
    : number extends X['length']
      ? X
      : X['length'] extends N
        ? X
        : `expected ${N} numbers, got ${X['length']}`;

/** The whole numbers below `N`: what a network of `N` outputs can answer. Beyond 999, and for sizes unknown, any number. */
export type Below<N extends number> = number extends N
  ? number
  : `${N}` extends `${infer _1}${infer _2}${infer _3}${infer _4}${infer _5}`
    ? number
    : Counted<N>;

/** It starts from [0] and not from [], since the compiler takes 999 steps and no more. */
type Counted<N extends number, Seen extends number[] = [0]> = Seen['length'] extends N
  ? Seen[number]
  : Counted<N, [...Seen, Seen['length']]>;
