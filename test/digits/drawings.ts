// Twenty digits drawn by hand, two of each: what a pen leaves, as points on paper of 100 x 100, y downwards.
import type { Strokes } from 'glassbox-nn/digits';

/** A drawing, and the digit that is meant. */
export interface Drawing {
  readonly digit: number;
  readonly strokes: Strokes;
}

/** A line for each drawing: the digit, then its strokes, parted by |, as x,y for each point. */
const DRAWN = `
0: 55,8 40,12 28,26 22,45 24,66 33,84 48,92 62,88 74,74 79,54 77,33 68,16 55,8
0: 46,20 30,30 20,50 26,72 44,82 64,78 78,62 80,42 70,26 54,19 44,22
1: 52,8 51,30 50,52 49,74 48,93
1: 64,10 59,32 53,55 47,76 42,92
2: 26,28 32,15 46,8 61,11 69,24 65,40 53,55 39,70 25,86 24,90 42,89 60,89 78,88
2: 28,30 38,16 54,12 66,20 66,36 54,54 38,70 26,84 30,88 46,82 62,84 80,90
3: 28,16 42,9 58,10 68,20 65,34 52,44 42,47 56,49 69,58 72,73 62,87 45,92 28,86
3: 26,14 48,10 70,12 58,28 46,42 62,46 72,58 70,76 56,90 38,92 24,84
4: 36,10 31,30 26,52 44,54 62,53 80,51 | 62,12 61,40 60,66 59,93
4: 60,8 46,28 32,48 22,62 42,63 62,62 82,61 | 62,34 61,54 60,74 59,94
5: 70,10 54,11 36,12 | 36,12 34,28 32,44 46,40 61,44 71,56 71,72 61,86 45,92 28,88
5: 72,12 40,12 34,44 50,42 66,50 70,66 62,82 46,90 26,86
6: 62,8 48,20 36,37 29,56 29,74 38,88 53,92 66,84 69,70 61,58 47,56 35,63 30,74
6: 56,8 42,26 32,48 28,70 38,88 56,90 68,78 64,64 50,58 36,66 30,76
7: 24,14 42,13 60,13 76,12 68,30 59,50 51,70 44,92
7: 22,18 48,15 78,12 66,36 54,62 46,92
8: 62,18 50,9 37,14 33,27 42,39 54,48 66,60 69,76 59,89 45,92 33,84 31,70 40,57 53,46 63,34 64,22 60,15
8: 64,20 52,10 38,16 38,30 50,44 62,58 66,74 56,90 42,90 34,76 40,60 52,46 64,32 64,20
9: 68,26 57,12 42,12 32,24 33,38 45,46 59,42 67,28 67,48 64,70 60,93
9: 66,22 54,10 38,16 32,32 42,44 56,42 66,26 62,50 54,72 46,92
`;

/** The drawings. */
export const drawings: readonly Drawing[] = DRAWN.trim()
  .split('\n')
  .map((line) => {
    const [digit, points] = line.split(': ') as [string, string];
    const strokes = points.split(' | ').map((stroke) => stroke.split(' ').map(readPoint));
    return { digit: Number(digit), strokes };
  });

function readPoint(text: string) {
  const [x, y] = text.split(',').map(Number) as [number, number];
  return { x, y };
}
