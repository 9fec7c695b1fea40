// Diagnosis of waves that neurons cannot follow as long as all of them bend at 0.
import { adam, diagnose, evaluate, type Initializer, identity, Network, tanh, train, uniform } from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';
import { expect, it } from 'vitest';

const options = { optimizer: adam({ learningRate: 0.03 }), epochs: 200 };
const network = (biasInitializer?: Initializer) => new Network([1, 32, 1], { hidden: tanh, output: identity, biasInitializer });

/** sin(f x) on an even grid from -3 to 3. */
function wave(frequency: number) {
  const inputs = Array.from({ length: 160 }, (_, index) => [(index / 159) * 6 - 3]);
  return dataset({ inputs, targets: inputs.map(([x = 0]) => [Math.sin(frequency * x)]) });
}

it('biases at 0 are named where a wave is learnt from drawn ones, and they help', () => {
  const data = wave(2.5);
  const findings = diagnose(network(), data, options);
  expect(findings.map(({ kind }) => kind)).toContain('zeroBiases');
  expect(String(findings)).toContain('biasInitializer: uniform(-3, 3)');
  const [zeros = 0, drawn = 0] = [undefined, uniform(-3, 3)].map((biasInitializer) => {
    const trained = network(biasInitializer);
    train(trained, data, options);
    return evaluate(trained, data).r2 ?? 0;
  });
  expect(zeros).toBeCloseTo(0.014, 3);
  expect(drawn).toBeCloseTo(0.999, 3);
});

it('biases are not named where a curve is learnt from 0, or where they are drawn already', () => {
  expect(diagnose(network(), wave(1), options)).toEqual([]);
  const slow = { optimizer: adam({ learningRate: 1e-6 }), epochs: 200 };
  const findings = diagnose(network(uniform(-3, 3)), wave(2.5), slow);
  expect(findings.map(({ kind }) => kind)).toEqual(['rateTooLow']);
});
