import { LETTER_NAMES, LETTER_WORD_LABELS } from '../../src/words/letters/letter-titles.js';
import { ATTACHMENT_LABELS } from '../../src/requests/domain/attachment-labels.js';
import { EVENT_NAMES } from '../../src/words/event-names.zh-CN.js';
import { ROLE_LABELS } from '../../src/words/roles.zh-CN.js';
import { ERASURE_GROUND_LABELS } from '../../src/requests/domain/erasure-labels.js';
import { OUTCOME_ROWS } from '../../src/requests/domain/outcome-labels.js';
import { REQUEST_STATUS_LABELS } from '../../src/requests/domain/handling-labels.js';
import { EVENT_WORDS } from '../../web/src/event-words.zh-CN.js';
import * as page from '../../web/src/labels.zh-CN.js';

describe('网页用语', () => {
  it.each([
    ['statuses', page.STATUS_WORDS, REQUEST_STATUS_LABELS],
    ['events', EVENT_WORDS, EVENT_NAMES],
    ['letters', page.LETTER_WORDS, LETTER_NAMES],
    ['the words of letters', page.LETTER_FIELD_WORDS, LETTER_WORD_LABELS],
    ['roles', page.ROLE_WORDS, ROLE_LABELS],
    ['grounds of erasure', page.ERASURE_GROUND_WORDS, ERASURE_GROUND_LABELS],
    ['attachments', page.ATTACHMENT_WORDS, ATTACHMENT_LABELS],
  ])('calls %s as the server does', (_, here, there) => {
    expect(here).toEqual(there);
  });

  it('calls results as the form does', () => {
    const rows = Object.entries(OUTCOME_ROWS);
    const words = rows.map(([key, { group, label }]) => [key, { group, label }]);
    expect(page.OUTCOME_WORDS).toEqual(Object.fromEntries(words));
  });
});
