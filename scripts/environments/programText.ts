// The program as text, for each kind of module.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';

/** `program.ts` as it is. */
export const TYPESCRIPT = readFileSync(join(import.meta.dirname, 'program.ts'), 'utf8');

/** The same in JavaScript. */
export const MODULE = transformSync(TYPESCRIPT, { loader: 'ts', format: 'esm', target: 'es2022' }).code;
export const COMMONJS = transformSync(TYPESCRIPT, { loader: 'ts', format: 'cjs', target: 'es2022' }).code;
