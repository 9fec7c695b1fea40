// Targets that training warns of: diagnose names them, and nothing else, whatever the plan.
import { adam, diagnose, identity, Network, Random, relu, train } from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';

const random = new Random(3);
const inputs = Array.from({ length: 60 }, () => [random.uniform(-1, 1), random.uniform(-1, 1)]);
const prices = inputs.map(([area = 0, age = 0]) => [300_000 + 80_000 * area - 40_000 * age]);
const houses = dataset({ inputs, targets: prices });

describe('prices as they are', () => {
  it.each([
    ['the usual optimizer, 200 epochs', 16, 1, { epochs: 200 }],
    ['20 epochs, and some dead neurons', 8, 0, { epochs: 20 }],
    ['a rate that is named, 100 epochs', 16, 1, { epochs: 100, optimizer: adam({ learningRate: 0.01 }) }],
  ])('are the one finding where training warns of them: %s', (_, neurons, seed, options) => {
    const make = () => new Network([2, neurons, 1], { hidden: relu, output: identity, seed });
    const warnings: string[] = [];
    train(make(), houses, { ...options, epochs: 1, onWarning: (text) => warnings.push(text) });
    const findings = diagnose(make(), houses, options);
    expect(findings.map(({ kind }) => kind)).toEqual(['targetScale']);
    expect(warnings.length).toBe(1);
    expect(findings[0]?.message).toContain('Scale the targets to ');
    expect(warnings[0]).toContain('Your_own_data.html#targets-that-are-large-numbers');
  });
});
