// Spoils a right call: one of its arguments, or a value inside of one, becomes junk.

/** A way to a value inside of arguments: their index, then names and indices. */
export type Path = readonly (string | number)[];

/** How deep plain objects and lists are looked into. */
const DEPTH = 4;

/** The ways to every argument, and to all values of plain objects and lists in them. */
export function pathsIn(value: unknown, depth = 0): Path[] {
  if (depth > DEPTH || !isOpen(value)) return [];
  return Object.keys(value).flatMap((key) => {
    const name = Array.isArray(value) ? Number(key) : key;
    return [[name], ...pathsIn((value as Record<string, unknown>)[key], depth + 1).map((path) => [name, ...path])];
  });
}

/** Whether a value is a list or a plain object: one that the caller wrote out. */
function isOpen(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}

/** The same with junk at a place. */
export function spoiled(value: unknown, [name, ...rest]: Path, junk: unknown): unknown {
  const inner = rest.length === 0 ? junk : spoiled((value as Record<string, unknown>)[name as string], rest, junk);
  if (Array.isArray(value)) return value.map((item, index) => (index === name ? inner : item));
  return { ...(value as object), [name as string]: inner };
}
