import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checksPage } from './support/checks-page.js';

/** `npm run checks`: writes docs/checks.md anew. */
writeFileSync(join(__dirname, '..', 'docs', 'checks.md'), checksPage());
