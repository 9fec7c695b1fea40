// Training as a bar on a terminal, and as a line an epoch elsewhere.
import { SingleBar } from 'cli-progress';
import type { EpochRecord, StepRecord } from 'glassbox-nn';

export interface TrainingProgress {
  onBatch(record: StepRecord): void;
  onEpoch(record: EpochRecord): void;
  stop(): void;
}

export function trainingProgress(epochs: number): TrainingProgress {
  return process.stdout.isTTY ? bar(epochs) : lines(epochs);
}

function bar(epochs: number): TrainingProgress {
  const began = performance.now();
  const format = '[{bar}] epoch {epoch}/{epochs}  cost {cost}  accuracy {accuracy}  {left} left';
  const progress = new SingleBar({ format, stream: process.stdout, hideCursor: true, barsize: 24, gracefulExit: false });
  const shown = { epoch: 1, epochs, cost: '  ?   ', accuracy: '  ?   ', left: '  ? s' };
  return {
    onBatch({ epoch, batch, batches }) {
      const done = (epoch - 1) * batches + batch;
      if (done === 1) progress.start(epochs * batches, 0, shown);
      const left = ((performance.now() - began) / done) * (epochs * batches - done);
      progress.update(done, { ...shown, epoch, left: `${Math.ceil(left / 1000)} s`.padStart(5) });
    },
    onEpoch({ validation }) {
      shown.cost = (validation?.loss ?? 0).toFixed(4);
      shown.accuracy = percent(validation?.accuracy);
      progress.update(shown);
    },
    stop: () => progress.stop(),
  };
}

function lines(epochs: number): TrainingProgress {
  const began = performance.now();
  return {
    onBatch() {},
    onEpoch({ epoch, validation }) {
      const left = ((performance.now() - began) / epoch) * (epochs - epoch);
      const measured = `cost ${(validation?.loss ?? 0).toFixed(4)}  accuracy ${percent(validation?.accuracy)}`;
      console.log(`epoch ${String(epoch).padStart(2)}/${epochs}  ${measured}  ${Math.ceil(left / 1000)} s left`);
    },
    stop() {},
  };
}

function percent(share = 0): string {
  return `${(100 * share).toFixed(2)} %`;
}
