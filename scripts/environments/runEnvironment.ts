// Runs an environment in a project of its own, place by place.
import { type Environment, NotHere } from './environment.js';
import { checkFound, type Found, foundIn } from './found.js';
import type { Project } from './project.js';

/** What came of a place. */
export interface Row {
  readonly environment: string;
  /** The version of its first package, or Node's. */
  readonly version: string;
  readonly place: string;
  readonly verdict: 'same bits' | 'failed' | 'not run';
  /** Why it failed or was not run. */
  readonly reason?: string;
  readonly found?: Found;
  readonly seconds: number;
}

/** Characters of a reason that are kept. */
const MOST = 3000;

/**
 * Runs all places of an environment. One that fails leaves the others to run.
 *
 * @param bits - What plain Node came to; undefined for plain Node itself.
 */
export async function runEnvironment(
  environment: string,
  { packages = {}, prepare, places }: Environment,
  project: Project,
  bits: string | undefined,
): Promise<Row[]> {
  const version = Object.values(packages)[0] ?? process.versions.node;
  const rows: Row[] = [];
  let broken: unknown;
  try {
    await project.install(packages);
    await project.installLibrary();
    await prepare?.(project);
  } catch (error) {
    broken = error;
  }
  for (const [place, run] of Object.entries(places)) {
    const began = Date.now();
    const row = (verdict: Row['verdict'], rest: Pick<Row, 'found' | 'reason'>): Row => {
      return { environment, version, place, verdict, seconds: Math.round((Date.now() - began) / 1000), ...rest };
    };
    try {
      if (broken !== undefined) throw broken;
      const found = foundIn(await run(project));
      checkFound(found, bits ?? found.bits);
      rows.push(row('same bits', { found }));
    } catch (error) {
      const reason = [(error as Error).message, ...project.printed].join('\n').slice(0, MOST);
      rows.push(row(error instanceof NotHere ? 'not run' : 'failed', { reason }));
    }
  }
  return rows;
}
