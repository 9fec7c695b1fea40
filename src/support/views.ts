// The true kind and length of typed arrays, and whether a value can be read: names and lengths may be overwritten, and proxies revoked; and
// the fields that a value has of its own, which functions are given here.

/** The prototype of all typed arrays, whose getters read the array itself, whatever a subclass, field or proxy says. */
const PROTOTYPE = /* @__PURE__ */ prototypeOfArrays();
const TAG = /* @__PURE__ */ getterOf<string | undefined>(Symbol.toStringTag);
const LENGTH = /* @__PURE__ */ getterOf<number>('length');

function prototypeOfArrays() {
  return Object.getPrototypeOf(Int8Array.prototype);
}

function getterOf<Result>(name: PropertyKey): () => Result {
  // Every engine has both getters.
  return Object.getOwnPropertyDescriptor(PROTOTYPE, name)?.get as () => Result;
}

/** The kind of a typed array, as `Float32Array`, of this frame or of another; undefined for all else. */
export function kindOf(value: unknown): string | undefined {
  return TAG.call(value);
}

/** The kind of an object in a word, as `ArrayBuffer`, `Promise`, `Float32Array`; a program may have changed it. */
export function tagOf(value: unknown): string {
  return kindOf(value) ?? (isHollow(value) ? '' : Object.prototype.toString.call(value).slice(8, -1));
}

/** The length of a typed array, of which {@link kindOf} knows the kind: 0 once its memory was transferred to a worker. */
export function lengthOf(array: unknown): number {
  return LENGTH.call(array);
}

/** Whether a value is a Float32Array of as many numbers. */
export function areFloats(value: unknown, length: number): value is Float32Array {
  return kindOf(value) === 'Float32Array' && lengthOf(value) === length;
}

/**
 * Whether nothing can be read from a value: a revoked proxy, or an object that only inherits from typed arrays, as a proxy of one.
 */
export function isHollow(value: unknown): boolean {
  try {
    return !Array.isArray(value) && value instanceof PROTOTYPE.constructor && kindOf(value) === undefined;
  } catch {
    return true;
  }
}

/** Whether a value is an array, or a proxy of one. */
export function isList(value: unknown): value is unknown[] {
  return !isHollow(value) && Array.isArray(value);
}

/** The value, so that its fields can be read; an empty object in place of undefined, null and what is hollow. */
export function readable<Shape extends object>(value: unknown): Partial<Shape> {
  return value === undefined || value === null || isHollow(value) ? Object.create(null) : value;
}

/** An own field of a value; inherited ones may come from anywhere. */
export function ownField<Shape extends object, Name extends keyof Shape & string>(
  value: Shape | undefined,
  name: Name,
): Shape[Name] | undefined;
export function ownField(value: unknown, name: string): unknown;
export function ownField(value: unknown, name: string): unknown {
  const fields = readable<Record<string, unknown>>(value);
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** Gives a function fields and freezes it. It sets the `name` too, which minifiers would change. */
export function withFields<F extends object, const Fields extends object>(target: F, fields: Fields): F & Fields {
  return Object.freeze(Object.assign(Object.defineProperty(target, 'name', { writable: true }), fields));
}
