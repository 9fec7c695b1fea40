// What JSON.stringify writes of our objects. Their arrays would become objects with a key for each number.

/** A short description in place of the numbers. `saving` says how they are saved. */
export function jsonNote(kind: string, saving: string, object?: object): object {
  const text = String(object ?? '');
  // An object without a text of its own gets the engine's.
  const described = text === '' || text.startsWith('[object') ? {} : { text };
  return { format: 'glassbox-nn', kind, ...described, note: `JSON.stringify writes none of its numbers. ${saving}` };
}

/** Gives an object the `toJSON` that JSON.stringify asks for. It is not listed among its fields. */
export function withJsonNote<T extends object>(object: T, kind: string, saving: string): T {
  return Object.defineProperty(object, 'toJSON', { value: () => jsonNote(kind, saving) });
}
