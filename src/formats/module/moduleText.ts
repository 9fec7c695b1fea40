// The text of a written module, put together: what it exports, how an input passes its layers, and the numbers at its end.
import { MISSING } from '../../data/missingLabels.js';
import { inLanguage, literal } from './literals.js';
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
import { COLUMN_TYPE, PREPARE_ROW, READ_NUMBERS_EXPORT, READ_ROW_EXPORT } from './tablePieces.js';
import type { TableText } from './tableText.js';

/** A layer as it is written. */
export interface ModuleLayer {
  readonly inputs: number;
  readonly outputs: number;
  readonly activation: string;
  /** float32 numbers in base64. */
  readonly weights: string;
  readonly biases: string;
}

/** A network, a classifier or a regressor as it is written. */
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
  /** Given for a classifier or regressor of a table. */
  readonly table?: TableText | undefined;
}

/**
 * The whole module. Only names and words of classes and columns come from outside, as literals that are put in last; everything else is text
 * of ours, digits and base64.
 */
export function moduleText(parts: ModuleParts, typed: boolean): string {
  const { sizes, layers, classNames, columnNames, reading, table } = parts;
  const kind = reading ? 'classifier' : table ? 'regressor' : 'network';
  const types = [LAYER_TYPE, reading ? READING_TYPE : '', table ? COLUMN_TYPE : ''].join('');
  const head = `// A ${kind} of ${sizes.join('-')} neurons, written by glassbox-nn. It needs nothing beside itself, and gives the same bits
// everywhere: every step is rounded to float32, and there is no mathematics in it that differs between engines.
${typed ? types : ''}
const f = Math.fround;

/** Neurons of each column, the inputs first. */
export const sizes/*: readonly number[]*/ = [${sizes.join(', ')}];
`;
  const many = sizes[sizes.length - 1] > 1;
  const body = [
    exportedText(parts),
    table ? PREPARE_ROW.replace('MISSING_WORDS', () => String(MISSING)) : READ_INPUT.replace('INPUTS', String(sizes[0])),
    reading?.scaling ? SCALE.replace('OFFSETS', reading.scaling.offsets).replace('SIZES', reading.scaling.sizes) : '',
    FORWARD,
    many && !(table && !reading) ? ANSWER : '',
    functionsFor(layers.map(({ activation }) => activation)),
    NUMBERS,
    layersText(layers),
  ].join('');
  const tagged = body
    .replaceAll('@param INPUT_TAG', typed ? '@param input' : '@param {ArrayLike<number>} input')
    .replaceAll('@param ROW_TAG', typed ? '@param row' : '@param {Record<string, unknown>} row');
  const names = [
    namesText('What the classes are called.', 'classNames', classNames, typed),
    namesText('What the numbers of an input are called, in their order.', 'columnNames', columnNames, typed),
    table?.types ?? '',
    table?.data ?? '',
  ];
  return [inLanguage(head, typed), ...names, inLanguage(tagged, typed)].join('');
}

/** The functions that the module exports. */
function exportedText({ sizes, reading, table }: ModuleParts): string {
  const many = sizes[sizes.length - 1] > 1;
  if (reading === undefined) return table ? READ_NUMBERS_EXPORT : `${FORWARD_EXPORT}${many ? PREDICT_EXPORT : ''}`;
  const conclusion = reading.confident ? (many ? MANY : ONE) : UNSURE;
  const text = table
    ? READ_ROW_EXPORT
    : READ_EXPORT.replace('START', reading.scaling ? 'scale(readInput(input))' : 'readInput(input)');
  return text.replace('CONCLUSION', conclusion);
}

/** Names that the module exports, if there are any. */
function namesText(purpose: string, variable: string, names: readonly string[] | undefined, typed: boolean): string {
  if (names === undefined) return '';
  const head = inLanguage(`\n/** ${purpose} */\nexport const ${variable}/*: readonly string[]*/ = `, typed);
  return `${head}[${names.map(literal).join(', ')}];\n`;
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
