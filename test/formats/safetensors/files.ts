// Safetensors files made by hand, written after the format's description alone.

const text = new TextEncoder();

/** A file of a header's bytes and its numbers. */
export function fileOf(header: string | Uint8Array, data: ArrayLike<number> = [], length?: bigint): Uint8Array {
  const bytes = typeof header === 'string' ? text.encode(header) : header;
  const file = new Uint8Array(8 + bytes.length + data.length);
  new DataView(file.buffer).setBigUint64(0, length ?? BigInt(bytes.length), true);
  file.set(bytes, 8);
  file.set(data, 8 + bytes.length);
  return file;
}

/** The header's words for one tensor. */
export function tensor(
  dtype: string,
  shape: readonly (number | string)[],
  begin: number | string,
  end: number | string,
): string {
  return `{"dtype":"${dtype}","shape":[${shape.join(',')}],"data_offsets":[${begin},${end}]}`;
}

/** The little-endian bytes of float32 numbers. */
export function float32Bytes(numbers: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * numbers.length));
  for (const [index, number] of numbers.entries()) view.setFloat32(4 * index, number, true);
  return new Uint8Array(view.buffer);
}

/** A layer of 2 inputs and 1 output, as PyTorch writes it: weights [1, 2], bias [1]. */
export function smallLayer(
  weight = tensor('F32', [1, 2], 0, 8),
  bias = tensor('F32', [1], 8, 12),
  numbers = [1, -0.5, 0.25],
): Uint8Array {
  return fileOf(`{"0.weight":${weight},"0.bias":${bias}}`, float32Bytes(numbers));
}
