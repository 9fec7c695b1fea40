// The TypeScript that builds the network on the page, uses it, and teaches it.
import { formatOf, savedName } from './fileFormats';
import type { NetworkSpec } from './NetworkSpec';
import type { Origin } from './origins';
import { type Piece, program } from './program';
import type { TrainingSpec } from './TrainingSpec';
import { tasks } from './tasks';
import { trainingPiece } from './trainingCode';

/** What the code is of. */
export interface Coded {
  readonly origin: Origin;
  readonly sizes: readonly number[];
  /** Whether knobs were turned since: no settings build it then, and only a file holds it. */
  readonly changed: boolean;
  readonly training: TrainingSpec;
}

/** A whole program. Where it reads a file, that is what the page saves. */
export function code({ origin, sizes, changed, training }: Coded): string {
  return program([
    changed || origin.kind === 'file' ? filePiece(origin, sizes, changed) : networkPiece(origin),
    usePiece(sizes[0]),
    trainingPiece(sizes[0], training),
  ]);
}

function networkPiece(origin: Exclude<Origin, { kind: 'file' }>): Piece {
  if (origin.kind === 'built') return builtPiece(origin.spec);
  const call = { trained: 'digitNetwork()', classic: "digitNetwork('classic')", handmade: 'handmadeNetwork()' }[origin.ready];
  return {
    imports: { 'glassbox-nn/digits': [call.slice(0, call.indexOf('('))] },
    lines: [`const network = ${call};`],
  };
}

function builtPiece({ sizes, hidden, output, initializer, seed }: NetworkSpec): Piece {
  const options = [
    ...(sizes.length > 2 ? [`hidden: ${hidden}`] : []),
    `output: ${output}`,
    ...(initializer === 'usual' ? [] : [`initializer: ${initializer}`]),
    `seed: ${seed}`,
  ];
  const names = [...(sizes.length > 2 ? [hidden] : []), output, ...(initializer === 'usual' ? [] : [initializer])];
  return {
    imports: { 'glassbox-nn': ['Network', ...names] },
    lines: [`const network = new Network([${sizes.join(', ')}], { ${options.join(', ')} });`],
  };
}

function filePiece(origin: Origin, sizes: readonly number[], changed: boolean): Piece {
  const saved = changed || origin.kind !== 'file' ? `${savedName(sizes)}.json` : origin.name;
  const { name, takesText } = formatOf(saved)?.reader ?? { name: 'fromJson', takesText: true };
  const file = `await readFile(${quoted(saved)}${takesText ? ", 'utf8'" : ''})`;
  return {
    imports: { 'node:fs/promises': ['readFile'], 'glassbox-nn/formats': [name] },
    lines: [
      ...(changed
        ? ['// Its knobs have changed since it was built, so only a file holds it: save it under "Keep" first.']
        : ['// The file that was opened.']),
      `const network = ${name}(${file});`,
    ],
  };
}

/** A text as it stands in code; as JSON it is a string there, whatever is in it. */
function quoted(text: string): string {
  return /^[\w.-]*$/.test(text) ? `'${text}'` : JSON.stringify(text);
}

function usePiece(inputs: number | undefined): Piece {
  if (inputs !== tasks.digits.inputs) return { imports: {}, lines: ['console.log(network.forward([0.3, 0.2]));'] };
  return {
    imports: { 'glassbox-nn/sample-digits': ['sampleDigits'] },
    lines: [
      'const { input, label } = sampleDigits().test.example(0); // a handwritten digit that the package brings',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is in the code that is shown
      'console.log(`It is a ${label}, and is read as`, network.forward(input));',
    ],
  };
}
