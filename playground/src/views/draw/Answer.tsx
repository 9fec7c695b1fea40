// The answer, large; and said aloud when a drawing changes it.
import { useSignalEffect } from '@preact/signals';
import { percent } from '../../model/numbers';
import { announce } from '../../state/announcements';
import { answer, answerInWords, input } from '../../state/reading';

export function Answer() {
  // Follows the input alone: while a training runs, the answer changes at every step, and nobody could listen to that.
  useSignalEffect(() => {
    if (input.value.some((value) => value !== 0)) announce(answerInWords());
  });
  const read = answer.value;
  return (
    <div class="draw-answer">
      <h3>It reads</h3>
      {read === undefined ? (
        <p class="quiet">Nothing yet: draw a digit.</p>
      ) : (
        <p class="draw-guess" data-answer={read.output}>
          <strong>{read.output}</strong>, <span>{percent(read.brightness)}</span>
        </p>
      )}
    </div>
  );
}
