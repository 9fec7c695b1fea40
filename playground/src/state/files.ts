// Networks to and from files.
import { type FileFormat, LARGEST_FILE, readNetwork, savedName, tooLarge } from '../model/fileFormats';
import { announce } from './announcements';
import { download } from './download';
import { shown } from './network';
import { notify } from './notices';
import { replace } from './replacing';

/** Saves the network on the page. */
export function saveNetwork({ ending, type, write }: FileFormat): void {
  const { network } = shown.peek();
  try {
    download(`${savedName(network.sizes)}${ending}`, write(network), type);
    announce('The network is saved.');
  } catch (error) {
    notify(`The network could not be saved. ${(error as Error).message}`);
  }
}

/** Opens a file. Whatever is wrong with it is reported, and the page stays as it is. */
export async function openNetwork(file: File): Promise<void> {
  try {
    // Before it is read: a file can be larger than memory.
    if (file.size > LARGEST_FILE) throw new Error(tooLarge(file.size));
    const network = readNetwork(file.name, new Uint8Array(await file.arrayBuffer()));
    replace(network, { kind: 'file', name: file.name });
    notify();
    announce(`Opened ${file.name}: a network of ${network.sizes.join('-')}.`);
  } catch (error) {
    notify(`${file.name} was not opened. ${(error as Error).message}`);
  }
}
