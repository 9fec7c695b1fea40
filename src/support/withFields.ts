// Functions that carry plain data: an activation, a loss.

/** Gives a function unchangeable fields. Its `name` can be set in no other way, and minifiers would change it otherwise. */
export function withFields<F extends object>(target: F, fields: Record<string, unknown>): F {
  for (const [field, value] of Object.entries(fields)) Object.defineProperty(target, field, { value, enumerable: true });
  return target;
}
