// Tells the kinds of a union apart by their fields.

/** Whether an object has an own field of that name, whatever stands on Object.prototype. */
export function hasField<Value extends object, Name extends string>(value: Value, name: Name): value is WithField<Value, Name> {
  return Object.hasOwn(value, name);
}

/** The kinds of a union that have the field. */
type WithField<Value, Name extends string> = Value extends unknown ? (Name extends keyof Value ? Value : never) : never;
