import { join } from 'node:path';

/** Specs run from the sources, and a process of its own runs what was built of them. */
export const READER_PROGRAM = join(__dirname, '../../../dist/src/office-files/child.js');
