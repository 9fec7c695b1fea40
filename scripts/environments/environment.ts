// What an environment is: packages of others, and the places in it where the program runs.
import type { Project } from './project.js';

/** A platform, a test runner or a bundler that the library is used in. */
export interface Environment {
  /** Packages that it needs beside the library, by exact version. */
  readonly packages?: Readonly<Record<string, string>>;
  /** What is done once for all its places, before the first: files are written, a bundle is built, a server is started. */
  prepare?(project: Project): Promise<void>;
  /** Runs the program in a place, and returns all that was printed there. */
  readonly places: Readonly<Record<string, (project: Project) => Promise<string>>>;
}

/** Where this machine lacks what an environment needs. The environment is then named as not run, with the reason, and is no failure. */
export class NotHere extends Error {}
