import { listed, type Listed } from '../crash/harnesses.js';
import { malformedInputs } from './malformed.js';

/** A line each, as in `test/crash/harnesses.ts`. */
export const HOSTILE_HARNESSES: readonly Listed[] = [
  listed('S-1', 'malformed inputs at each route', 'no validation', malformedInputs, [2_000, 4]),
];
