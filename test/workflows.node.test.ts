// What runs on GitHub: every action is pinned to one commit, and no workflow may do more than its jobs ask for.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../.github/workflows');
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
  const { publishConfig } = JSON.parse(readFileSync(join(folder, '../../package.json'), 'utf8'));
  expect(publishConfig).toEqual({ access: 'public', provenance: true });
});
