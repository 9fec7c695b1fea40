// How far two programs' answers to the same inputs are apart.

/** Says it, and throws if it is more than other orders of adding up can explain. */
export function apart(ours: Float32Array, theirs: Float32Array, outputs: number): string {
  if (ours.length !== theirs.length) throw new Error(`expected ${ours.length} numbers, got ${theirs.length}`);
  const most = ours.reduce((most, value, index) => Math.max(most, Math.abs(value - (theirs[index] as number))), 0);
  const count = ours.length / outputs;
  let same = 0;
  for (let row = 0; row < count; row++) {
    const [one, other] = [ours, theirs].map((answers) => brightest(answers.subarray(row * outputs, (row + 1) * outputs)));
    if (one === other) same += 1;
  }
  const text = `${same} of ${count} predictions the same, outputs at most ${most.toExponential(1)} apart`;
  if (!(most < 1e-5) || same < count) throw new Error(text);
  return text;
}

function brightest(outputs: Float32Array): number {
  return outputs.indexOf(Math.max(...outputs));
}
