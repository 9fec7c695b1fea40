// The middle and the ends of a few numbers.

export interface Spread {
  readonly mean: number;
  readonly least: number;
  readonly most: number;
}

export function spreadOf(numbers: readonly number[]): Spread {
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  return { mean, least: Math.min(...numbers), most: Math.max(...numbers) };
}
