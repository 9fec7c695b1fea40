// Which of several kinds of object something is.

/** Whether an object has a field of its own, which names that are put on Object.prototype do not change. */
export function hasField<Value extends object, Name extends string>(value: Value, name: Name): value is WithField<Value, Name> {
  return Object.hasOwn(value, name);
}

/** The kinds of a union that have the field. */
type WithField<Value, Name extends string> = Value extends unknown ? (Name extends keyof Value ? Value : never) : never;
