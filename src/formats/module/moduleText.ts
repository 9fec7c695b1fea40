// The text of a written module, put together: what it exports, how an input passes its layers, and the numbers at its end.
import { functionsFor } from './moduleFunctions.js';
import {
  ANSWER,
  FORWARD,
  FORWARD_EXPORT,
  LAYER_TYPE,
  MANY,
  NUMBERS,
  ONE,
  PREDICT_EXPORT,
  READ_EXPORT,
  READ_INPUT,
  READING_TYPE,
  SCALE,
  UNSURE,
} from './modulePieces.js';

/** A layer as it is written. */
export interface ModuleLayer {
  readonly inputs: number;
  readonly outputs: number;
  readonly activation: string;
  /** float32 numbers in base64. */
  readonly weights: string;
  readonly biases: string;
}

/** A network or a classifier as it is written. */
export interface ModuleParts {
  readonly sizes: readonly number[];
  readonly layers: readonly ModuleLayer[];
  /** The names of the classes: all of them, for a classifier. */
  readonly classNames?: readonly string[] | undefined;
  readonly columnNames?: readonly string[] | undefined;
  /** Given for a classifier: its scaling as lists of numbers in text. */
  readonly reading?:
    | {
        /** Whether outputs are from 0 to 1. */
        readonly confident: boolean;
        readonly scaling: { readonly offsets: string; readonly sizes: string } | undefined;
      }
    | undefined;
}

/**
 * The whole module. Only names of classes and columns come from outside, as literals that are put in last; everything else is text of ours,
 * digits and base64.
 */
export function moduleText({ sizes, layers, classNames, columnNames, reading }: ModuleParts, typed: boolean): string {
  const many = sizes[sizes.length - 1] > 1;
  const scaling = reading?.scaling;
  const head = `// A ${reading ? 'classifier' : 'network'} of ${sizes.join('-')} neurons, written by glassbox-nn. It needs nothing beside itself, and gives the same bits
// everywhere: every step is rounded to float32, and there is no mathematics in it that differs between engines.
${typed ? `${LAYER_TYPE}${reading ? READING_TYPE : ''}` : ''}
const f = Math.fround;

/** Neurons of each column, the inputs first. */
export const sizes/*: readonly number[]*/ = [${sizes.join(', ')}];
`;
  const exported = reading
    ? READ_EXPORT.replace('START', scaling ? 'scale(readInput(input))' : 'readInput(input)').replace(
        'CONCLUSION',
        reading.confident ? (many ? MANY : ONE) : UNSURE,
      )
    : `${FORWARD_EXPORT}${many ? PREDICT_EXPORT : ''}`;
  const body = [
    exported,
    READ_INPUT.replace('INPUTS', String(sizes[0])),
    scaling ? SCALE.replace('OFFSETS', scaling.offsets).replace('SIZES', scaling.sizes) : '',
    FORWARD,
    many ? ANSWER : '',
    functionsFor(layers.map(({ activation }) => activation)),
    NUMBERS,
    layersText(layers),
  ].join('');
  const tagged = body.replaceAll('@param INPUT_TAG', typed ? '@param input' : '@param {ArrayLike<number>} input');
  const names = [
    namesText('What the classes are called.', 'classNames', classNames, typed),
    namesText('What the numbers of an input are called, in their order.', 'columnNames', columnNames, typed),
  ];
  return [inLanguage(head, typed), ...names, inLanguage(tagged, typed)].join('');
}

/** Names that the module exports, if there are any. */
function namesText(purpose: string, variable: string, names: readonly string[] | undefined, typed: boolean): string {
  if (names === undefined) return '';
  const head = inLanguage(`\n/** ${purpose} */\nexport const ${variable}/*: readonly string[]*/ = `, typed);
  return `${head}[${names.map(literal).join(', ')}];\n`;
}

/** Types that stand in comments become types in TypeScript, and vanish in JavaScript. */
function inLanguage(text: string, typed: boolean): string {
  return text.replace(/\/\*(\(|:[^*]*| as [^*]*)\*\//g, typed ? '$1' : '');
}

/** A name as a literal of printable ASCII, without `<`, so that it stays one wherever the module is put, in a page too. */
function literal(name: string): string {
  return JSON.stringify(name).replace(/[^ -~]|</g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The numbers, at the end of the file, so that the rest of it can be read. */
function layersText(layers: readonly ModuleLayer[]): string {
  const rows = layers.map(({ inputs, outputs, activation, weights, biases }) => {
    // Softmax takes all sums, any other activation one.
    const activate = activation === 'softmax' ? activation : `(sums) => sums.map(${activation})`;
    return `  {
    inputs: ${inputs},
    outputs: ${outputs},
    activate: ${activate},
    weights: numbers('${weights}'),
    biases: numbers('${biases}'),
  },\n`;
  });
  return `\nconst layers/*: readonly Layer[]*/ = [\n${rows.join('')}];\n`;
}
