// What is asked of the neurons of a column: an arrow, its size, and words.

/** How many neurons are listed: a longer list is not read. */
const LISTED = 16;

interface ColumnTableProps {
  readonly name: string;
  readonly activations: Float32Array;
  readonly nudges: Float32Array;
  /** The output's neurons are called by their answers, from 0; the others are counted from 1. */
  readonly output: boolean;
}

export function ColumnTable({ name, activations, nudges, output }: ColumnTableProps) {
  const most = nudges.reduce((largest, nudge) => Math.max(largest, Math.abs(nudge)), 0);
  const strongest = Array.from(nudges.keys())
    .sort((one, other) => Math.abs(nudges[other] as number) - Math.abs(nudges[one] as number))
    .slice(0, LISTED)
    .sort((one, other) => one - other);
  return (
    <table class="nudges-table">
      <caption class="unseen">{name}: what each neuron should do</caption>
      <thead>
        <tr>
          <th scope="col">{output ? 'Answer' : 'Neuron'}</th>
          <th scope="col">Now</th>
          <th scope="col">Should be</th>
        </tr>
      </thead>
      <tbody>
        {strongest.map((neuron) => (
          <Row
            key={neuron}
            name={output ? neuron : neuron + 1}
            activation={activations[neuron] as number}
            nudge={nudges[neuron] as number}
            share={most === 0 ? 0 : Math.abs(nudges[neuron] as number) / most}
          />
        ))}
      </tbody>
      {nudges.length > LISTED && (
        <tfoot>
          <tr>
            <td colSpan={3} class="quiet">
              the {LISTED} strongest of {nudges.length}
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

interface RowProps {
  readonly name: number;
  readonly activation: number;
  readonly nudge: number;
  /** Of the strongest nudge of the column, from 0 to 1. */
  readonly share: number;
}

function Row({ name, activation, nudge, share }: RowProps) {
  const [arrow, word, direction] =
    share < 0.01 ? ['', 'as it is', 'none'] : nudge > 0 ? ['\u25b2', 'brighter', 'up'] : ['\u25bc', 'dimmer', 'down'];
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{activation.toFixed(2)}</td>
      <td class={`nudges-${direction}`}>
        <span class="nudges-bar" style={{ inlineSize: `${(share * 4).toFixed(2)}rem` }} aria-hidden="true" />
        <span aria-hidden="true">{arrow}</span> {word}{' '}
        <span class="quiet">
          ({nudge > 0 ? '+' : ''}
          {nudge.toPrecision(2)})
        </span>
      </td>
    </tr>
  );
}
