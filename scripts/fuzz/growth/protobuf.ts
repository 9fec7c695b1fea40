// Pieces of Protocol Buffers, as ONNX files that grow are made of: texts with a character for each byte, which are put together fast.

/** A whole number in seven bits a byte, the last ones first. */
export function varint(value: number): string {
  let text = '';
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) text += String.fromCharCode((rest % 128) + 128);
  return text + String.fromCharCode(rest);
}

/** A field that is a whole number. */
export const number = (field: number, value: number): string => varint(8 * field) + varint(value);

/** A field that is a text, bytes or a message: of these parts. */
export function message(field: number, ...parts: readonly string[]): string {
  const content = parts.join('');
  return varint(8 * field + 2) + varint(content.length) + content;
}

/** Messages inside each other, each the only field of the one around it, up to about so many bytes. */
export function nested(field: number, size: number): string {
  const heads: string[] = [];
  for (let length = 0; length < size; length += (heads.at(-1) as string).length)
    heads.push(varint(8 * field + 2) + varint(length));
  return heads.reverse().join('');
}

/** The bytes. */
export const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
