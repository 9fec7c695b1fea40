// What a page links to, and which places in it can be linked to.
import { readFileSync } from 'node:fs';
import GithubSlugger from 'github-slugger';
import { parseHTML } from 'linkedom';
import MarkdownIt from 'markdown-it';

/** A page as far as links go. */
export interface Page {
  /** What stands in its links and pictures. */
  readonly links: readonly string[];
  /** The names of its places, without the `#`. */
  readonly anchors: ReadonlySet<string>;
}

/** What is asked of a tag. */
interface Tag {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
}

const markdown = new MarkdownIt({ html: true });

/** A page of HTML. */
export function readHtml(path: string): Page {
  return pageOf(readFileSync(path, 'utf8')).page;
}

/** A text in Markdown. Its headings are named as GitHub names them. */
export function readMarkdown(path: string): Page {
  const { page, headings } = pageOf(markdown.render(readFileSync(path, 'utf8')));
  const slugger = new GithubSlugger();
  return { ...page, anchors: new Set([...page.anchors, ...headings.map((heading) => slugger.slug(heading))]) };
}

function pageOf(html: string): { page: Page; headings: string[] } {
  const { document } = parseHTML(html.startsWith('<!DOCTYPE') ? html : `<!DOCTYPE html><html><body>${html}</body></html>`);
  const all = (selector: string, attribute: string) =>
    Array.from<Tag, string>(document.querySelectorAll(selector), (element) => element.getAttribute(attribute) ?? '');
  const links = [...all('a[href], link[href]', 'href'), ...all('img[src], script[src]', 'src'), ...all('source', 'srcset')];
  const anchors = new Set([...all('[id]', 'id'), ...all('a[name]', 'name')]);
  const headings = Array.from<Tag, string>(
    document.querySelectorAll('h1, h2, h3, h4, h5, h6'),
    ({ textContent }) => textContent ?? '',
  );
  return { page: { links, anchors }, headings };
}
