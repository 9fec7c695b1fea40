// What the neurons do, and how their first weights are drawn.
import { hiddenActivations, initializers, MOST, type NetworkSpec, outputActivations } from '../../model/NetworkSpec';
import { changeNetwork, networkSpec } from '../../state/settings';

/** Choices and what they are called. */
const choices = [
  { key: 'hidden', label: 'Hidden activation', words: Object.keys(hiddenActivations) },
  { key: 'output', label: 'Output activation', words: Object.keys(outputActivations) },
  { key: 'initializer', label: 'First weights', words: Object.keys(initializers) },
] as const;

/** Words that say more than the names in code. */
const names: Readonly<Record<string, string>> = { usual: 'usual' };

export function Choices() {
  const spec = networkSpec.value;
  return (
    <div class="choices">
      {choices.map(({ key, label, words }) => (
        <label key={key} class="field">
          <span>{label}</span>
          <select
            value={spec[key]}
            onChange={(event) => changeNetwork({ [key]: event.currentTarget.value } as Partial<NetworkSpec>)}
          >
            {words.map((word) => (
              <option key={word} value={word}>
                {names[word] ?? word}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label class="field">
        <span>Seed</span>
        <input
          type="number"
          min={0}
          max={MOST.seed}
          value={spec.seed}
          onInput={({ currentTarget: { valueAsNumber: seed } }) => {
            if (Number.isInteger(seed) && seed >= 0 && seed <= MOST.seed) changeNetwork({ seed });
          }}
          onBlur={({ currentTarget }) => {
            currentTarget.value = String(networkSpec.peek().seed);
          }}
        />
      </label>
    </div>
  );
}
