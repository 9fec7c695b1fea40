// The parts of a module that have names and words of a preparation: as literals of code, and as types of TypeScript.
import type {
  DroppedColumn,
  NumberTarget,
  Preparation,
  PreparedColumn,
  PreparedTarget,
  ScaledNumber,
} from '../../data/table/Preparation.js';
import { inLanguage, literal, numberText } from './literals.js';

type UsedColumn = Exclude<PreparedColumn, DroppedColumn>;

/** With more words than this the type of a cell is any text. */
const MOST_WORDS = 100;

/** The parts of a module. */
export interface TableText {
  /** Types that name the columns; nothing in JavaScript. */
  readonly types: string;
  /** What has been learnt, as code. */
  readonly data: string;
}

/** The parts for a preparation that has been checked. */
export function tableText({ columns, targets }: Preparation, typed: boolean): TableText {
  const used = columns.filter((column): column is UsedColumn => column.kind !== 'drop');
  const others = [...columns.filter(({ kind }) => kind === 'drop'), ...targets].map(({ name }) => name);
  const numbers = targets.filter((target): target is NumberTarget => target.kind === 'number');
  const list = inLanguage('\n/** The columns that are read. */\nexport const columns/*: readonly Column[]*/ = ', typed);
  const rest = `/** The columns that a row may have. */\nconst known = new Set([...columns.map(({ name }) => name), ${others.map(literal).join(', ')}]);\n`;
  const answers = numbers.map((target) => `  { name: ${literal(target.name)}, ${scaleText(target)} },\n`).join('');
  return {
    types: typed ? `${rowType(used, others)}${numbers.length > 0 ? answerType(numbers) : ''}` : '',
    data: [
      `${list}[\n${used.map((column) => `  ${columnText(column)},\n`).join('')}];\n\n${rest}`,
      numbers.length > 0 ? `\nconst targets = [\n${answers}];\n` : '',
    ].join(''),
  };
}

function columnText(column: UsedColumn): string {
  const { name, kind, indicator } = column;
  const words = kind === 'word' ? column.categories : [];
  const fields = [
    `name: ${literal(name)}`,
    `kind: '${kind}'`,
    `fill: ${fillText(column)}`,
    `indicator: ${indicator}`,
    scaleText(kind === 'number' ? column : { offset: 0, divisor: 1 }),
    `categories: [${words.map(literal).join(', ')}]`,
    `unseen: '${kind === 'word' ? column.unseen : 'refuse'}'`,
  ];
  return `{ ${fields.join(', ')} }`;
}

/** The code of what fills a missing cell. */
function fillText(column: UsedColumn): string {
  if (column.fill === undefined) return 'undefined';
  return numberText(column.kind === 'word' ? column.categories.indexOf(column.fill) : Number(column.fill));
}

function scaleText({ offset, divisor }: Pick<ScaledNumber, 'offset' | 'divisor'>): string {
  return `offset: ${numberText(offset)}, divisor: ${numberText(divisor)}`;
}

function rowType(used: readonly UsedColumn[], others: readonly string[]): string {
  const fields = [
    ...used.map((column) => `  readonly ${fieldName(column.name)}: ${cellType(column)};\n`),
    ...others.map((name) => `  readonly ${fieldName(name)}?: unknown;\n`),
  ];
  return `\n/** A row of the table: a cell for each column. Those that may be left out are not read. */\nexport interface Row {\n${fields.join('')}}\n`;
}

/** The type of a cell; a missing one is in it where it is filled. */
function cellType(column: UsedColumn): string {
  const missing = column.fill === undefined ? '' : ' | null | undefined';
  if (column.kind === 'number') return `number${missing}`;
  if (column.kind === 'yes/no') return `boolean | 'yes' | 'no'${missing}`;
  const isOpen = column.unseen !== 'refuse' || column.categories.length > MOST_WORDS;
  return `${isOpen ? 'string' : column.categories.map(literal).join(' | ')}${missing}`;
}

function answerType(targets: readonly PreparedTarget[]): string {
  const fields = targets.map(({ name }) => `  readonly ${fieldName(name)}: number;\n`);
  return `\n/** The targets, in their units. */\nexport interface Answer {\n${fields.join('')}}\n`;
}

/** A name as a field of a type: in quotes unless it is a word. */
function fieldName(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : literal(name);
}
