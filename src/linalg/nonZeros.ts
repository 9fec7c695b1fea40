// The numbers of a vector that are not zero. Most pixels of a digit are black, and a zero adds nothing to any sum.

/** Indices and values of a vector's non-zero numbers, in order: the first `count` places of both arrays hold them. */
export interface NonZeros {
  count: number;
  indices: Int32Array;
  values: Float32Array;
}

/** Lists the non-zeros of `vector` in `list`, whose arrays grow if they are too short. */
function listNonZeros(list: NonZeros, vector: Float32Array): NonZeros {
  if (list.indices.length < vector.length) {
    list.indices = new Int32Array(vector.length);
    list.values = new Float32Array(vector.length);
  }
  const { indices, values } = list;
  let count = 0;
  for (let i = 0; i < vector.length; i++) {
    const value = vector[i];
    if (value !== 0) {
      indices[count] = i;
      values[count] = value;
      count++;
    }
  }
  list.count = count;
  return list;
}

let shared: NonZeros | undefined;

/** A list for the use of one call: the next call overwrites it. */
export function nonZerosOf(vector: Float32Array): NonZeros {
  shared ??= { count: 0, indices: new Int32Array(0), values: new Float32Array(0) };
  return listNonZeros(shared, vector);
}
