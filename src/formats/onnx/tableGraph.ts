// The graph of a classifier or regressor of a table: columns, layers, and answers.
import type { NumberTarget, Preparation, PreparedTarget } from '../../data/table/Preparation.js';
import { ArgumentError } from '../../support/errors.js';
import { describe, wording } from '../../support/wording.js';
import { addColumns, refusedRows, type UsedColumn, usedColumns } from './onnxColumns.js';
import { LABEL_ELEMENT, TENSOR_ELEMENT } from './onnxFields.js';
import type { GraphValue } from './onnxMessages.js';
import type { Part } from './onnxScaling.js';
import { PartList } from './PartList.js';

/** A graph without its numbers. */
export interface TableGraph {
  readonly parts: readonly Part[];
  readonly inputs: readonly GraphValue[];
  readonly outputs: readonly GraphValue[];
}

/** Halves of characters, which no UTF-8 has. */
const HALF = /\p{Cs}/u;

/**
 * The graph of a preparation that has been checked, and of its layers.
 *
 * @param outputName - The name of the outputs of a classifier, if one was given.
 * @param layersOf - The nodes of the layers, from a name to a name, with names that begin with a scope.
 * @param outputs - The outputs of the network.
 */
export function tableGraph(
  preparation: Preparation,
  outputName: string | undefined,
  outputs: number,
  layersOf: (first: string, last: string, scope: string) => Part[],
): TableGraph {
  const columns = usedColumns(preparation);
  const targets = preparation.targets.filter((target): target is NumberTarget => target.kind === 'number');
  const name = targets.length > 0 ? undefined : (outputName ?? 'output');
  if (targets.length > 0 && outputName !== undefined) {
    const got = `outputName ${describe(outputName)}`;
    throw new ArgumentError(wording('toOnnx options', 'no outputName: each target is an output of its own name', got));
  }
  checkGraphNames(columns, targets, name);
  const list = new PartList(scopeFor([...columns, ...targets].map((column) => column.name)));
  const { scope } = list;
  const inputs = addColumns(list, columns);
  const refused = refusedRows(list, inputs);
  list.parts.push(...layersOf(inputs, `${scope}outputs`, scope));
  const nothing = list.float('refused.answer', Number.NaN);
  const answers = list.add('Where', [refused, nothing, `${scope}outputs`], name ?? `${scope}answers`);
  for (const [index, target] of targets.entries()) addTarget(list, answers, target, index);
  return {
    parts: list.parts,
    inputs: columns.map(({ name: input, kind }) => ({
      name: input,
      size: 1,
      element: kind === 'word' ? LABEL_ELEMENT.text : TENSOR_ELEMENT.float,
    })),
    outputs: name === undefined ? targets.map((target) => ({ name: target.name, size: 1 })) : [{ name, size: outputs }],
  };
}

/** Adds the nodes of a target in its units: answer * divisor + offset in float64. */
function addTarget(list: PartList, answers: string, { name, divisor, offset }: NumberTarget, index: number): void {
  const at = `target.${index}`;
  const place = list.constant(`${at}.place`, BigInt64Array.of(BigInt(index)));
  const own = list.inner('Gather', [answers, place], `${at}.answer`, { attributes: { axis: { integer: 1 } } });
  const exact = list.cast(own, `${at}.exact`, TENSOR_ELEMENT.double);
  const product = list.inner('Mul', [exact, list.double(`${at}.divisor`, divisor)], `${at}.product`);
  const sum = list.inner('Add', [product, list.double(`${at}.offset`, offset)], `${at}.sum`);
  list.add('Cast', [sum], name, { attributes: { to: { integer: TENSOR_ELEMENT.float } } });
}

/** The beginning of all names inside of a graph: no input and no output begins so. */
function scopeFor(names: readonly string[]): string {
  let scope = 'inside.';
  while (names.some((name) => name.startsWith(scope))) scope = `_${scope}`;
  return scope;
}

/** Throws unless all names and words can stand in a graph. */
function checkGraphNames(columns: readonly UsedColumn[], targets: readonly PreparedTarget[], outputName: string | undefined) {
  for (const column of [...columns, ...targets]) {
    const what = `toOnnx: column ${describe(column.name)}`;
    if (column.name === '') {
      const remedy = 'Give it a name in the table, and prepare again: inputs and outputs of a graph have names.';
      throw new ArgumentError(wording(what, 'a name', 'an empty one', remedy));
    }
    const half = [column.name, ...('categories' in column ? column.categories : [])].find((text) => HALF.test(text));
    if (half === undefined) continue;
    const remedy = 'Replace it in the table, or save the model with toJson.';
    throw new ArgumentError(wording(what, 'texts of whole characters', `half a character in ${describe(half)}`, remedy));
  }
  const taken = columns.find(({ name }) => name === outputName);
  if (taken === undefined) return;
  const remedy = "Give another: toOnnx(model, { outputName: 'answer' }).";
  throw new ArgumentError(wording('toOnnx: outputName', 'another name than a column has', describe(taken.name), remedy));
}
