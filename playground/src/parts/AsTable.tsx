// The numbers behind a picture, as a table, for readers that cannot see it or want them exactly.
import { useState } from 'preact/hooks';
import '../styles/table.css';

/** What a table is made of. */
interface AsTableProps {
  /** What the table shows: its caption, and part of the name of what opens it. */
  readonly caption: string;
  /** Whether the caption is also seen before it is open, as where two tables stand side by side. */
  readonly named?: boolean;
  /** The head of each column. */
  readonly headings: readonly string[];
  /** The rows; the first cell of each is its head. Asked only while the table is open. */
  readonly rows: () => readonly (readonly (string | number)[])[];
}

/** Closed at first, and made when it is opened: a table of 784 rows costs nothing until someone reads it. */
export function AsTable(props: AsTableProps) {
  const [opened, setOpened] = useState(false);
  return (
    <details class="as-table" onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>
        As a table<span class={props.named ? '' : 'unseen'}>: {props.caption}</span>
      </summary>
      {opened && <Table {...props} />}
    </details>
  );
}

function Table({ caption, headings, rows }: AsTableProps) {
  return (
    // Scrolls by itself, so it takes the focus: else the keyboard could not scroll it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is for the keyboard too
    <section class="table-scroll" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows().map(([head, ...cells], row) => (
            <tr key={row}>
              <th scope="row">{head}</th>
              {cells.map((cell, column) => (
                <td key={headings[column + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
