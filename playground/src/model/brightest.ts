// The brightest of some outputs: a network's answer.

/** An output by its place, and how bright it is. */
export interface Brightest {
  readonly output: number;
  readonly brightness: number;
}

/** The first of the brightest; undefined where no output is a number, as weights beyond measure make them. */
export function brightest(outputs: Float32Array): Brightest | undefined {
  let found: Brightest | undefined;
  outputs.forEach((brightness, output) => {
    if (!Number.isNaN(brightness) && (found === undefined || brightness > found.brightness)) found = { output, brightness };
  });
  return found;
}
