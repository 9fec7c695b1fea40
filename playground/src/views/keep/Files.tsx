// The network as a file.
import { useEffect, useRef } from 'preact/hooks';
import { fileFormats } from '../../model/fileFormats';
import { openNetwork, saveNetwork } from '../../state/files';

export function Files() {
  const chooser = useRef<HTMLInputElement>(null);
  useEffect(acceptDrops, []);
  return (
    <section class="keep-part" aria-label="Network file">
      <h3>The network, to the bit</h3>
      <p class="row">
        {fileFormats.map((format) => (
          <button key={format.name} type="button" onClick={() => saveNetwork(format)}>
            Save as {format.name}
          </button>
        ))}
        <button type="button" onClick={() => chooser.current?.click()}>
          Open a file
        </button>
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label="Network file to open"
          accept={fileFormats.map(({ ending, type }) => `${ending},${type}`).join(',')}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) openNetwork(file);
            // So that the same file can be opened again.
            currentTarget.value = '';
          }}
        />
      </p>
      <p class="quiet">Or drop a file anywhere on this page. It stays on this computer.</p>
    </section>
  );
}

/** The whole page takes a dropped file: else the browser would leave the page for it. */
function acceptDrops(): () => void {
  const over = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };
  const drop = (event: DragEvent) => {
    const [file] = event.dataTransfer?.files ?? [];
    if (file === undefined) return;
    event.preventDefault();
    openNetwork(file);
  };
  addEventListener('dragover', over);
  addEventListener('drop', drop);
  return () => {
    removeEventListener('dragover', over);
    removeEventListener('drop', drop);
  };
}
