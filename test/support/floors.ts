// The rule of the floors: what a graph of imports may look like.
import { ASSEMBLY, type Graph } from './imports.js';

/** The floor of each folder. */
export type Floors = ReadonlyMap<string, number>;

/** The floors in the table of docs/architecture.md. */
export function readFloors(markdown: string): Floors {
  const rows = markdown.matchAll(/^\| (\d+) \| `(\w+)` \|/gm);
  return new Map([...rows].map(([, floor, folder]) => [folder as string, Number(floor)]));
}

/** Each import that breaks the rule, in words: up a floor, sideways, in a circle, or of a platform from a floor that has none. */
export function brokenRules(graph: Graph, floors: Floors): string[] {
  const broken: string[] = [];
  for (const [file, imports] of graph) {
    const folder = folderOf(file);
    const hasFloor = floors.has(folder) || folder === '' || folder === ASSEMBLY;
    if (!hasFloor) broken.push(`${file}: its folder has no floor in docs/architecture.md`);
    for (const { target } of imports) {
      const reason = graph.has(target) ? wrongWay(folder, folderOf(target), floors) : wrongPackage(folder, target);
      if (reason) broken.push(`${file} imports ${target}: ${reason}`);
    }
  }
  return [...broken, ...circles(graph).map((circle) => `${circle.join(' -> ')}: a circle`)];
}

function wrongWay(from: string, to: string, floors: Floors): string | undefined {
  if (from === to || from === '') return undefined;
  if (to === '') return 'a door stands above all floors';
  if ([from, to].includes(ASSEMBLY)) return 'AssemblyScript is a program of its own';
  const [here, there] = [floors.get(from) ?? Number.NaN, floors.get(to) ?? Number.NaN];
  if (there < here) return undefined;
  return there === here ? `sideways on floor ${here}` : `up from floor ${here} to floor ${there}`;
}

/** The package's own description, of which the program tells the version. */
const MANIFEST = '../package.json';

function wrongPackage(folder: string, target: string): string | undefined {
  if (target === MANIFEST && folder === 'node') return undefined;
  if (!target.startsWith('node:')) return target.endsWith('.ts') ? 'there is no such file' : 'there are no dependencies';
  return folder === 'node' ? undefined : 'only the folder node may need Node';
}

function folderOf(file: string): string {
  if (file.startsWith(`${ASSEMBLY}/`)) return ASSEMBLY;
  return file.includes('/') ? (file.split('/')[0] as string) : '';
}

/** Each circle of imports that remain at run time, from a file back to itself. Types may name each other. */
function circles(graph: Graph): string[][] {
  const found: string[][] = [];
  const finished = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    const start = way.indexOf(file);
    if (start >= 0) {
      found.push([...way.slice(start), file]);
    } else if (!finished.has(file)) {
      const targets = new Set((graph.get(file) ?? []).filter(({ typeOnly }) => !typeOnly).map(({ target }) => target));
      for (const target of targets) if (graph.has(target)) visit(target, [...way, file]);
      finished.add(file);
    }
  };
  for (const file of graph.keys()) visit(file, []);
  return found;
}
