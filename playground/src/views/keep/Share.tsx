// The page as a link.
import { CopyButton } from '../../parts/CopyButton';
import { link, notInLink } from '../../state/address';

export function Share() {
  return (
    <section class="keep-part" aria-label="Link">
      <h3>This page, as a link</h3>
      <p class="quiet">Settings, drawing and open neuron stand in the address, so that you can hand it on.</p>
      {notInLink.value !== undefined && <p class="quiet">{notInLink}</p>}
      <CopyButton text={link} name="Copy the link" />
    </section>
  );
}
