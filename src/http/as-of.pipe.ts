import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { asOfFrom, type AsOf } from '../annual-reports/as-of.js';
import { BadInput } from './problem.filter.js';

/** `now`, `filed`, or a place of the ledger; the default when nothing is sent. */
export class AsOfPipe implements PipeTransform<string | undefined, AsOf> {
  constructor(private readonly unsent: AsOf) {}

  transform(text: string | undefined, { data: path = 'asOf' }: ArgumentMetadata): AsOf {
    if (text === undefined) return this.unsent;
    // A parameter that is sent twice is a list.
    const asOf = typeof text === 'string' ? asOfFrom(text) : null;
    if (asOf !== null) return asOf;
    const reason = '不是台账里的位置，请写数字、filed（报送时）或者 now（现在）';
    throw new BadInput([{ path, reason }]);
  }
}
