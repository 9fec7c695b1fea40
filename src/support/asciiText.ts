// Turns ASCII bytes into text. Long texts are written as bytes: a string that grows letter by letter takes a hundred times as long.

/** Letters that one call takes where there is no `TextDecoder`: engines take only so many arguments. */
const PIECE = 4096;

/** The text of bytes that are ASCII, and not shared between threads. */
export function asciiText(bytes: Uint8Array): string {
  if (typeof TextDecoder !== 'undefined') return new TextDecoder().decode(bytes);
  let text = '';
  for (let start = 0; start < bytes.length; start += PIECE) {
    text += String.fromCharCode(...bytes.subarray(start, start + PIECE));
  }
  return text;
}
