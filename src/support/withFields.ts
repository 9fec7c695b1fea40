// Functions that carry plain data: an activation, a loss.

/** Gives a function fields and freezes it. Its `name` is set too, since minifiers would change it otherwise. */
export function withFields<F extends object, Fields extends object>(target: F, fields: Fields): F & Fields {
  return Object.freeze(Object.assign(Object.defineProperty(target, 'name', { writable: true }), fields));
}
