// What a terminal can show.

/** What the program knows of where it prints. */
export interface Terminal {
  /** Characters in a line. */
  readonly columns: number;
  /** Bits of colour, as Node's `getColorDepth` tells them: 24, 8, 4, or 1 for none. NO_COLOR and pipes have none. */
  readonly depth: number;
}

/** Whether it shows greys, and so half blocks of two of them. */
export function showsGreys({ depth }: Terminal): boolean {
  return depth >= 8;
}

/** The parameter of a colour sequence that asks for a grey, from 0 to 1: one of 256 or, with fewer colours, of the 24 between black and white. */
export function grey(brightness: number, { depth }: Terminal): string {
  if (depth < 24) return `5;${brightness < 0.02 ? 16 : 232 + Math.floor(brightness * 23 + 0.5)}`;
  const byte = Math.floor(brightness * 255 + 0.5);
  return `2;${byte};${byte};${byte}`;
}
