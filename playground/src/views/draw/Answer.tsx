// The answer, large; and said aloud when a drawing changes it.
import { useSignalEffect } from '@preact/signals';
import { outputText } from '../../model/numbers';
import { announce } from '../../state/announcements';
import { answer, answerInWords, input, isBlank, NO_NUMBER, outputsAreShares } from '../../state/reading';

export function Answer() {
  // Follows the input alone: while a training runs, the answer changes at every step, and no listener could follow that.
  useSignalEffect(() => {
    if (input.value.some((value) => value !== 0)) announce(answerInWords());
  });
  const read = answer.value;
  return (
    <div>
      <h3>It reads</h3>
      {read === undefined ? (
        <p class="quiet">{isBlank.value ? 'Nothing yet: draw a digit.' : NO_NUMBER}</p>
      ) : (
        <p class="draw-guess" data-answer={read.output}>
          <strong>{read.output}</strong>, <span>{outputText(read.brightness, outputsAreShares.value)}</span>
        </p>
      )}
    </div>
  );
}
