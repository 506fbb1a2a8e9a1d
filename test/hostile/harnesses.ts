import { listed, type Listed } from '../crash/harnesses.js';
import { disclosures } from './disclosures.js';
import { guesses } from './guesses.js';
import { protectingHeaders } from './headers.js';
import { malformedInputs } from './malformed.js';
import { overload } from './overload.js';
import { PAYLOADS, storedScripts } from './scripts.js';
import { threeAdministrators } from './three-administrators.js';

/** The one whose short form is a spec of its own, as it is the longest. */
export const MALFORMED = listed(
  ...(['S-1', 'malformed inputs at each route', 'no validation', malformedInputs] as const),
  [2_000, 4],
);

const SCRIPTS = 'stored scripts';
const THREE = 'sequences of commands to accounts';

/** A line each, as in `test/crash/harnesses.ts`. */
export const HOSTILE_HARNESSES: readonly Listed[] = [
  listed('S-8', SCRIPTS, 'a text as markup', storedScripts, [PAYLOADS.length, 8]),
  listed('S-9', 'guesses of a password', 'hash only if the user exists', guesses, [10_000, 60]),
  listed('S-11', 'looks at personal data', 'log after send', disclosures, [10_000, 60]),
  listed('S-19', 'headers of answers', 'a route without', protectingHeaders, [200, 2]),
  listed('S-20', 'costly questions at once', 'no throttle', overload, [160, 8]),
  listed('S-21', THREE, 'roles held together', threeAdministrators, [10_000, 500]),
];
