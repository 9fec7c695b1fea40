// ONNX files made by hand, as other programs write them: message by message, after onnx.proto3 alone.

/** A field that holds bytes. */
export function bytesField(number: number, bytes: ArrayLike<number>): number[] {
  return [...varint(number * 8 + 2), ...varint(bytes.length), ...Array.from(bytes)];
}

/** A field that holds a whole number. */
export function wholeField(number: number, value: number): number[] {
  return [...varint(number * 8), ...varint(value)];
}

/** A field that holds a text. */
export function textField(number: number, text: string): number[] {
  return bytesField(number, new TextEncoder().encode(text));
}

/** A whole number in seven bits a byte. */
export function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}

/** A tensor of float32 numbers, as `raw_data`. */
export function tensor(name: string, shape: readonly number[], numbers: readonly number[]): number[] {
  const raw = new Uint8Array(Float32Array.from(numbers).buffer);
  return [...bytesField(1, shape.flatMap(varint)), ...wholeField(2, 1), ...textField(8, name), ...bytesField(9, raw)];
}

/** An attribute that is a whole number. */
export function wholeAttribute(name: string, value: number): number[] {
  return [...textField(1, name), ...wholeField(3, value), ...wholeField(20, 2)];
}

/** A node. */
export function node(
  operator: string,
  inputs: readonly string[],
  output: string,
  attributes: readonly number[][] = [],
): number[] {
  return [
    ...inputs.flatMap((input) => textField(1, input)),
    ...textField(2, output),
    ...textField(4, operator),
    ...attributes.flatMap((attribute) => bytesField(5, attribute)),
  ];
}

/** A file of one graph, from `x` to `y`. */
export function file(nodes: readonly number[][], tensors: readonly number[][], more: readonly number[] = []): Uint8Array {
  const graph = [
    ...nodes.flatMap((item) => bytesField(1, item)),
    ...textField(2, 'main_graph'),
    ...tensors.flatMap((item) => bytesField(5, item)),
    ...bytesField(11, textField(1, 'x')),
    ...bytesField(12, textField(1, 'y')),
    ...more,
  ];
  return Uint8Array.from([...wholeField(1, 8), ...bytesField(7, graph), ...bytesField(8, wholeField(2, 17))]);
}
