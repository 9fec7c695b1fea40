// The order of names by their numbers: fc2 before fc10.

/**
 * The names in the order of their numbers, as places in `names`. It is undefined if the numbers give no order: for names with other
 * letters (`fc1`, `classifier`), and for names with the same numbers (`fc1`, `fc01`).
 */
export function orderByNumbers(names: readonly string[]): number[] | undefined {
  // Letters at the even places, numbers at the odd ones, without zeros in front: made once for each name, not for each comparison.
  const parts = names.map((name) => name.split(/(\d+)/).map((part, index) => (index % 2 ? part.replace(/^0+/, '') : part)));
  const [first] = parts;
  if (
    !parts.every((each) => each.length === first?.length && each.every((part, index) => index % 2 || part === first[index]))
  ) {
    return undefined;
  }
  const order = [...names.keys()].sort((a, b) => difference(parts[a], parts[b]));
  const isSame = (place: number, index: number) => index > 0 && difference(parts[order[index - 1]], parts[place]) === 0;
  return order.some(isSame) ? undefined : order;
}

/** Below 0 if `a` comes first: at the first number that differs. Whole numbers of any length are compared exactly. */
function difference(a: readonly string[], b: readonly string[]): number {
  for (let index = 1; index < a.length; index += 2) {
    const [left, right] = [a[index], b[index]];
    if (left.length !== right.length) return left.length - right.length;
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
