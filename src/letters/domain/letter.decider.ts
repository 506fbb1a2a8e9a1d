import { unreachable, type Command, type Decider, type Refusal } from '../../kernel/decider.js';
import {
  isNumbered,
  issuedLetter,
  type LetterCancelled,
  type LetterEvent,
  type IssuedLetter,
  type LetterIssued,
} from './letter.events.js';

/** 制发文书: with its number printed in it and its files kept. */
export type IssueLetter = Command<'IssueLetter', LetterIssued['data']>;

/** 作废文书. */
export type CancelLetter = Command<'CancelLetter', LetterCancelled['data']>;

export type LetterCommand = IssueLetter | CancelLetter;

export type LetterRefusal = Refusal<
  | 'letter/not-in-this-state'
  | 'letter/particular-missing'
  | 'letter/word-unusable'
  | 'letter/differs-from-ledger'
  | 'letter/number-taken'
  | 'letter/not-issued'
  | 'letter/already-cancelled'
  | 'letter/cancel-reason-missing'
>;

/** The documents of one agency and year by their serial. */
export type LettersOfYear = ReadonlyMap<number, IssuedLetter>;

export const NUMBERING_RULE = '台账规则：文号逐年连续编排，不重不漏';

export const letterDecider: Decider<LettersOfYear, LetterCommand, LetterEvent, LetterRefusal> = {
  initialState: new Map(),
  decide,
  evolve: (letters, event) => {
    const { serial } = event.data;
    return new Map(letters).set(serial, issuedLetter(letters.get(serial) ?? null, event));
  },
};

/** The place that the next document takes; `sequence` is null for a kind without 文号. */
export function nextPlace(
  letters: LettersOfYear,
  kind: LetterIssued['data']['kind'],
): Pick<LetterIssued['data'], 'serial' | 'sequence'> {
  const serial = letters.size + 1;
  if (!isNumbered(kind)) return { serial, sequence: null };
  const numbered = [...letters.values()].filter(({ sequence }) => sequence !== null);
  return { serial, sequence: numbered.length + 1 };
}

function decide(
  command: LetterCommand,
  letters: LettersOfYear,
): readonly LetterEvent[] | LetterRefusal {
  switch (command.type) {
    case 'IssueLetter':
      return issue(command, letters);
    case 'CancelLetter':
      return cancel(command, letters);
    default:
      return unreachable(command);
  }
}

/** The number stands in the file already, so another one must not be given here. */
function issue({ data, today }: IssueLetter, letters: LettersOfYear) {
  const { serial, sequence } = nextPlace(letters, data.kind);
  if (data.serial !== serial || data.sequence !== sequence) {
    return { refused: 'letter/number-taken', basis: NUMBERING_RULE } as const;
  }
  return [{ type: 'LetterIssued', occurredOn: today, data }] as const;
}

function cancel({ data, today }: CancelLetter, letters: LettersOfYear) {
  const letter = letters.get(data.serial);
  if (letter === undefined) {
    return { refused: 'letter/not-issued', basis: NUMBERING_RULE } as const;
  }
  if (data.reason.trim() === '') {
    return { refused: 'letter/cancel-reason-missing', basis: '《条例》第45条' } as const;
  }
  if (letter.cancelledOn !== null) {
    const facts = { on: letter.cancelledOn };
    return { refused: 'letter/already-cancelled', basis: NUMBERING_RULE, facts } as const;
  }
  return [{ type: 'LetterCancelled', occurredOn: today, data }] as const;
}
