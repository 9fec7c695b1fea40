// Words that comments and names in the sources do not use, since readers must look them up or cannot search for them.
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { parseFolder } from './support/imports.js';

/** Each with what is written instead. */
const AVOIDED: readonly (readonly [words: RegExp, instead: string])[] = [
  [
    /\b(who|whom|whoever|nobody|somebody|someone|anybody|anyone|no one)\b/i,
    'code is "it": name the function, the thread, the caller',
  ],
  [/\b(is|are|be|been|was|were) told\b|\bmay tell\b/i, 'Options of `x`; or what is called, passed, stated'],
  [/\btold by\b|\bby (its|their) (form|structure)\b/i, 'duck-typed'],
  [/\bknobs?\b/i, 'parameters'],
  [/\b(learners?|firstLearner)\b/i, 'trainable layers'],
  [/\bsquish\w*/i, 'activation, activate'],
  [/\bwither\w*/i, 'weight decay'],
  [/\bblam\w+/i, 'delta'],
  [/\bexamin(e|es|ed|ing|ation|ations)\b/i, 'evaluate, evaluation'],
  [/\bslopes?\b/i, 'derivative of one number, gradient of many'],
  [/\bone's own\b|\bof your own\b/i, 'custom'],
];

/** Names that the sources had once, of which the field has others: CHANGELOG.md has both. */
const OLD_NAMES = new Set(
  (
    'stopping slowing learners firstLearner ofLearners keepOf isOwn ownFunctions descend roll lookAhead byMeans byUsualSize wither ' +
    'keep1 take1 unbias1 blame carryBack steepen weigh squish publish adopt Course pace judge examine'
  ).split(' '),
);

/** Where such a word is right: files or folders, and why. */
const RIGHT: readonly (readonly [place: string, words: RegExp, why: string])[] = [
  ['pictures/drawing/costCurve.ts', /^knobs?$/i, "the video's word, in a picture of the video's"],
  ['pictures/', /^slopes?$/i, "the video's word, in a picture"],
  ['model/activations/', /^who$/i, 'the persons of a source'],
];

/** The comments of a file. */
function commentsOf(file: ts.SourceFile): string[] {
  const found = new Map<number, string>();
  const visit = (node: ts.Node): void => {
    const ranges = [
      ...(ts.getLeadingCommentRanges(file.text, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(file.text, node.end) ?? []),
    ];
    for (const { pos, end } of ranges) found.set(pos, file.text.slice(pos, end));
    for (const child of node.getChildren(file)) visit(child);
  };
  visit(file);
  return [...found.values()];
}

/** The avoided words of a comment, without the code of its examples, each with what to write. */
function avoidedIn(comment: string): { readonly word: string; readonly instead: string }[] {
  const prose = comment.replace(/```[\s\S]*?```/g, '').replace(/\s*\n\s*\*?\s*/g, ' ');
  return AVOIDED.flatMap(([words, instead]) => {
    const word = words.exec(prose)?.[0];
    return word === undefined ? [] : [{ word, instead }];
  });
}

/** The names in a file that are among `names`. */
function namesIn(file: ts.SourceFile, names: ReadonlySet<string>): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && names.has(node.text)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe('names in the sources', () => {
  it("are the field's, in both languages", () => {
    const files = parseFolder(join(import.meta.dirname, '../src'));
    const found = [...files].flatMap(([name, file]) => namesIn(file, OLD_NAMES).map((old) => `${name}: ${old}`));
    expect(found).toEqual([]);
  });

  it('are found wherever they stand, and not in texts', () => {
    const text = "const { blame } = squish(a.roll); // wither\nconst b = 'adopt', c: Course = { judge: 1, d };";
    const file = ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true);
    expect(namesIn(file, OLD_NAMES)).toEqual(['blame', 'squish', 'roll', 'Course', 'judge']);
  });
});

describe('comments in the sources', () => {
  it("use the field's words, and call code it", () => {
    const files = parseFolder(join(import.meta.dirname, '../src'));
    const found = [...files].flatMap(([name, file]) =>
      commentsOf(file)
        .flatMap(avoidedIn)
        .filter(({ word }) => !RIGHT.some(([place, words]) => name.startsWith(place) && words.test(word)))
        .map(({ word, instead }) => `${name}: "${word}". Write: ${instead}`),
    );
    expect(found).toEqual([]);
  });

  it('are read wherever they stand, but for the code in them', () => {
    const text = `
      /** Whoever calls. \`\`\`ts\n who(); \`\`\` */
      const a = 'nobody'; // somebody
      function b(/* told by
        its form */) {}
    `;
    const comments = commentsOf(ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true));
    expect(comments.map((comment) => avoidedIn(comment).map(({ word }) => word))).toEqual([
      ['Whoever'],
      ['somebody'],
      ['told by'],
    ]);
  });
});
