import { letterDecider, nextPlace } from '../../src/letters/domain/letter.decider.js';
import {
  documentNumberOf,
  isNumbered,
  LETTER_KINDS,
  type LetterEvent,
} from '../../src/letters/domain/letter.events.js';
import { letterRegister } from '../../projections/letter-register.projection.js';
import { project } from '../../projections/projection.js';
import {
  cancelLetter,
  issueLetter,
  letterCancelled,
  letterIssued,
} from '../support/builders/letters.js';

const after = (...events: readonly LetterEvent[]) =>
  events.reduce(letterDecider.evolve, letterDecider.initialState);
const form = (serial: number) =>
  letterIssued(serial, { kind: 'registration-form', sequence: null, documentNumber: null });

describe('文号', () => {
  it('has the year in full in hexagonal brackets, no 第 and no leading zero', () => {
    expect(documentNumberOf('定海公开', 2026, 12)).toBe('定海公开〔2026〕12号');
  });

  it('is not for forms, receipts, records of service and review sheets', () => {
    expect(LETTER_KINDS.filter((kind) => !isNumbered(kind))).toStrictEqual([
      'registration-form',
      'receipt',
      'service-record',
      'review-sheet',
    ]);
  });

  it('goes on without a gap, whatever unnumbered documents come between and which are cancelled', () => {
    const letters = after(
      letterIssued(1),
      form(2),
      letterIssued(3, { sequence: 2 }),
      letterCancelled(3),
    );
    expect(nextPlace(letters, 'grant')).toStrictEqual({ serial: 4, sequence: 3 });
    expect(nextPlace(letters, 'receipt')).toStrictEqual({ serial: 4, sequence: null });
  });
});

describe('IssueLetter 制发文书', () => {
  it('takes the first place of a year', () => {
    expect(letterDecider.decide(issueLetter(1), after())).toStrictEqual([letterIssued(1)]);
  });

  it.each([
    ['a serial that is taken', issueLetter(1)],
    ['a serial that leaves a gap', issueLetter(3)],
    ['a number that is taken', issueLetter(2, { sequence: 1 })],
    ['no number, where the kind carries one', issueLetter(2, { sequence: null })],
  ])('is refused with %s', (_what, command) => {
    expect(letterDecider.decide(command, after(letterIssued(1)))).toMatchObject({
      refused: 'letter/number-taken',
    });
  });
});

describe('CancelLetter 作废文书', () => {
  it('keeps the document and its number, with the reason', () => {
    expect(letterDecider.decide(cancelLetter(1), after(letterIssued(1)))).toStrictEqual([
      letterCancelled(1),
    ]);
    const [row] = project(letterRegister, [letterIssued(1), letterCancelled(1)]).values();
    expect(row).toMatchObject({
      documentNumber: '甲局公开〔2025〕1号',
      issuedOn: '2025-06-30',
      cancelledOn: '2025-06-30',
      cancelReason: '受文者写错',
    });
  });

  it.each([
    ['a document that was never issued', 'letter/not-issued', cancelLetter(2)],
    ['no reason', 'letter/cancel-reason-missing', cancelLetter(1, ' ')],
  ])('is refused with %s', (_what, refused, command) => {
    expect(letterDecider.decide(command, after(letterIssued(1)))).toMatchObject({ refused });
  });

  it('is refused a second time, with the day of the first', () => {
    const letters = after(letterIssued(1), letterCancelled(1));
    expect(letterDecider.decide(cancelLetter(1), letters)).toMatchObject({
      refused: 'letter/already-cancelled',
      facts: { on: '2025-06-30' },
    });
  });
});
