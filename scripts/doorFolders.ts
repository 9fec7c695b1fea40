// Folders of a few lines beside dist/, for programs that do not read "exports": there `glassbox-nn/data` is the folder data. TypeScript's
// node10 and ts-jest in CommonJS are among them, and as they come Parcel and older Metros.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Door {
  readonly import: { readonly default: string };
  readonly require: { readonly types: string; readonly default: string };
}

/** Writes a folder for each door but the first, which package.json itself names; `root` is the folder of that. */
export function writeDoorFolders(root: string): void {
  const manifest: { exports: Record<string, Door> } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { '.': _, './package.json': __, ...doors } = manifest.exports;
  for (const [name, door] of Object.entries(doors)) {
    const up = { main: `.${door.require.default}`, module: `.${door.import.default}`, types: `.${door.require.types}` };
    mkdirSync(join(root, name), { recursive: true });
    writeFileSync(join(root, name, 'package.json'), `${JSON.stringify(up, null, 2)}\n`);
  }
}
