// `npm run test:environments`: the packed library in the frameworks, test runners, bundlers and engines that it is used in. In each of
// them a project of its own installs it, trains long enough that `fit` gives way, and must come to the bits of plain Node.
//
//   npm run test:environments                     all of them: some twenty minutes
//   npm run test:environments -- --only next,jest
//
// Needs `npm run build` first. Packages come from the registry that npm is set to, in the versions of versions.ts; what cannot be had on
// this machine is reported as not run. Prints a table in Markdown, and fails where a place fails or has other bits.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Environment } from './environment.js';
import { ENVIRONMENTS } from './environments.js';
import { Project } from './project.js';
import { type Row, runEnvironment } from './runEnvironment.js';
import { table } from './table.js';

const root = join(import.meta.dirname, '../..');
const { values } = parseArgs({ options: { only: { type: 'string' } } });

/** The names to run, plain Node first, for all are compared with it. */
function chosenNames(only: string | undefined): string[] {
  const names = Object.keys(ENVIRONMENTS);
  const asked = only?.split(',') ?? names;
  const unknown = asked.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new Error(`There is no environment ${unknown.join(', ')}: --only takes some of ${names.join(',')}.`);
  return ['node', ...asked.filter((name) => name !== 'node')];
}

async function main(folder: string): Promise<number> {
  const names = chosenNames(values.only);
  if (!existsSync(join(root, 'dist/index.js'))) throw new Error('There is no dist/: run npm run build first.');
  const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: root, encoding: 'utf8' });
  const tarball = join(folder, packed.trim());
  const rows: Row[] = [];
  for (const name of names) {
    const project = new Project(tarball);
    try {
      const some = await runEnvironment(name, ENVIRONMENTS[name] as Environment, project, rows[0]?.found?.bits);
      for (const { place, verdict, reason } of some)
        console.log(`${[`${name}, ${place}: ${verdict}`, reason].filter(Boolean).join(': ')}`);
      rows.push(...some);
    } finally {
      await project.end();
    }
    if (rows[0]?.found === undefined) break; // there is nothing to compare with
  }
  console.log(`\n${table(rows)}`);
  const count = (verdict: Row['verdict']) => rows.filter((row) => row.verdict === verdict).length;
  const [same, failed, missing] = [count('same bits'), count('failed'), count('not run')];
  console.log(`\n${same} places with the bits of Node, ${failed} failed, ${missing} not run`);
  return failed > 0 || same < 2 ? 1 : 0;
}

const folder = mkdtempSync(join(tmpdir(), 'glassbox-environments-'));
try {
  process.exitCode = await main(folder);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
