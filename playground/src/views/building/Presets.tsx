// Networks to begin with.
import { fresh, type ReadyName, ready } from '../../model/origins';
import { build, changed, origin, showReady } from '../../state/replacing';

export function Presets() {
  const from = origin.value;
  return (
    <fieldset class="presets">
      <legend>Begin with</legend>
      {Object.entries(ready).map(([name, { name: title, about }]) => (
        <button
          key={name}
          type="button"
          title={`A network that ${about}`}
          aria-pressed={from.kind === 'ready' && from.ready === name && !changed.value}
          onClick={() => showReady(name as ReadyName)}
        >
          {title}
        </button>
      ))}
      {Object.entries(fresh).map(([name, { name: title, about, spec }]) => (
        <button
          key={name}
          type="button"
          title={about}
          aria-pressed={from.kind === 'built' && from.spec === spec && !changed.value}
          onClick={() => build(spec)}
        >
          {title}
        </button>
      ))}
    </fieldset>
  );
}
