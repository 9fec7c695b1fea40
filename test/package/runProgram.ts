// A program that is run to its end, and what it printed.
import { execFileSync } from 'node:child_process';

/**
 * Runs it, and returns what it printed.
 *
 * @throws Error where it failed, with all that it printed.
 */
export function runProgram(program: string, parts: readonly string[], options: { cwd: string; shell?: boolean }): string {
  try {
    return execFileSync(program, parts, { ...options, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { message, stdout, stderr } = error as Error & { stdout: string; stderr: string };
    throw new Error([message, stdout, stderr].join('\n'));
  }
}
