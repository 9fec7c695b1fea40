// Sides of a comparison, run in turn so that a busy moment hits them all, and told by their medians.

export interface Side {
  readonly name: string;
  /** One run; returns how long it took, in the unit of the table. */
  run(): number;
}

export interface Measured {
  readonly name: string;
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** Runs every side once unmeasured, so that the engine has compiled it, and then `rounds` times in turn. */
export function measure(sides: readonly Side[], rounds: number): Measured[] {
  for (const side of sides) side.run();
  const times = sides.map(() => [] as number[]);
  for (let round = 0; round < rounds; round++) {
    for (const [index, side] of sides.entries()) times[index]?.push(side.run());
  }
  return sides.map(({ name }, index) => {
    const sorted = (times[index] ?? []).sort((a, b) => a - b);
    return { name, median: sorted[sorted.length >> 1] ?? 0, least: sorted[0] ?? 0, most: sorted.at(-1) ?? 0 };
  });
}

/** A table in Markdown: medians, how far the runs were apart, and the ratio to the first side. */
export function table(title: string, unit: string, measured: readonly Measured[]): string {
  const first = measured[0]?.median ?? 1;
  const rows = measured.map(
    ({ name, median, least, most }) =>
      `| ${name} | ${median.toPrecision(3)} | ${least.toPrecision(3)} - ${most.toPrecision(3)} | ${(median / first).toFixed(2)} |`,
  );
  return [`### ${title}`, '', `| | median, ${unit} | least - most | times the first |`, '|---|---|---|---|', ...rows, ''].join(
    '\n',
  );
}

/** Seconds that a call takes. */
export function secondsOf(call: () => void): number {
  const began = performance.now();
  call();
  return (performance.now() - began) / 1000;
}
