// Digits as a pen draws them: shapes that hands differ in, each a little bent, leaning, and wide or narrow.
import type { Random } from 'glassbox-nn';
import type { Strokes } from 'glassbox-nn/digits';
import type { Kind } from './Kind.js';

/** A line for each shape: its name, the digit, then its strokes, parted by |, as x,y for each point of paper of 100 x 100. */
const SHAPES = `
0: 0: 55,8 40,12 28,26 22,45 24,66 33,84 48,92 62,88 74,74 79,54 77,33 68,16 55,8
1, a line: 1: 52,8 51,30 50,52 49,74 48,93
1 with a short upstroke: 1: 40,20 54,8 53,40 52,93
1 with a foot: 1: 42,20 54,8 53,40 52,92 | 34,92 70,92
1 with a long upstroke: 1: 26,36 40,22 53,8 53,40 52,93
2: 2: 26,28 32,15 46,8 61,11 69,24 65,40 53,55 39,70 25,86 24,90 42,89 60,89 78,88
2 with a loop: 2: 28,30 38,16 54,12 66,20 66,36 54,54 38,74 26,84 24,76 34,72 46,80 62,88 80,86
3: 3: 28,16 42,9 58,10 68,20 65,34 52,44 42,47 56,49 69,58 72,73 62,87 45,92 28,86
3 with a flat top: 3: 26,14 48,10 70,12 58,28 46,42 62,46 72,58 70,76 56,90 38,92 24,84
4, open: 4: 36,10 31,30 26,52 44,54 62,53 80,51 | 62,12 61,40 60,66 59,93
4, closed: 4: 60,8 46,28 32,48 22,62 42,63 62,62 82,61 | 60,8 61,34 61,54 60,74 59,94
5: 5: 70,10 54,11 36,12 | 36,12 34,28 32,44 46,40 61,44 71,56 71,72 61,86 45,92 28,88
5 in one stroke: 5: 72,12 40,12 34,44 50,42 66,50 70,66 62,82 46,90 26,86
5 with a short tail: 5: 70,10 38,12 34,44 50,41 64,48 70,62 66,76 54,86 44,88
6: 6: 62,8 48,20 36,37 29,56 29,74 38,88 53,92 66,84 69,70 61,58 47,56 35,63 30,74
6, straight: 6: 56,8 42,32 30,58 28,74 38,90 56,90 68,78 64,64 50,58 36,64 30,72
7: 7: 24,14 42,13 60,13 76,12 68,30 59,50 51,70 44,92
7 with a bar: 7: 24,14 50,13 76,12 64,40 52,68 44,92 | 40,52 72,50
8: 8: 62,18 50,9 37,14 33,27 42,39 54,48 66,60 69,76 59,89 45,92 33,84 31,70 40,57 53,46 63,34 64,22 60,15
8 of two rings: 8: 50,48 36,42 32,28 38,14 50,9 63,14 68,28 64,42 50,48 | 50,48 66,56 72,72 64,88 50,92 34,88 28,72 34,56 50,48
9: 9: 66,22 54,10 38,16 32,32 42,44 56,42 66,26 62,50 54,72 46,92
9, curved: 9: 68,26 57,12 42,12 32,24 33,38 45,46 59,42 67,28 67,48 66,70 56,88 38,90
`;

/** The kinds: strokes as they are, which `recognize` takes. */
export const strokeKinds: readonly Kind[] = SHAPES.trim()
  .split('\n')
  .map((line) => {
    const [, name, label, points] = /^(.+): (\d): (.+)$/.exec(line) as unknown as [string, string, string, string];
    const strokes = points.split(' | ').map((stroke) => stroke.split(' ').map(readPoint));
    return {
      name: `strokes: ${name}`,
      group: 'strokes' as const,
      // As much of Europe writes it, and MNIST's writers did not: see docs/digits.md.
      ...(name === '1 with a long upstroke' && { least: 0.7 }),
      make: (_: unknown, random: Random) => ({ picture: drawnBy(random, strokes), label: Number(label) }),
    };
  });

function readPoint(text: string) {
  const [x, y] = text.split(',').map(Number) as [number, number];
  return { x, y };
}

/** Leaning by up to a sixth, turned by up to 6 degrees, up to a seventh wider or narrower, each point up to 2 of 100 aside. */
function drawnBy(random: Random, strokes: Strokes): Strokes {
  const [lean, turn] = [random.uniform(-0.17, 0.17), (random.uniform(-6, 6) * Math.PI) / 180];
  const wide = random.uniform(0.86, 1.14);
  return strokes.map((stroke) =>
    stroke.map(({ x, y }) => {
      const [right, down] = [wide * (x - 50) - lean * (y - 50) + random.uniform(-2, 2), y - 50 + random.uniform(-2, 2)];
      return { x: 50 + Math.cos(turn) * right - Math.sin(turn) * down, y: 50 + Math.sin(turn) * right + Math.cos(turn) * down };
    }),
  );
}
