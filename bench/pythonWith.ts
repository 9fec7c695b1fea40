// Finds a Python that has a module: that of PYTHON if it is set, else the usual ones.
import { spawnSync } from 'node:child_process';

const found = new Map<string, string | undefined>();

export function pythonWith(module: string): string | undefined {
  if (!found.has(module)) {
    const programs = process.env.PYTHON ? [process.env.PYTHON] : ['python3', '/usr/bin/python3', 'python'];
    const has = (program: string) => spawnSync(program, ['-c', `import ${module}`], { stdio: 'ignore' }).status === 0;
    found.set(module, programs.find(has));
  }
  return found.get(module);
}
