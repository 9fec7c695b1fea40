// Which network stands beside the one on the page.
import { kept, type OtherName, otherName } from '../../state/comparing';
import { before } from '../../state/replacing';

/** All choices, in order. */
const names: readonly OtherName[] = ['untrained', 'trained', 'classic', 'handmade', 'kept', 'before'];

/** What a choice is called. */
export function otherTitle(name: OtherName): string {
  if (name === 'untrained') return 'the same sizes, untrained';
  if (name === 'kept') return kept.value === undefined ? 'one that you keep' : `kept ${kept.value.name}`;
  if (name === 'before') {
    return before.value === undefined ? 'the one before' : `the one before, ${before.value.network.sizes.join('-')}`;
  }
  return { trained: 'trained', classic: "the video's, trained", handmade: 'handmade' }[name];
}

export function OtherChoice() {
  return (
    <label class="field">
      <span>The network on the page, A, beside B:</span>
      <select value={otherName} onChange={(event) => (otherName.value = event.currentTarget.value as OtherName)}>
        {names.map((name) => (
          <option
            key={name}
            value={name}
            disabled={(name === 'kept' && kept.value === undefined) || (name === 'before' && before.value === undefined)}
          >
            {otherTitle(name)}
          </option>
        ))}
      </select>
    </label>
  );
}
