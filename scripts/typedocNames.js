// A plugin of typedoc: a name of the library in a page's text, as `evaluate` or `network.predict(input)`, links to its reference.
import { MarkdownEvent, ReflectionKind } from 'typedoc';

/** What the pages call a value of each kind. */
const VALUES = { network: 'Network', layer: 'Layer', neuron: 'Neuron', dataset: 'Dataset' };

/** Names that the pages also use for something else, which link only where they are called. */
const COMMON = new Set(['add', 'classifier', 'dataset', 'map', 'scale', 'sum']);

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.renderer.on(MarkdownEvent.PARSE, afterwards, -1);

  /** What was Markdown is HTML by now. */
  function afterwards(event) {
    const from = event.page.model;
    if (!from.isDocument() && !from.isProject()) return;
    // What is a link already, or a block of code, is taken whole and left as it is.
    event.parsedText = event.parsedText.replace(
      /<a [^>]*>.*?<\/a>|<pre>.*?<\/pre>|<h\d[^>]*>.*?<\/h\d>|<code>([^<]*)<\/code>/gs,
      (whole, code) => {
        const target = code && find(from.project, code);
        return target ? `<a href="${app.renderer.router.relativeUrl(from, target)}">${whole}</a>` : whole;
      },
    );
  }
}

/** The reference that a piece of code is about, by its first name; undefined if it is about none. */
function find(project, code) {
  const [, value, name, called] = /^(?:new )?(?:(network|layer|neuron|dataset)\.)?(\w+)(\(.*)?/s.exec(code) ?? [];
  if (name === undefined) return undefined;
  if (value !== undefined) return exported(project, VALUES[value])?.getChildByName([name]);
  if (code !== name && !called) return undefined;
  return COMMON.has(name) && !called ? undefined : exported(project, name);
}

function exported(project, name) {
  const doors = project.getChildrenByKind(ReflectionKind.Module);
  const known = doors.flatMap((door) => door.children ?? []).filter((one) => one.name === name && !one.isReference());
  return known.find((one) => one.kindOf(ReflectionKind.ClassOrInterface)) ?? known[0];
}
