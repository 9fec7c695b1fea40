#!/usr/bin/env node
// `npx glassbox-nn`: reads a few handwritten digits in the terminal. This file alone is a program; the doors run nothing at import.
import { version } from '../../package.json';
import { runDemo } from './demo/runDemo.js';
import { terminalOptions } from './terminalOptions.js';

const { stdout, stderr, argv, env } = process;
const { text, code } = runDemo(argv.slice(2), { ...terminalOptions(stdout, env), seed: Date.now() % 1000, version });
(code === 0 ? stdout : stderr).write(`${text}\n`);
process.exitCode = code;
