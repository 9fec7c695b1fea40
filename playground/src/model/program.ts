// Pieces of a program, put together with their imports on top.

/** Some lines, and what they import from where. */
export interface Piece {
  readonly imports: Readonly<Record<string, readonly string[]>>;
  readonly lines: readonly string[];
}

/** One program of several pieces, a blank line between them. */
export function program(pieces: readonly Piece[]): string {
  const modules = new Map<string, Set<string>>();
  for (const { imports } of pieces) {
    for (const [module, names] of Object.entries(imports)) {
      modules.set(module, new Set([...(modules.get(module) ?? []), ...names]));
    }
  }
  const head = [...modules]
    .sort(([one], [other]) => rank(one) - rank(other) || (one < other ? -1 : 1))
    .map(([module, names]) => `import { ${[...names].sort().join(', ')} } from '${module}';`);
  return `${[head, ...pieces.map(({ lines }) => lines)].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Node's own first. */
function rank(module: string): number {
  return module.startsWith('node:') ? 0 : 1;
}
