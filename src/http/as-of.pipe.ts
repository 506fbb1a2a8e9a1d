import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { asOfFrom, editionFrom, type AsOf, type EditionMeant } from '../annual-reports/as-of.js';
import { BadInput } from './problem.filter.js';

/** How the parameters are described. */
export const AS_OF = {
  name: 'asOf',
  required: false,
  description: '按第几条为止的台账；closed 为封账时，filed 为报送时，now 为现在',
};

export const EDITION = {
  name: 'edition',
  required: false,
  description: '封账的第几版；closed 为最新的一版，filed 为报送的一版；写了就不看 asOf',
};

/** `now`, `filed`, `closed`, or a place of the ledger; the default when nothing is sent. */
export class AsOfPipe implements PipeTransform<unknown, AsOf> {
  constructor(private readonly unsent: AsOf) {}

  transform(text: unknown, { data: path = 'asOf' }: ArgumentMetadata): AsOf {
    if (text === undefined) return this.unsent;
    // A parameter that is sent twice is a list.
    const asOf = typeof text === 'string' ? asOfFrom(text) : null;
    if (asOf !== null) return asOf;
    const reason = '不是台账里的位置，请写数字、closed（封账时）、filed（报送时）或者 now（现在）';
    throw new BadInput([{ path, reason }]);
  }
}

/** A closed edition: its number, `closed` for the newest, `filed` for the one that was filed. */
export class EditionPipe implements PipeTransform<unknown, EditionMeant> {
  transform(text: unknown, { data: path = 'edition' }: ArgumentMetadata): EditionMeant {
    if (text === undefined) return 'closed';
    const edition = typeof text === 'string' ? editionFrom(text) : null;
    if (edition !== null) return edition;
    const reason = '不是第几版，请写数字、closed（最新的一版）或者 filed（报送的一版）';
    throw new BadInput([{ path, reason }]);
  }
}

type Asked = Readonly<{ asOf?: unknown; edition?: unknown }>;

/** The time a report is asked for, of the whole query: an edition goes before a place. */
export class ReportTimePipe implements PipeTransform<Asked, AsOf> {
  transform({ asOf, edition }: Asked): AsOf {
    if (edition === undefined) {
      return new AsOfPipe('now').transform(asOf, { type: 'query', data: 'asOf' });
    }
    return new EditionPipe().transform(edition, { type: 'query', data: 'edition' });
  }
}

/** Which report is checked: that of `now`, or the newest one that was `closed`. */
export class ReportMeantPipe implements PipeTransform<unknown, 'now' | 'closed'> {
  transform(text: unknown, { data: path = 'of' }: ArgumentMetadata): 'now' | 'closed' {
    if (text === undefined || text === 'now') return 'now';
    if (text === 'closed') return text;
    throw new BadInput([{ path, reason: '应为 now（现在的）或者 closed（封账的）' }]);
  }
}
