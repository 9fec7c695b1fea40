// Words that comments in the sources do not use, since readers must look them up or cannot search for them.
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
  [/\bone's own\b|\bof your own\b/i, 'custom'],
];

/** Where such a word is right: files or folders, and why. */
const RIGHT: readonly (readonly [place: string, words: RegExp, why: string])[] = [
  ['pictures/drawing/costCurve.ts', /^knobs?$/i, "the video's word, in a picture of the video's"],
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
