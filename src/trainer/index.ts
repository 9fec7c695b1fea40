export type { TrainerOptions } from './TrainerOptions.js';
export type { Trainer, TrainerRecord, TrainerStepOptions } from './TrainerRecord.js';
export { trainer } from './trainer.js';
