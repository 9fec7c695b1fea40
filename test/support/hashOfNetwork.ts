// A fingerprint of a network, by which a test tells whether a single bit of it has changed.
import type { Layer } from 'glassbox-nn';

/** FNV-1a (32 bits) over the bytes of all weights and biases, layer by layer, as eight hexadecimal digits. */
export function hashOfNetwork(network: { readonly layers: readonly Layer[] }): string {
  let hash = 0x811c9dc5;
  for (const { weights, biases } of network.layers) {
    for (const { buffer, byteOffset, byteLength } of [weights, biases]) {
      for (const byte of new Uint8Array(buffer, byteOffset, byteLength)) hash = Math.imul(hash ^ byte, 0x01000193);
    }
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
