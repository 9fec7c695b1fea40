// Type-checks the sources with noUncheckedIndexedAccess, where it does not make kernels unreadable.
//
// An index may miss, and with this flag the type says so. In the places named here indices run over lengths that were checked before, and
// a `!` on each `a[i]` would hide the formulas: there the flag is off.
import { join, relative } from 'node:path';
import ts from 'typescript';

const LOOPS = [
  'src/linalg/',
  'src/random/',
  'src/data/',
  'src/learning/',
  'src/digits/picture/',
  'src/digits/weights/',
  'src/engine/inputs.ts',
  'src/engine/predictorRows.ts',
  'src/model/activate.ts',
  'src/pictures/',
  'src/support/base64.ts',
  'src/support/numbers.ts',
  'src/training/validation/',
  'src/training/outputWarnings.ts',
  'src/training/diagnosis/skill.ts',
  'src/training/diagnosis/targets.ts',
  'src/training/diagnosis/observe.ts',
];

const root = join(import.meta.dirname, '..');
const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
const { fileNames, options } = ts.parseJsonConfigFileContent({ ...config, include: ['src'] }, ts.sys, root);
const program = ts.createProgram(fileNames, { ...options, noUncheckedIndexedAccess: true });

const findings = program
  .getSourceFiles()
  .filter((file) => {
    const path = relative(root, file.fileName).replaceAll('\\', '/');
    return path.startsWith('src/') && !LOOPS.some((place) => path.startsWith(place));
  })
  .flatMap((file) => program.getSemanticDiagnostics(file));

if (findings.length > 0) {
  const host = { getCanonicalFileName: String, getCurrentDirectory: () => root, getNewLine: () => '\n' };
  console.error(ts.formatDiagnostics(findings, host));
  console.error(`${findings.length} places where an index may miss (noUncheckedIndexedAccess).`);
  process.exit(1);
}
