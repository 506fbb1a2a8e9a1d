import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusalsPage } from './support/refusals-page.js';

/** `npm run refusals`: writes docs/refusals.md anew. */
writeFileSync(join(__dirname, '..', 'docs', 'refusals.md'), refusalsPage());
