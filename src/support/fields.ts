// The fields of public objects. An assignment is checked or throws, in sloppy code too, where a frozen field is silent.
import { ArgumentError } from './errors.js';
import { jsonNote } from './jsonNote.js';
import { describe, wording } from './wording.js';

/** The key under which an object keeps the values of its fields. */
const VALUES = /* @__PURE__ */ Symbol('values');

/** The key of the function that Node, Bun and Deno print an object by: without it they print getters and not numbers. */
const INSPECT = /* @__PURE__ */ Symbol.for('nodejs.util.inspect.custom');

interface Holder {
  readonly [VALUES]: Record<string, unknown>;
}

/** The fields of a class, made once: its objects share their getters, so that engines can compile them. */
export type Fields = readonly (readonly [key: PropertyKey, property: PropertyDescriptor])[];

/** What an assignment does: a sentence, which is the remedy of the error; or a check, whose result becomes the value. */
type OnAssignment<T> = string | ((object: T, value: unknown) => unknown);

/**
 * The fields of a class.
 *
 * @param owner - What errors call an object, as `neuron`.
 * @param saving - How its numbers are saved, which JSON.stringify does not do: a sentence.
 * @param assignments - For each field, in the order of printing, what an assignment does.
 * @param hidden - Which fields are not listed, as bound methods.
 */
export function fieldsOf<T extends object>(
  owner: string,
  saving: string,
  assignments: Readonly<Record<string, OnAssignment<T>>>,
  hidden: readonly string[] = [],
): Fields {
  const toJSON = function (this: T) {
    return jsonNote(owner, saving, this);
  };
  const own = Object.entries(assignments).map(([name, onAssignment]): Fields[number] => [
    name,
    {
      enumerable: !hidden.includes(name),
      get(this: Holder) {
        return this[VALUES][name];
      },
      set(this: T & Holder, value: unknown) {
        if (typeof onAssignment === 'string') throw refusal(owner, name, value, onAssignment);
        this[VALUES][name] = onAssignment(this, value);
      },
    },
  ]);
  return [[INSPECT, { value: printed }], ['toJSON', { value: toJSON }], ...own];
}

/** Gives an object its fields. `values` may have getters, for fields that are made when they are first read. */
export function defineFields(object: object, fields: Fields, values: Record<string, unknown>): void {
  Object.defineProperty(object, VALUES, { value: values });
  // One by one: Object.defineProperties takes half as long again.
  for (const [key, property] of fields) Object.defineProperty(object, key, property);
}

/**
 * Freezes an object that was made by its class. One of a subclass stays open for fields of its own, and may not write anew the methods
 * that the library goes without.
 *
 * @param plain - The prototype of the class.
 * @param owner - The name of the class.
 */
export function closeObject<T extends object>(
  object: T,
  plain: T,
  owner: string,
  methods: readonly (keyof T & string)[],
): void {
  if (Object.getPrototypeOf(object) === plain) Object.freeze(object);
  for (const name of methods) {
    if (Object.getPrototypeOf(object)[name] === plain[name]) continue;
    const remedy = 'Training, evaluation and files go by the weights and do not call it: give yours another name.';
    throw new ArgumentError(wording(`${object.constructor.name}.${name}`, `the method of ${owner}`, 'another', remedy));
  }
}

/**
 * The same object, frozen, whose fields refuse assignments, those that are not listed among them: for values that functions make, which have no class.
 *
 * @param remedy - What to do instead of an assignment.
 */
export function fixed<T extends object>(owner: string, remedy: string, object: T): T {
  for (const name of Object.getOwnPropertyNames(object)) {
    const { configurable, value, get = () => value } = Object.getOwnPropertyDescriptor(object, name) as PropertyDescriptor;
    if (!configurable) continue;
    const set = (given: unknown) => {
      throw refusal(owner, name, given, remedy);
    };
    Object.defineProperty(object, name, { get, set });
  }
  return Object.freeze(Object.defineProperty(object, INSPECT, { value: printed }));
}

function refusal(owner: string, name: string, value: unknown, remedy: string): ArgumentError {
  return new ArgumentError(wording(`${owner}.${name}`, 'no assignment', describe(value), remedy));
}

/**
 * The values of an object's fields, for inner loops: reading them calls no getter. An object without such values is its own holder: it
 * may borrow the methods of a class, as data with a custom reader do.
 */
export function valuesOf<T extends object>(object: T): T {
  return (object as { readonly [VALUES]?: T })[VALUES] ?? object;
}

/** The object as plain fields under the same prototype, to be printed. */
function printed(this: object): object {
  const copy = Object.create(Object.getPrototypeOf(this), { [INSPECT]: { value: undefined } });
  for (const [name, value] of Object.entries(this)) Object.defineProperty(copy, name, { value, enumerable: true });
  return copy;
}
