// Options of schedules under the names of other libraries.

/** The remedy for each. */
export const SCHEDULES_ELSEWHERE = {
  initialLearningRate: 'Here it is called from.',
  learningRate: 'Here it is called from, and in warmup to.',
  decaySteps: 'Here it is called steps, and in stepDecay every.',
  decayRate: 'Here it is called factor.',
  gamma: 'Here it is called factor.',
  stepSize: 'Here it is called every.',
  alpha: 'Here the rate at the end is called to: { from: 0.1, to: 0.001, steps: 500 }.',
  staircase: 'Use stepDecay({ from, factor, every }).',
  warmupSteps: 'Put a warm-up in front: inTurn(warmup({ to, steps }), cosineDecay({ from, steps })).',
};
