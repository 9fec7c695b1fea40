// What the numbers were measured on.
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import type { Machine } from './results.js';

export function thisMachine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${type()} ${release().split('.').slice(0, 2).join('.')}, ${process.arch}`,
    node: process.versions.node,
    load: Number(loadavg()[0]?.toFixed(2)),
  };
}
