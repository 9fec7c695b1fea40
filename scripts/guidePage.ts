// A page of the guide with its marks filled: the code of an example, or a named part of it, what it prints, and its picture.
import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ProgramRun, runPrograms } from './runPrograms.js';

const root = join(import.meta.dirname, '..');

/** A page, and the pictures that stand on it. */
export interface GuidePage {
  readonly text: string;
  /** The text of each picture, by its path: `docs/pictures/houses.svg`. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** `<!-- code: examples/guess.ts#guess -->`, what stands there now, and `<!-- /code -->`; the same for `output` and `picture`. */
const MARK = /(<!-- (code|output|picture): (\S+?)(?:#(\S+))? -->\n)(.*?)(<!-- \/\2 -->)/gs;

/** A line that begins or ends a named part of an example. */
const REGION = /^\s*\/\/ #(?:end)?region .*\n?/gm;

/** What each program did that a page of this process asked for: some stand on two pages. */
const known = new Map<string, ProgramRun>();

/**
 * Writes the code that a page's marks name into the page, what the examples print, and their pictures, so that a page reads the same on
 * its site, on GitHub and in an editor.
 *
 * @param page - The page as it stands.
 * @throws Error for a file or a part that is not there, or for a mark that is never closed.
 */
export function guidePage(page: string): GuidePage {
  const marks = [...page.matchAll(MARK)];
  const opened = page.match(/<!-- (?:code|output|picture): /g)?.length ?? 0;
  if (opened !== marks.length) throw new Error('A mark is not closed, or closed by the other kind.');
  const named = (kind: string) => new Set(marks.filter((mark) => mark[2] === kind).map((mark) => mark[3] as string));
  run([...new Set([...named('output'), ...named('picture')])], named('picture'));
  const pictures = new Map<string, string>();
  const text = page.replace(
    MARK,
    (_, opening: string, kind: string, path: string, part: string | undefined, old: string, closing) => {
      const { output, picture } = known.get(path) ?? { output: '', picture: '' };
      const fill = () => {
        if (kind === 'code') return fenced(extname(path).slice(1), codeOf(path, part));
        if (kind === 'output') return fenced('text', output);
        const file = `pictures/${basename(path, '.ts')}.svg`;
        pictures.set(`docs/${file}`, picture);
        // What a picture shows is said by the page, for those who cannot see it.
        const [, said] = /!\[(.*)\]/.exec(old) ?? /<title>(.*?)<\/title>/.exec(picture) ?? [];
        return `![${said}](${file})`;
      };
      return `${opening}\n${fill()}\n\n${closing}`;
    },
  );
  return { text, pictures };
}

/** Runs programs that have not run yet, as if they ran where they lie. */
function run(paths: readonly string[], drawn: ReadonlySet<string>): void {
  const missing = paths.filter((path) => !known.has(path) || (drawn.has(path) && known.get(path)?.picture === ''));
  if (missing.length === 0) return;
  const codes = missing.map((path) => {
    const file = join(root, path);
    return readFileSync(file, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href));
  });
  const runs = runPrograms(
    codes,
    missing.map((path) => drawn.has(path)),
  );
  for (const [index, path] of missing.entries()) known.set(path, runs[index] as ProgramRun);
}

/** The code of a file, or of the part between `// #region part` and `// #endregion part`, without the lines that name parts. */
function codeOf(path: string, part: string | undefined): string {
  const code = readFileSync(join(root, path), 'utf8');
  if (part === undefined) return code.replace(REGION, '');
  const found = new RegExp(`^ *// #region ${part}\n(.*?)^ *// #endregion ${part}$`, 'ms').exec(code);
  if (found === null) throw new Error(`${path} has no region ${part}.`);
  return (found[1] as string).replace(REGION, '');
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trim()}\n\`\`\``;
}
