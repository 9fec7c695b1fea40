// What needs Python: PyTorch trains our networks on and answers as we do, ONNX's own checker finds our files valid, and the safetensors
// package says of files what we say. The programs of docs/exporting-and-importing.md are run as well, where their packages are installed.
//
// On Debian: apt-get install python3-torch python3-onnx python3-numpy; and, for all of it, in an environment of its own,
// pip install torch onnx onnxscript onnxruntime safetensors keras
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pythonWith } from '../bench/pythonWith.js';
import { toOnnx } from '../src/formats/index.js';
import { houseReader, OPTIONS, passengerReader } from '../test/formats/tables/models.js';
import { interopModels } from './interopModels.js';
import { comparePage } from './pageInterop.js';
import { compareSafetensors } from './safetensorsInterop.js';

const examples = join(import.meta.dirname, '../examples/scale-out');

/** Runs a program on this terminal, and stops if it fails. */
function run(program: string, parameters: string[], environment: Record<string, string> = {}): void {
  const { status } = spawnSync(program, parameters, { stdio: 'inherit', env: { ...process.env, ...environment } });
  if (status !== 0) process.exit(1);
}

function pythonOf(module: string): string {
  const python = pythonWith(module);
  if (python !== undefined) return python;
  console.error(
    `no Python with ${module}: apt-get install python3-torch python3-onnx python3-numpy, or say which by PYTHON=path`,
  );
  process.exit(1);
}

/** Whether this Python's ONNX has an operator: Mish came with 1.13, and Gelu with 1.15. */
function knows(python: string, operator: string | undefined): boolean {
  return (
    spawnSync(python, ['-c', `import onnx; onnx.defs.get_schema("${operator ?? 'Gemm'}")`], { stdio: 'ignore' }).status === 0
  );
}

const folder = mkdtempSync(join(tmpdir(), 'interop-'));
try {
  const onnx = pythonOf('onnx');
  const models = interopModels().filter(({ operator }) => knows(onnx, operator));
  const paths = models.map(({ name, model }) => {
    const path = join(folder, `${name}.onnx`);
    writeFileSync(path, toOnnx(model));
    return path;
  });
  const tables = OPTIONS.map(([, options]) => passengerReader(options));
  for (const [index, model] of [...tables, ...(knows(onnx, 'Gelu') ? [houseReader()] : [])].entries()) {
    const path = join(folder, `table${index}.onnx`);
    writeFileSync(path, toOnnx(model));
    paths.push(path);
  }
  run(onnx, [join(examples, 'check.py'), ...paths]);
} finally {
  rmSync(folder, { recursive: true });
}
run('npx', ['tsx', join(examples, 'index.ts')], { PYTHON: pythonOf('torch') });

// Debian has no package of it.
const python = pythonWith('safetensors');
if (python === undefined) console.log('no Python with safetensors: its package was not asked (pip install safetensors)');
else compareSafetensors(python);
comparePage();
