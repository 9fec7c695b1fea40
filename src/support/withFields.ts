// Functions with fields: activations and losses.

/** Gives a function fields and freezes it. It sets the `name` too, which minifiers would change. */
export function withFields<F extends object, const Fields extends object>(target: F, fields: Fields): F & Fields {
  return Object.freeze(Object.assign(Object.defineProperty(target, 'name', { writable: true }), fields));
}
