// Texts that repeat: what growers of JSON and CSV are made of.

/** So many copies of a piece that they have about so many characters. */
export const times = (piece: string, size: number): string => piece.repeat(Math.max(1, Math.floor(size / piece.length)));

/** The same with a comma between them. */
export const listed = (piece: string, size: number): string => times(`${piece},`, size).slice(0, -1);

/** A list of as many items as have so many characters, each made from its place. */
export function counted(size: number, item: (place: number) => string): string {
  const items: string[] = [];
  for (let length = 0; length < size; length += (items.at(-1) as string).length + 1) items.push(item(items.length));
  return items.join(',');
}
