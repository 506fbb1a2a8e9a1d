import type { Ledger, ReadAll } from '../../src/ledger/ledger.js';
import { removeFilesOf, tidyFiles } from '../../src/requests/kept-files.js';

const key = { agencyId: 'jia', number: '1' };
const files = { pdf: { hash: 'letter-pdf', size: 1 }, docx: { hash: 'letter-docx', size: 1 } };
const EVENTS = [
  { type: 'AttachmentAdded', data: { ...key, hash: 'scan' } },
  { type: 'AttachmentAdded', data: { ...key, number: '2', hash: 'other-scan' } },
  { type: 'LetterIssued', data: { agencyId: 'jia', requestNumber: '1', files } },
  { type: 'LetterIssued', data: { agencyId: 'jia', requestNumber: '2', files: {} } },
];

const ledger = {
  async *readAll({ type }: ReadAll = {}) {
    await Promise.resolve();
    yield* EVENTS.filter((event) => event.type === type);
  },
} as unknown as Pick<Ledger, 'readAll'>;

/** Files that only remember what is asked of them. */
function remembering() {
  const removed: string[] = [];
  const swept: { named: ReadonlySet<string>; until: Date }[] = [];
  return {
    removed,
    swept,
    isEmpty: () => false,
    remove: (hashes: readonly string[]) => void removed.push(...hashes),
    sweep: (named: ReadonlySet<string>, until: Date) => void swept.push({ named, until }),
  };
}

describe('the files of a request', () => {
  it('are its attachments and its documents, and go with it', async () => {
    const kept = remembering();
    await removeFilesOf('request-jia-1', ledger, kept);
    expect(kept.removed).toEqual(['scan', 'letter-pdf', 'letter-docx']);
  });

  it('are put in order by who writes: none that is named is swept, but of what was erased', async () => {
    const kept = remembering();
    const vault = { isErased: (stream: string) => stream === 'request-jia-2' };
    await tidyFiles(ledger, vault, kept, new Date('2026-01-02T00:00:00Z'));
    expect(kept.removed).toEqual(['other-scan']);
    const named = new Set(['scan', 'letter-pdf', 'letter-docx']);
    expect(kept.swept).toEqual([{ named, until: new Date('2026-01-01T00:00:00Z') }]);
  });
});
