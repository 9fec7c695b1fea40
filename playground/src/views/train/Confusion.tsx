// Which answer is taken for which: the confusion matrix, which is a table by nature.
import type { Look } from '../../training/messages';
import { Looking } from './Looking';

export function Confusion() {
  return <Looking title="Who is taken for whom">{(_, confusion) => <Matrix confusion={confusion} />}</Looking>;
}

function Matrix({ confusion }: { readonly confusion: Look['confusion'] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is for the keyboard too
    <section class="train-matrix" aria-label="Confusion matrix" tabIndex={0}>
      <table>
        <caption class="quiet">Rows: what it is. Columns: what the network says. On the diagonal it is right.</caption>
        <thead>
          <tr>
            <td />
            {confusion.map((_, answer) => (
              <th key={answer} scope="col">
                {answer}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {confusion.map((row, label) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {row.map((count, answer) => (
                <td
                  key={answer}
                  class={label === answer ? 'train-right' : 'train-wrong'}
                  style={{ '--share': count / Math.max(1, ...row) }}
                >
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
