// The head of the page: what it is, where its documentation is, dark or light, and what went wrong.
import '../styles/masthead.css';
import { schemes } from '../model/PageState';
import { notices, notify } from '../state/notices';
import { chooseScheme, scheme } from '../state/schemeChoice';

/** The repository. */
const REPOSITORY = 'https://github.com/glassbox-nn/glassbox-nn';

/** Where the page is published, in a folder of the documentation, that is next door; elsewhere there is none. */
const documentation = location.pathname.includes('/playground/') ? '../index.html' : REPOSITORY;

export function Masthead() {
  return (
    <header class="masthead">
      <div class="masthead-row">
        <h1>A neural network you can see into</h1>
        <nav class="row" aria-label="Elsewhere">
          <a href={documentation}>Documentation</a>
          <a href={REPOSITORY}>GitHub</a>
        </nav>
        <fieldset class="scheme">
          <legend class="unseen">Colours</legend>
          {schemes.map((one) => (
            <button key={one} type="button" aria-pressed={scheme.value === one} onClick={() => chooseScheme(one)}>
              {one}
            </button>
          ))}
        </fieldset>
      </div>
      <p>Draw a digit. 784 pixels light up, layer after layer answers, and the brightest output is what the network reads.</p>
      <Notices />
    </header>
  );
}

/** Stays until it is put away; in a region that speaks, also when it comes later. */
function Notices() {
  return (
    <div role="alert">
      {notices.value.length > 0 && (
        <div class="notices">
          {notices.value.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <button type="button" onClick={() => notify()}>
            Put this message away
          </button>
        </div>
      )}
    </div>
  );
}
