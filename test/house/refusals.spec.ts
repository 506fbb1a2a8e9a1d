import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusalsPage } from '../support/refusals-page.js';

describe('docs/refusals.md', () => {
  it('says what the program says: npm run refusals writes it anew', () => {
    const page = readFileSync(join(__dirname, '..', '..', 'docs', 'refusals.md'), 'utf8');
    expect(page).toBe(refusalsPage());
  });
});
