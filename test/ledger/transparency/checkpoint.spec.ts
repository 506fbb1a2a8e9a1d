import { createHash } from 'node:crypto';

import {
  readNote,
  signNote,
  verifierKey,
  type Checkpoint,
} from '../../../src/ledger/transparency/checkpoint.js';
import { SUITES, signerFrom, type Suite } from '../../../src/ledger/transparency/suites.js';

const SECRET = Buffer.alloc(32, 7);
const signerOf = (suite: Suite) => signerFrom(suite, SECRET);

function checkpoint(change: Partial<Checkpoint> = {}): Checkpoint {
  return {
    ledgerId: 'f3b8',
    size: 12_345,
    root: createHash('sha256').update('root').digest(),
    time: '2026-01-31T08:00:00.000Z',
    suite: 'sha256-ed25519',
    ...change,
  };
}

describe('note 检查点', () => {
  it('is the text of C2SP tlog-checkpoint, with what ours adds, and a signature line', () => {
    const note = signNote(checkpoint(), signerOf('sha256-ed25519'));
    const lines = note.split('\n');
    expect(lines.slice(0, 6)).toEqual([
      'gongkai-ledger/f3b8',
      '12345',
      'SBNJTRN+FjG7owHVrKtue7eqdM4RhdRWVl71HXN2d7I=',
      'time 2026-01-31T08:00:00.000Z',
      'suite sha256-ed25519',
      '',
    ]);
    expect(lines[6]).toMatch(/^\u2014 gongkai-ledger\/f3b8 [A-Za-z0-9+/]{91}=$/);
    expect(lines.slice(7)).toEqual(['']);
  });

  it.each(SUITES)(
    'of %s is read back, and begins its signature with the id of the key',
    (suite) => {
      const signer = signerOf(suite);
      const note = signNote(checkpoint({ suite }), signer);
      expect(readNote(note, 'f3b8', signerOf)).toEqual({ checkpoint: checkpoint({ suite }) });

      const key = Buffer.concat([signer.algorithm, signer.publicKey]);
      const id = createHash('sha256').update('gongkai-ledger/f3b8\n').update(key).digest();
      const signature = Buffer.from(note.trimEnd().split(' ').at(-1) ?? '', 'base64');
      expect(signature.subarray(0, 4)).toEqual(id.subarray(0, 4));
      const hex = id.toString('hex', 0, 4);
      expect(verifierKey('f3b8', signer)).toBe(
        `gongkai-ledger/f3b8+${hex}+${key.toString('base64')}`,
      );
    },
  );

  it.each(SUITES)('of %s is not believed when a character of the text was changed', (suite) => {
    const note = signNote(checkpoint({ suite }), signerOf(suite));
    const end = note.indexOf('\n\n');
    for (let at = 0; at < end; at += 7) {
      const forged = note.slice(0, at) + (note[at] === '1' ? '2' : '1') + note.slice(at + 1);
      expect(readNote(forged, 'f3b8', signerOf)).toHaveProperty('fault');
    }
  });

  it('says what is wrong with it', () => {
    const note = signNote(checkpoint(), signerOf('sha256-ed25519'));
    const fault = (text: string, id = 'f3b8', secret = SECRET) =>
      readNote(text, id, (suite) => signerFrom(suite, secret));
    expect(fault(note, 'other')).toEqual({ fault: 'other-ledger' });
    expect(fault(note, 'f3b8', Buffer.alloc(32, 8))).toEqual({ fault: 'unknown-key' });
    expect(fault(note.replace('\n12345\n', '\n12346\n'))).toEqual({ fault: 'bad-signature' });
    expect(fault(note.slice(0, -1))).toEqual({ fault: 'malformed' });
    expect(fault(note.replace('\n12345\n', '\n012345\n'))).toEqual({ fault: 'malformed' });
    expect(fault('')).toEqual({ fault: 'malformed' });
  });
});
