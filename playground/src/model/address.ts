// The page's state as the part of an address after #, and back. What comes from an address may come from anyone.
import { fields } from './fields';
import { FIRST, type PageState } from './PageState';

/** No address of this page is longer. */
const LONGEST = 4096;

/** What was read from an address. */
export interface Read {
  readonly state: PageState;
  /** What was refused, in words for people. */
  readonly refused: readonly string[];
}

/** Only what differs from the page's beginning is written, so that the plain page has a plain address. */
export function writeAddress(state: PageState): string {
  return Object.entries(fields)
    .map(([name, { write }]) => ({ name, text: write(state), usual: write(FIRST) }))
    .filter(({ text, usual }) => text !== usual)
    .map(({ name, text }) => `${name}=${text}`)
    .join('&');
}

/** Any text gives a state: what is wrong is reported and left out, and the rest is used. Fields of other names are ignored. */
export function readAddress(text: string): Read {
  if (text.length > LONGEST) {
    return {
      state: FIRST,
      refused: [`The address: expected at most ${LONGEST} characters, got ${text.length}. It was not read.`],
    };
  }
  const given = new URLSearchParams(text);
  const refused: string[] = [];
  let state = FIRST;
  for (const [name, { read, expected }] of Object.entries(fields)) {
    const value = given.get(name);
    if (value === null) continue;
    const next = read(value, state);
    if (next === undefined) refused.push(`The address's ${name}: expected ${expected}, got "${shortened(value)}".`);
    else state = next;
  }
  return { state, refused };
}

function shortened(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}...` : text;
}
