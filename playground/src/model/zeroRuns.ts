// Drawings as text for an address: bytes, with runs of empty pixels written as their length, in base64url.

/** Pixels of a drawing. */
const PIXELS = 28 * 28;

/** [784] bytes as text; some 300 characters for a digit. */
export function packDrawing(bytes: Uint8Array): string {
  const packed: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const value = bytes[at] as number;
    let run = 1;
    while (value === 0 && run < 255 && bytes[at + run] === 0) run++;
    packed.push(value);
    if (value === 0) packed.push(run);
    at += run;
  }
  return btoa(String.fromCharCode(...packed))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

/** What `packDrawing` packed; undefined for any other text. */
export function unpackDrawing(text: string): Uint8Array<ArrayBuffer> | undefined {
  // No drawing is longer: where every other pixel is empty, three bytes stand for two pixels.
  if (text.length > 1568 || text.length % 4 === 1 || !/^[\w-]*$/.test(text)) return undefined;
  const packed = Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (character) => character.charCodeAt(0));
  const bytes = new Uint8Array(PIXELS);
  let at = 0;
  for (let index = 0; index < packed.length; index++) {
    const value = packed[index] as number;
    if (value !== 0) bytes[at++] = value;
    else at += packed[++index] || PIXELS + 1; // a run of none, or one whose length is cut off, is no run
    if (at > PIXELS) return undefined;
  }
  return at === PIXELS ? bytes : undefined;
}
