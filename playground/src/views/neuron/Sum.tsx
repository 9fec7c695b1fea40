// The weighted sum, as numbers that add up.
import { decimal, signed } from '../../model/numbers';
import { explained, sum } from '../../state/explained';
import { choose, chosen } from '../../state/painting';

export function Sum() {
  const { parts, bias, total, places, single } = sum.value;
  const { inputs, weights } = explained.value;
  return (
    <div class="neuron-sum">
      <table>
        <caption>The weighted sum</caption>
        <thead class={single ? '' : 'unseen'}>
          <tr>
            <th scope="col">From</th>
            {single && <th scope="col">Input x weight</th>}
            <th scope="col">Adds</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ name, value }) => (
            <tr key={name} class={single && name === chosen.value ? 'is-chosen' : ''}>
              <th scope="row">
                {single ? (
                  <button type="button" aria-pressed={name === chosen.value} onClick={() => choose(name as number)}>
                    {`input ${name}`}
                  </button>
                ) : (
                  name
                )}
              </th>
              {single && (
                <td>
                  {decimal(inputs[name as number] as number)} x {signed(weights[name as number] as number)}
                </td>
              )}
              <td data-part="contribution">{signed(value, places)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">bias</th>
            {single && <td />}
            <td data-part="bias">{signed(bias, places)}</td>
          </tr>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">weighted sum</th>
            {single && <td />}
            <td data-part="sum">{signed(total, places)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
