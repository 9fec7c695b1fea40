// Two texts, line by line: which lines of the one go, and which of the other come, place by place.

/** The changed lines with `- ` or `+ ` in front, without their indent, and a line `  ...` between places that are apart. */
export function lineDifference(before: string, after: string): string {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const same = commonLines(old, now);
  const places: string[] = [];
  let [at, to] = [0, 0];
  for (const [nextAt, nextTo] of [...same, [old.length, now.length] as const]) {
    const gone = old.slice(at, nextAt).map((line) => `- ${line.trim()}`);
    const come = now.slice(to, nextTo).map((line) => `+ ${line.trim()}`);
    if (gone.length + come.length > 0) places.push([...gone, ...come].join('\n'));
    [at, to] = [nextAt + 1, nextTo + 1];
  }
  return places.join('\n  ...\n');
}

/** The longest row of lines that stand in both texts in the same order, by their indexes in each. */
function commonLines(old: readonly string[], now: readonly string[]): [old: number, now: number][] {
  // lengths[i][j]: how many lines the rests from old[i] and now[j] on have in common.
  const lengths = Array.from({ length: old.length + 1 }, () => Array<number>(now.length + 1).fill(0));
  const lengthAt = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const length = old[i] === now[j] ? 1 + lengthAt(i + 1, j + 1) : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
      (lengths[i] as number[])[j] = length;
    }
  }
  const same: [number, number][] = [];
  for (let i = 0, j = 0; i < old.length && j < now.length; ) {
    if (old[i] === now[j]) same.push([i++, j++]);
    else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i++;
    else j++;
  }
  return same;
}
