// The playground offers the costs that fit the network on the page, and trains by no other.
import { Network, train } from 'glassbox-nn';
import { spirals } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { fittingLoss, fittingLosses } from '../../playground/src/model/fittingLosses.js';
import { outputActivations } from '../../playground/src/model/NetworkSpec.js';
import { readParameters } from '../../playground/src/model/parameters.js';
import { losses, USUAL_TRAINING } from '../../playground/src/model/TrainingSpec.js';
import { Session } from '../../playground/src/training/Session.js';

const data = spirals({ count: 40, turns: 1 });
const outputs = Object.entries(outputActivations);
const names = Object.keys(losses) as (keyof typeof losses)[];

describe.each(outputs)('of a network that ends in %s', (_, output) => {
  const network = () => new Network([2, 4, 2], { output });

  it('the costs that are offered are those that training takes', () => {
    for (const name of names) {
      const loss = losses[name];
      const trains = () => train(network(), data, { ...(loss && { loss }), onWarning: (text) => expect.unreachable(text) });
      if (fittingLosses(network()).includes(name)) expect(trains).not.toThrow();
      else expect(trains).toThrow('outputs that are');
    }
  });

  it('a session learns by the usual cost where an address asks for one that does not fit', () => {
    const learnt = (loss: keyof typeof losses) => {
      const session = new Session(network(), { learn: data, heldOut: data }, { ...USUAL_TRAINING, loss });
      session.next();
      return readParameters(session.network);
    };
    for (const name of names) expect(learnt(name)).toEqual(learnt(fittingLoss(network(), name)));
  });
});

it('the usual cost and the squared ones fit every network of the page; cross-entropy only shares', () => {
  const offered = Object.fromEntries(outputs.map(([name, output]) => [name, fittingLosses(new Network([2, 2], { output }))]));
  expect(offered).toEqual({
    sigmoid: ['usual', 'quadratic', 'meanSquaredError', 'binaryCrossEntropy'],
    softmax: ['usual', 'quadratic', 'meanSquaredError', 'crossEntropy', 'binaryCrossEntropy'],
    identity: ['usual', 'quadratic', 'meanSquaredError'],
  });
});
