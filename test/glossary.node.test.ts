// The glossary has the field's words, and the pages of the guide lead to each of them.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import GithubSlugger from 'github-slugger';
import { describe, expect, it } from 'vitest';
import { guidePages } from '../scripts/guidePages.js';

const glossary = readFileSync(join(import.meta.dirname, '../docs/glossary.md'), 'utf8');
const slugger = new GithubSlugger();
const FROM_THE_VIDEO = "From the video's words";

/** The terms with their anchors, without the table of the video's words behind them. */
const terms = Array.from(glossary.matchAll(/^## (.*)$/gm), ([, term = '']) => ({ term, anchor: slugger.slug(term) })).filter(
  ({ term }) => term !== FROM_THE_VIDEO,
);
const otherPages = guidePages().filter((path) => basename(path) !== 'glossary.md');
const prose = otherPages.map((path) => readFileSync(path, 'utf8').replace(/```.*?```/gs, ''));

describe('the glossary', () => {
  it('has at least 60 terms, in the order of the alphabet', () => {
    expect(terms.length).toBeGreaterThanOrEqual(60);
    const names = terms.map(({ term }) => term.toLowerCase());
    expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other, 'en')));
  });

  it('says of each what it means', () => {
    const texts = glossary.split(/^## .*$/m).slice(1, terms.length + 1);
    for (const [index, text] of texts.entries()) expect(text.trim().length, terms[index]?.term).toBeGreaterThan(40);
  });

  it.each(terms)('$term is led to from another page', ({ anchor }) => {
    expect(prose.some((page) => page.includes(`](glossary.md#${anchor})`))).toBe(true);
  });
});

describe('the guide', () => {
  it.each([
    'hyperparameter',
    'generalization',
    'vanishing gradient',
    'cross-validation',
    'logits',
    'validation set',
    'test set',
  ])('says %s', (word) => {
    const spaced = new RegExp(word.replace(' ', '\\s+'), 'i');
    expect(prose.some((page) => spaced.test(page.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')))).toBe(true);
  });
});
