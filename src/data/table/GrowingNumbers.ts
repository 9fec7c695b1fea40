// Numbers in an array that grows.

/** An array of either kind that columns have. */
type Numbers = Float64Array | Int32Array;

/** Numbers, one after another. */
export class GrowingNumbers<Kind extends Numbers> {
  values: Kind;
  /** Numbers in use. */
  length = 0;
  readonly make: (length: number) => Kind;
  readonly cut: (values: Kind, length: number) => Kind;

  constructor(make: (length: number) => Kind, cut: (values: Kind, length: number) => Kind) {
    this.make = make;
    this.cut = cut;
    this.values = make(64);
  }

  add(number: number): void {
    const { values, length } = this;
    if (length === values.length) {
      this.values = this.make(2 * length);
      this.values.set(values);
    }
    this.values[length] = number;
    this.length += 1;
  }

  /** The numbers, in a view of the array. */
  read(): Kind {
    return this.cut(this.values, this.length);
  }
}

/** An empty list of float64 numbers. */
export function growingFloats(): GrowingNumbers<Float64Array> {
  return new GrowingNumbers<Float64Array>(
    (length) => new Float64Array(length),
    (values, length) => values.subarray(0, length),
  );
}

/** An empty list of whole numbers. */
export function growingIntegers(): GrowingNumbers<Int32Array> {
  return new GrowingNumbers<Int32Array>(
    (length) => new Int32Array(length),
    (values, length) => values.subarray(0, length),
  );
}
