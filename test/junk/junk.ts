// Values that no function asks for: what a program hands over by mistake, and what it hands over to do harm.

/** What the getters, traps and functions below throw: it may come out of a call, since it is the caller's own. */
export const OWN = new Error('of the caller');

function throwOwn(): never {
  throw OWN;
}

/** An object all of whose properties throw. */
function trap(target: object): object {
  const traps = Object.getOwnPropertyNames(Reflect).filter((name) => typeof Reflect[name as 'get'] === 'function');
  return new Proxy(target, Object.fromEntries(traps.map((name) => [name, throwOwn])));
}

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** The array after its memory went to a worker. */
export function handedOver<A extends ArrayBufferView>(array: A): A {
  structuredClone(array.buffer, { transfer: [array.buffer as ArrayBuffer] });
  return array;
}

/** An array that says another length than it has. */
export function liar(numbers: number[], length: number, kind: typeof Float32Array | typeof Uint8Array = Float32Array): object {
  return Object.defineProperty(kind.from(numbers), 'length', { value: length });
}

class Claiming extends Float32Array {
  override get length() {
    return 2;
  }
}

/** Each by name, made anew, since some calls change what they are given. */
export const JUNK: Readonly<Record<string, () => unknown>> = {
  undefined: () => undefined,
  null: () => null,
  NaN: () => Number.NaN,
  '-1': () => -1,
  '0': () => 0,
  '-0': () => -0,
  '1': () => 1,
  '1.5': () => 1.5,
  '2 ** 53': () => 2 ** 53,
  Infinity: () => Number.POSITIVE_INFINITY,
  true: () => true,
  "''": () => '',
  "'x'": () => 'x',
  'a long text': () => 'x\u001b[2J'.repeat(1000),
  '{}': () => ({}),
  '[]': () => [],
  '[,,]': () => new Array(2),
  '[undefined, null]': () => [undefined, null],
  "['x', 'x']": () => ['x', 'x'],
  '[[]]': () => [[]],
  '[[1], 2]': () => [[1], 2],
  '[Symbol(), 1n]': () => [Symbol('junk'), 1n],
  '[NaN, Infinity]': () => [Number.NaN, Number.POSITIVE_INFINITY],
  'Symbol()': () => Symbol('junk'),
  '1n': () => 1n,
  '() => {}': () => () => {},
  '() => Symbol()': () => () => Symbol('junk'),
  '() => throw': () => throwOwn,
  'a proxy': () => new Proxy({}, {}),
  'a proxy of a function': () => new Proxy(() => 0, {}),
  'a proxy of a Float32Array': () => new Proxy(Float32Array.of(0, 1), {}),
  'a proxy of a liar': () => new Proxy(liar([0, 1], 2), {}),
  'a proxy of an array': () => new Proxy([0, 1], {}),
  'a proxy that throws': () => trap({}),
  'a proxy of an array that throws': () => trap([]),
  'a revoked proxy': () => revoked({}),
  'a revoked proxy of an array': () => revoked([0, 1]),
  'a revoked proxy of a function': () => revoked(() => 0),
  'an array with a revoked proxy': () => [revoked({}), revoked([])],
  'detached floats': () => handedOver(Float32Array.of(0, 1)),
  'detached bytes': () => handedOver(Uint8Array.of(0, 1)),
  'a detached ArrayBuffer': () => handedOver(Float32Array.of(0, 1)).buffer,
  'a detached DataView': () => handedOver(new DataView(new ArrayBuffer(8))),
  'floats that claim more': () => liar([1], 2),
  'floats that claim fewer': () => liar([1, 0, 1], 2),
  'floats that claim 1e6': () => liar([1], 1e6),
  'floats that claim a text': () => Object.defineProperty(Float32Array.of(1, 0), 'length', { value: 'x' }),
  'bytes that claim more': () => liar([1], 200, Uint8Array),
  'a class that claims more': () => Claiming.of(1),
  'a Float32Array with another tag': () => Object.defineProperty(Float32Array.of(0, 1), Symbol.toStringTag, { value: 'Map' }),
  'an iterator that lies': () =>
    Object.defineProperty(Float32Array.of(0, 1), Symbol.iterator, { value: () => [][Symbol.iterator]() }),
  'an object of Float32Array': () => Object.create(Float32Array.prototype),
  'a BigInt64Array': () => BigInt64Array.of(0n, 1n),
  'a Float64Array': () => Float64Array.of(0, 1),
  'an ArrayBuffer': () => new ArrayBuffer(2),
  'a SharedArrayBuffer': () => new SharedArrayBuffer(2),
  'a DataView': () => new DataView(new ArrayBuffer(2)),
  'Object.create(null)': () => Object.create(null),
  'getters that throw': () =>
    Object.defineProperties({}, Object.fromEntries(NAMES.map((name) => [name, { get: throwOwn, enumerable: true }]))),
  'an array with a getter that throws': () => Object.defineProperty([0, 1], 1, { get: throwOwn, enumerable: true }),
  'a Date': () => new Date(Number.NaN),
  'a Map': () => new Map(),
  'a Set': () => new Set([1, 'x']),
  'a RegExp': () => /x/,
  'a promise': () => Promise.resolve(1),
  'a thenable': () => ({ ['then' as string]: (resolve: (value: unknown) => void) => resolve(Symbol('junk')) }),
  'an iterator that throws': () => ({ [Symbol.iterator]: throwOwn }),
  '{ length: 2 ** 53 }': () => ({ length: 2 ** 53 }),
  '{ length: -1 }': () => ({ length: -1 }),
  '{ length: NaN }': () => ({ length: Number.NaN }),
  '{ length: Symbol() }': () => ({ length: Symbol('junk') }),
  '{ length: 2 }': () => ({ length: 2 }),
  '{ valueOf: throw }': () => ({ valueOf: throwOwn, toString: throwOwn, [Symbol.toPrimitive]: throwOwn }),
  'an Error': () => new Error('junk'),
  globalThis: () => globalThis,
};

/** What a getter that throws stands at. */
const NAMES = ['length', 'layers', 'inputs', 'weights', 'kind', 'name', 'network', 'loss', 'seed', 'data', 'width', 'count'];
