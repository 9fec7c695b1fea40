// Runs before every test file: asks for the backend of its project, so that all tests run on both.
import { inject } from 'vitest';
import { askFor, type BackendName } from './backends.js';

declare module 'vitest' {
  interface ProvidedContext {
    readonly backend: BackendName;
  }
}

askFor(inject('backend'));
