// What runs on GitHub: every action is pinned to one commit, no workflow may do more than its jobs ask for, and a release has one version.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const folder = join(root, '.github/workflows');
const workflows = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

it('the workflows are found', () => {
  expect(workflows.map(({ name }) => name)).toEqual(['ci.yml', 'release.yml', 'site.yml']);
});

describe.each(workflows)('$name', ({ text }) => {
  it('pins every action to the 40 digits of a commit, with the version beside it', () => {
    const uses = text.match(/\buses:.*/g) ?? [];
    expect(uses.length).toBeGreaterThan(1);
    for (const line of uses) expect(line).toMatch(/^uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('begins with no more than the right to read', () => {
    expect(text).toMatch(/^permissions:(?: \{\}|\n {2}contents: read\n\n)/m);
  });
});

describe('a release', () => {
  const text = workflows.find(({ name }) => name === 'release.yml')?.text ?? '';
  /** Each job by its name, as lines that are two spaces deep. */
  const jobs = Object.fromEntries(
    Array.from(text.slice(text.indexOf('\njobs:\n')).matchAll(/^ {2}([\w-]+):\n((?: {3,}.*\n|\n)+)/gm), ([, name, job]) => [
      name,
      job ?? '',
    ]),
  );
  const rightsOf = (job = '') => /^ {4}permissions:\n((?: {6}.*\n)+)/m.exec(job)?.[1]?.trim().split(/\n */);

  it('has a job for each set of rights', () => {
    expect(Object.fromEntries(Object.entries(jobs).map(([name, job]) => [name, rightsOf(job)]))).toEqual({
      build: ['contents: read'],
      propose: ['contents: write', 'pull-requests: write'],
      ci: ['actions: read'],
      publish: ['contents: write', 'id-token: write'],
    });
  });

  it('is built and tested without rights, secrets or credentials', () => {
    expect(jobs.build).toContain('persist-credentials: false');
    expect(jobs.build).not.toMatch(/secrets\.|github\.token|GITHUB_TOKEN|environment:/);
    expect(jobs.build).toContain('npm run test:package');
  });

  it.each(['propose', 'ci', 'publish'])('runs nothing of other packages, nor of its own, with rights: %s', (name) => {
    expect(jobs[name]).not.toMatch(/npm (ci|install|run|test|exec|pack)|npx|node |\.ci\/run/);
  });

  it('is published as it was built, with provenance, when CI found no fault with its commit', () => {
    expect(jobs.publish).toContain('needs: [build, ci]');
    expect(jobs.publish).not.toContain('actions/checkout');
    expect(jobs.publish).toMatch(/npm publish "\.\/glassbox-nn-\$VERSION\.tgz" --ignore-scripts --access public --provenance/);
    expect(jobs.ci).toMatch(/gh run list --workflow ci\.yml --commit "\$GITHUB_SHA"/);
    expect(jobs.ci).toContain('gh run watch "$run" --exit-status');
    // The secret is seen by one job.
    expect(text.match(/secrets\.\w+/g)).toEqual(['secrets.NPM_TOKEN']);
    expect(jobs.publish).toContain('secrets.NPM_TOKEN');
    const { publishConfig } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(publishConfig).toEqual({ access: 'public', provenance: true });
  });
});

it('the package, its lock file and the changelog tell the same version', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  expect([lock.version, lock.packages[''].version]).toEqual([version, version]);
  expect(readFileSync(join(root, 'CHANGELOG.md'), 'utf8').match(/^## (.*)$/m)?.[1]).toBe(version);
});
