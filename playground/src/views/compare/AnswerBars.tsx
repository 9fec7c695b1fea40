// One network's outputs as bars, with their numbers.

/** What the bars show. */
interface AnswerBarsProps {
  readonly title: string;
  /** [outputs] */
  readonly values: readonly number[];
  /** The brightest; undefined where none is a number. */
  readonly answer: number | undefined;
  /** The output where two networks are furthest apart. */
  readonly marked: number | undefined;
}

export function AnswerBars({ title, values, answer, marked }: AnswerBarsProps) {
  const most = Math.max(1, ...values.map(Math.abs));
  return (
    <section class="answers" aria-label={title}>
      <h3>{title}</h3>
      <ol start={0}>
        {values.map((value, output) => (
          <li key={output} class={`${output === answer ? 'answer' : ''} ${output === marked ? 'apart' : ''}`}>
            <span>{output}</span>
            <span class="bar" aria-hidden="true">
              <span
                class={value < 0 ? 'filled negative' : 'filled'}
                style={{ inlineSize: `${(Math.abs(value) / most) * 100}%` }}
              />
            </span>
            <span class="number">{value.toFixed(2).replace('-', '\u2212')}</span>
            <span class="unseen">
              {output === answer ? 'the answer' : ''} {output === marked ? 'furthest apart' : ''}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
