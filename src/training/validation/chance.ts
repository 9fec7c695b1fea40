// The probability of a split if the examples are in random order: exactly, for one class, and by runs, for all.

/**
 * The probability that of `part` examples, drawn from `total` of which `members` are of one class, at most (or at least, whichever
 * is rarer) `seen` are of that class: a tail of the hypergeometric distribution.
 *
 * Probabilities relative to the likeliest number, from there outwards, by the ratio of neighbours
 * p(x + 1) / p(x) = (members - x) (part - x) / ((x + 1) (total - members - part + x + 1)).
 */
export function rareness(total: number, members: number, part: number, seen: number): number {
  const least = Math.max(0, part - (total - members));
  const most = Math.min(members, part);
  const ratio = (x: number) => ((members - x) * (part - x)) / ((x + 1) * (total - members - part + x + 1));
  const mode = Math.min(Math.max(Math.floor(((part + 1) * (members + 1)) / (total + 2)), least), most);
  let [below, above, all] = [0, 0, 0];
  const count = (x: number, weight: number) => {
    all += weight;
    if (x <= seen) below += weight;
    if (x >= seen) above += weight;
  };
  count(mode, 1);
  for (let x = mode, weight = 1; x < most && weight > 0; x++) {
    weight *= ratio(x);
    count(x + 1, weight);
  }
  for (let x = mode, weight = 1; x > least && weight > 0; x--) {
    weight /= ratio(x - 1);
    count(x - 1, weight);
  }
  return Math.min(below, above) / all;
}

/**
 * By how many standard deviations the labels have fewer runs of equal ones than in random order: far above 0 for sorted data.
 *
 * Mean and variance of the number of runs of several kinds: A. M. Mood, "The distribution theory of runs" (1940). With counts c of n
 * labels, S = sum of c^2 and T = sum of c^3: the mean is 1 + (n^2 - S) / n, the variance (S (S + n (n + 1)) - 2 n T - n^3) / (n^2 (n - 1)).
 *
 * @param labels - [n], at least two.
 * @param counts - Of each class: [classes].
 */
export function sortedness(labels: ArrayLike<number>, counts: Float64Array): number {
  const n = labels.length;
  let runs = 1;
  for (let index = 1; index < n; index++) if (labels[index] !== labels[index - 1]) runs += 1;
  const squares = counts.reduce((sum, count) => sum + count * count, 0);
  const cubes = counts.reduce((sum, count) => sum + count * count * count, 0);
  const mean = 1 + (n * n - squares) / n;
  const variance = (squares * (squares + n * (n + 1)) - 2 * n * cubes - n * n * n) / (n * n * (n - 1));
  return variance > 0 ? (mean - runs) / Math.sqrt(variance) : 0;
}
