import { join } from 'node:path';

/** The program that reads office files, as it was built. */
export const READER_PROGRAM = join(__dirname, 'child.js');
