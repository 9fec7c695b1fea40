// A throw-away project in a temporary folder, with the packed library and packages of others in it.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { NotHere } from './environment.js';

/** Milliseconds after which a program of an environment is ended. */
const PATIENCE = 600_000;

/** Nothing of an environment reports to its makers; build servers behave as in CI. */
const ENVIRONMENT = {
  ...process.env,
  CI: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  NO_COLOR: '1',
  FORCE_COLOR: undefined,
  NODE_OPTIONS: undefined,
  NODE_ENV: undefined,
  TSX_TSCONFIG_PATH: undefined,
};

/** How a program is run, where it differs from the usual way. */
export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
}

/** A folder that is removed in the end, with all that was started in it. */
export class Project {
  /** The folder. */
  readonly folder = mkdtempSync(join(tmpdir(), 'glassbox-environment-'));
  /** What its servers printed, which says why one failed. */
  readonly printed: string[] = [];
  readonly #ends: (() => unknown)[] = [];

  /** A project of the packed library at `tarball`. */
  constructor(
    readonly tarball: string,
    manifest: object = {},
  ) {
    this.write('package.json', JSON.stringify({ name: 'user', version: '1.0.0', private: true, type: 'module', ...manifest }));
  }

  /** A path inside of it. */
  path(...parts: readonly string[]): string {
    return join(this.folder, ...parts);
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), text);
  }

  /** Changes its package.json. */
  manifest(fields: object): void {
    this.write('package.json', JSON.stringify({ ...JSON.parse(readFileSync(this.path('package.json'), 'utf8')), ...fields }));
  }

  /** Has npm install the library. */
  async installLibrary(): Promise<void> {
    await this.#npm(this.tarball);
  }

  /** Has npm install packages of others. Throws {@link NotHere} where they cannot be had. */
  async install(packages: Readonly<Record<string, string>>): Promise<void> {
    const wanted = Object.entries(packages).map(([name, version]) => `${name}@${version}`);
    if (wanted.length === 0) return;
    await this.#npm(...wanted).catch((error: Error) => {
      throw new NotHere(
        `npm cannot install it: ${error.message.match(/npm error (?!code|errno|syscall).*/)?.[0] ?? error.message}`,
      );
    });
  }

  async #npm(...packages: readonly string[]): Promise<void> {
    await this.run('npm', ['install', '--no-audit', '--no-fund', '--save-exact', ...packages]);
  }

  /** Runs a program in the folder, and returns all that it printed. Throws with that where it fails. */
  run(program: string, parameters: readonly string[], { env }: RunOptions = {}): Promise<string> {
    return new Promise((resolve, reject) => {
      const options = { cwd: this.folder, env: { ...ENVIRONMENT, ...env }, timeout: PATIENCE, maxBuffer: 2 ** 28 };
      const child = execFile(program, parameters, options, (error, stdout, stderr) => {
        if (error === null) return resolve(`${stdout}\n${stderr}`);
        reject(new Error(`${program} ${parameters.join(' ')}: ${error.message.split('\n', 1)[0]}\n${stdout}\n${stderr}`));
      });
      child.stdin?.end();
    });
  }

  /** Runs a file of Node's, of this folder: `node_modules/vite/bin/vite.js`. */
  node(...parameters: readonly string[]): Promise<string> {
    return this.run(process.execPath, parameters);
  }

  /** Starts a program that stays, and is ended with the project. Returns what it prints until `ready` is found in it. */
  async start(
    program: string,
    parameters: readonly string[],
    ready: RegExp,
    { env }: RunOptions = {},
  ): Promise<RegExpMatchArray> {
    const child = spawn(program, parameters, { cwd: this.folder, env: { ...ENVIRONMENT, ...env }, detached: true });
    this.atEnd(() => endGroup(child));
    const index = this.printed.push('') - 1;
    const printed = () => this.printed[index] as string;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${program} is not ready after a minute:\n${printed()}`)), 60_000);
      const hear = (chunk: Buffer) => {
        this.printed[index] += chunk.toString();
        const found = printed().match(ready);
        if (found === null) return;
        clearTimeout(timer);
        resolve(found);
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.on('error', reject);
      child.on('exit', (code) => {
        clearTimeout(timer);
        reject(new Error(`${program} ended with ${code}:\n${printed()}`));
      });
    });
  }

  /** Something to be done before the folder goes. */
  atEnd(end: () => unknown): void {
    this.#ends.unshift(end);
  }

  async end(): Promise<void> {
    for (const end of this.#ends) await end();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Ends a program with those that it started. */
async function endGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.on('exit', resolve));
  process.kill(-child.pid, 'SIGKILL');
  await gone;
}
