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

it('a release is published with provenance, by a job that may ask for an identity', () => {
  const text = workflows.find(({ name }) => name === 'release.yml')?.text;
  expect(text).toContain('id-token: write');
  expect(text).toContain("NPM_CONFIG_PROVENANCE: 'true'");
  const { publishConfig } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(publishConfig).toEqual({ access: 'public', provenance: true });
});

it('the package, its lock file and the changelog tell the same version', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  expect([lock.version, lock.packages[''].version]).toEqual([version, version]);
  expect(readFileSync(join(root, 'CHANGELOG.md'), 'utf8').match(/^## (.*)$/m)?.[1]).toBe(version);
});
