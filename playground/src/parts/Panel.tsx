// A part of the page with a heading of its own.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** What a panel is made of. */
interface PanelProps {
  /** Its heading. */
  readonly title: string;
  /** Its place in the page's grid; see styles/layout.css. */
  readonly area: string;
  readonly children: ComponentChildren;
}

/** A section that assistive technology can jump to by its heading. */
export function Panel({ title, area, children }: PanelProps) {
  const heading = useId();
  return (
    <section class={`panel panel-${area}`} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  );
}
