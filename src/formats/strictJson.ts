// JSON that must mean one thing: parsed, with what JSON.parse lets pass refused.
import { LimitError } from '../support/errors.js';
import { describe, wording } from '../support/wording.js';
import { fileError } from './fileError.js';
import { noJson } from './noJson.js';

/** What is refused beside what is no JSON. */
export interface StrictJsonLimits {
  /** How deep objects and arrays may lie in each other. */
  readonly depth: number;
  /** Whether numbers must be whole and written in digits alone: no sign, no point, no exponent. */
  readonly digitsOnly?: boolean | undefined;
}

/**
 * The value of a text of JSON in which no object has a key twice (JSON.parse would keep the last), and nothing lies deeper than a
 * limit. Deep nesting is refused before anything is parsed.
 */
export function parseStrictJson(what: string, text: string, { depth, digitsOnly = false }: StrictJsonLimits): unknown {
  scan(what, text, depth, digitsOnly);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw noJson(what, text, (error as Error).message);
  }
}

/** Goes over the marks of a text once. What is no JSON at all is left for JSON.parse to refuse. */
function scan(what: string, text: string, most: number, digitsOnly: boolean): void {
  // Of each object that is open its keys, of each array nothing.
  const open: (Set<string> | undefined)[] = [];
  let keyComes = false;
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] as string;
    if (mark === '"') {
      const end = endOfString(text, at);
      if (keyComes) checkKey(what, open.at(-1), text.slice(at, end + 1));
      keyComes = false;
      at = end;
    } else if (mark === '{' || mark === '[') {
      open.push(mark === '{' ? new Set() : undefined);
      keyComes = mark === '{';
      if (open.length > most) throw new LimitError(wording(what, `objects at most ${most} deep`, 'deeper ones'));
    } else if (mark === '}' || mark === ']') {
      open.pop();
      keyComes = false;
    } else if (mark === ',') {
      keyComes = open.at(-1) !== undefined;
    } else if (digitsOnly && /[-\d]/.test(mark)) {
      at = endOfDigits(what, text, at);
    }
  }
}

/** Where the string that begins at `from` ends: at its closing quote, or at the end of the text. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

function checkKey(what: string, keys: Set<string> | undefined, literal: string): void {
  const key = unescaped(literal);
  if (key === undefined) return;
  if (keys?.has(key)) throw fileError(what, 'every key once', `${describe(key)} again`);
  keys?.add(key);
}

/** The key that a literal stands for; undefined if it is none, which JSON.parse will say. */
function unescaped(literal: string): string | undefined {
  try {
    return JSON.parse(literal) as string;
  } catch {
    return undefined;
  }
}

/** Where the number that begins at `from` ends: at its last character. */
function endOfDigits(what: string, text: string, from: number): number {
  const number = /^[-+.\deE]+/.exec(text.slice(from, from + 400))?.[0] ?? '';
  if (!/^(0|[1-9]\d*)$/.test(number)) throw fileError(what, 'whole numbers from 0, in digits', describe(number));
  return from + number.length - 1;
}
