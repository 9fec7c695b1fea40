// All environments, by name, in the order in which they run.
import type { Environment } from './environment.js';
import { bun, deno } from './places/engines.js';
import { hermes } from './places/hermes.js';
import { jest } from './places/jest.js';
import { pnpm, yarn } from './places/managers.js';
import { next } from './places/next.js';
import { node } from './places/node.js';
import { parcel } from './places/parcel.js';
import { svelteKit } from './places/svelteKit.js';
import { vite } from './places/vite.js';
import { vitest } from './places/vitest.js';
import { rspack, webpack } from './places/webpack.js';
import { workerd } from './places/workerd.js';

/** Names are those of `--only`. */
export const ENVIRONMENTS: Readonly<Record<string, Environment>> = {
  node,
  jest,
  vitest,
  webpack,
  rspack,
  parcel,
  vite,
  next,
  sveltekit: svelteKit,
  deno,
  bun,
  workerd,
  hermes,
  pnpm,
  yarn,
};
