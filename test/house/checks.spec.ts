import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checksPage } from '../support/checks-page.js';

describe('docs/checks.md', () => {
  it('says what the program says: npm run checks writes it anew', () => {
    const page = readFileSync(join(__dirname, '..', '..', 'docs', 'checks.md'), 'utf8');
    expect(page).toBe(checksPage());
  });
});
