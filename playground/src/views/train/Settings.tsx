// How it learns. A change counts from the next step on.
import { fittingLoss, fittingLosses } from '../../model/fittingLosses';
import { optimizers, TRAINING_LIMITS, type TrainingSpec } from '../../model/TrainingSpec';
import { shown } from '../../state/network';
import { changeTraining, trainingSpec } from '../../state/settings';

const optimizerNames: Record<TrainingSpec['optimizer'], string> = {
  sgd: 'Gradient descent',
  momentum: 'with momentum',
  adam: 'Adam',
  adamW: 'AdamW',
  rmsprop: 'RMSprop',
};

const lossNames: Record<TrainingSpec['loss'], string> = {
  usual: 'the one that fits the output',
  quadratic: 'quadratic, as in the video',
  meanSquaredError: 'mean squared error',
  crossEntropy: 'cross-entropy',
  binaryCrossEntropy: 'binary cross-entropy',
};

export function Settings() {
  const { optimizer, loss, learningRate, batchSize, seed } = trainingSpec.value;
  const { network } = shown.value;
  return (
    <details>
      <summary>How it learns</summary>
      <div class="train-fields">
        <Choice
          name="Optimizer"
          value={optimizer}
          options={Object.keys(optimizers).map((key) => [key, optimizerNames[key as TrainingSpec['optimizer']]])}
          choose={(value) => changeTraining({ optimizer: value as TrainingSpec['optimizer'] })}
        />
        <Choice
          name="Cost"
          value={fittingLoss(network, loss)}
          options={fittingLosses(network).map((key) => [key, lossNames[key]])}
          choose={(value) => changeTraining({ loss: value as TrainingSpec['loss'] })}
        />
        <Amount
          name="Learning rate"
          value={learningRate}
          limits={TRAINING_LIMITS.learningRate}
          set={(value) => changeTraining({ learningRate: value })}
        />
        <Amount
          name="Batch size"
          value={batchSize}
          limits={TRAINING_LIMITS.batchSize}
          whole
          set={(value) => changeTraining({ batchSize: value })}
        />
        <Amount name="Seed" value={seed} limits={TRAINING_LIMITS.seed} whole set={(value) => changeTraining({ seed: value })} />
      </div>
    </details>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly choose: (value: string) => void;
}

function Choice({ name, value, options, choose }: ChoiceProps) {
  return (
    <label class="train-field">
      {name}
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

interface AmountProps {
  readonly name: string;
  readonly value: number;
  readonly limits: readonly [number, number];
  readonly whole?: boolean;
  readonly set: (value: number) => void;
}

/** A number; what cannot be is put back as it was. */
function Amount({ name, value, limits: [min, max], whole = false, set }: AmountProps) {
  return (
    <label class="train-field">
      {name}
      <input
        type="number"
        value={value}
        min={min}
        max={max}
        step={whole ? 1 : 'any'}
        onChange={({ currentTarget: field }) => {
          const asked = field.value === '' ? Number.NaN : Number(field.value);
          const fitting = asked >= min && asked <= max && (!whole || Number.isInteger(asked));
          if (fitting) set(asked);
          else field.value = String(value);
        }}
      />
    </label>
  );
}
