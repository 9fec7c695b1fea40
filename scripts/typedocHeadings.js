// A plugin of typedoc: the headings of pages are found by the search too, and lead to their place in the page.
import { DocumentReflection, IndexEvent, Slugger } from 'typedoc';

/** @param {import('typedoc').Application} app */
export function load(app) {
  /** The address of each heading, by what stands for it in the index. */
  const addresses = new Map();

  app.renderer.on(IndexEvent.PREPARE_INDEX, (event) => {
    const { router } = app.renderer;
    const getFullUrl = router.getFullUrl.bind(router);
    for (const page of event.searchResults.filter((found) => found.isDocument())) {
      // Anchors are counted as the page itself will count them, from its first heading.
      const slugger = new Slugger(app.options.getValue('sluggerConfiguration'));
      for (const { level, title, text } of sectionsOf(page.content.map((part) => part.text).join(''))) {
        const anchor = slugger.slug(title);
        if (level === 1) continue;
        const heading = new DocumentReflection(title, page, [{ kind: 'text', text }], {});
        addresses.set(heading, `${getFullUrl(page)}#${anchor}`);
        event.searchResults.push(heading);
        event.searchFields.push({});
      }
    }
    router.getFullUrl = (target) => addresses.get(target) ?? getFullUrl(target);
  });
}

/** The sections of a page of Markdown: the heading as it is read, and what stands below it. */
function sectionsOf(markdown) {
  const sections = [];
  let fenced = false;
  for (const line of markdown.split('\n')) {
    if (/^ {0,3}(```|~~~)/.test(line)) fenced = !fenced;
    const [, marks, heading] = (!fenced && /^(#{1,6}) +(.*?) *#*$/.exec(line)) || [];
    if (heading) sections.push({ level: marks.length, title: plain(heading), text: '' });
    else if (sections.length > 0) sections.at(-1).text += `${line}\n`;
  }
  return sections;
}

/** A heading without the marks of code, links and emphasis. */
function plain(heading) {
  return heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '');
}
