// Classes that extend Network and Layer: what they may add, what they may not write anew, and what is made of them.
import { adam, copyOf, evaluate, fit, freeze, Layer, type LayerOptions, Network, predictor, relu, train } from 'glassbox-nn';
import { xor } from 'glassbox-nn/data';
import { fromJson, toJson } from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { thrownBy } from '../support/thrownBy.js';

/** A network that answers yes or no. */
class Judge extends Network<[2, 8, 1]> {
  threshold = 0.5;

  constructor(seed = 0) {
    super([2, 8, 1], { hidden: relu, seed });
  }

  says(input: readonly number[]): string {
    return (this.forward(input)[0] as number) > this.threshold ? 'yes' : 'no';
  }
}

/** A network from layers that were made beforehand. */
class Pair extends Network {
  readonly #name: string;

  constructor(layers: readonly Layer[], name: string) {
    super(layers);
    this.#name = name;
  }

  get title(): string {
    return `${this.#name}: ${this.sizes.join('-')}`;
  }
}

describe('a class that extends Network', () => {
  it('has its own fields and methods, and is a network', () => {
    const judge = new Judge();
    judge.threshold = 2;
    expect(judge.says([0, 1])).toBe('no');
    judge.threshold = -1;
    expect(judge.says([0, 1])).toBe('yes');
    expect(judge instanceof Network).toBe(true);
    expect([Judge.name, judge.constructor.name, Network.name, Layer.name]).toEqual(['Judge', 'Judge', 'Network', 'Layer']);
    expect(hashOfNetwork(judge)).toBe(hashOfNetwork(new Network([2, 8, 1], { hidden: relu })));
    expect(new Pair([new Layer(2, 3), new Layer(3, 1)], 'Two layers').title).toBe('Two layers: 2-3-1');
  });

  it('is trained, evaluated and predicted with as any network, to the bit', async () => {
    const plain = new Network([2, 8, 1], { hidden: relu, seed: 3 });
    const judge = new Judge(3);
    const options = { optimizer: adam({ learningRate: 0.05 }), epochs: 60 };
    expect(train(judge, xor(), options).at(-1)?.loss).toBe(train(plain, xor(), options).at(-1)?.loss);
    await fit(judge, xor(), options);
    await fit(plain, xor(), options);
    expect(hashOfNetwork(judge)).toBe(hashOfNetwork(plain));
    expect(evaluate(judge, xor())).toEqual(evaluate(plain, xor()));
    expect(predictor(judge).forward([0, 1])).toEqual(plain.forward([0, 1]));
    expect(String(judge)).toBe(String(plain));
    expect(xor().labels?.map((_, i) => Number(judge.says([...xor().example(i).input]) === 'yes'))).toEqual(xor().labels);
  });

  it('comes back from a copy or a file as a plain network, of whose layers one of the class can be made', () => {
    const pair = new Pair([new Layer(2, 3), freeze(new Layer(3, 1))], 'Before');
    for (const back of [copyOf(pair), fromJson(toJson(pair))]) {
      expect(back.constructor).toBe(Network);
      expect(hashOfNetwork(back)).toBe(hashOfNetwork(pair));
      const again = new Pair(back.layers, 'After');
      expect(again.title).toBe('After: 2-3-1');
      expect(again.layers.map((layer) => layer.trainable)).toEqual([true, false]);
    }
  });

  it('keeps the fields of the network from assignments', () => {
    const judge = new Judge();
    expect(thrownBy(() => Object.assign(judge, { sizes: [1] })).message).toMatch(/^network\.sizes: expected no assignment/);
    expect(thrownBy(() => Object.assign(judge, { forward: () => 1 })).message).toMatch(/^network\.forward: expected no assig/);
    judge.classNames = ['yes'];
    expect(judge.classNames).toEqual(['yes']);
  });

  it.each(['forward', 'predict', 'activations', 'trace'] as const)('is refused where it writes %s anew', (method) => {
    class Mine extends Network {}
    Object.defineProperty(Mine.prototype, method, { value: () => new Float32Array(1) });
    const error = thrownBy(() => new Mine([2, 1]));
    expect(error).toMatchObject({ name: 'ArgumentError', code: 'ARGUMENT' });
    expect(error.message).toBe(
      `Mine.${method}: expected the method of Network, got another. Training, evaluation and files go by the weights and do not call it: give yours another name.`,
    );
  });
});

describe('a class that extends Layer', () => {
  class Noted extends Layer<2, 3> {
    note: string;

    constructor(note: string, options?: LayerOptions) {
      super(2, 3, options);
      this.note = note;
    }
  }

  it('has fields of its own, and stands in a network', () => {
    const noted = new Noted('first');
    noted.note += ' layer';
    const network = new Network([noted, new Layer(3, 1)]);
    expect((network.layers[0] as Noted).note).toBe('first layer');
    expect(hashOfNetwork(network)).toBe(hashOfNetwork(new Network([2, 3, 1])));
    expect(freeze(noted).constructor).toBe(Layer);
  });

  it('is refused where it writes forward or neuron anew', () => {
    class Other extends Layer {
      override neuron(): never {
        throw new Error('never called');
      }
    }
    expect(thrownBy(() => new Other(2, 1)).message).toMatch(/^Other\.neuron: expected the method of Layer, got another\./);
  });
});
