// What can be posted to a worker, and what cannot: networks by their text or their bytes, never as they are (case 325).
import { adam, classifier, Network, softmax } from 'glassbox-nn';
import { standardize, xor } from 'glassbox-nn/data';
import { fromJson, fromSafetensors, toJson, toSafetensors } from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { hashOfNetwork } from '../support/hashOfNetwork.js';

const network = new Network([2, 3, 2], { output: softmax });
const hash = hashOfNetwork(network);

describe('structuredClone, which postMessage goes by,', () => {
  it.each([
    ['a network', network],
    ['a layer', network.layers[0]],
    ['a classifier', classifier(network)],
    ['a scaling', standardize(xor())],
    ['an optimizer', adam()],
  ])('refuses %s (case 325)', (_what, value) => {
    expect(() => structuredClone(value)).toThrow(expect.objectContaining({ name: 'DataCloneError' }));
  });

  it('takes what toJson and toSafetensors make of a network', () => {
    expect(hashOfNetwork(fromJson(structuredClone(toJson(network))))).toBe(hash);
    expect(hashOfNetwork(fromSafetensors(structuredClone(toSafetensors(network))))).toBe(hash);
    const sent = toSafetensors(network);
    expect(hashOfNetwork(fromSafetensors(structuredClone(sent, { transfer: [sent.buffer] })))).toBe(hash);
    expect(sent.length).toBe(0);
  });
});
