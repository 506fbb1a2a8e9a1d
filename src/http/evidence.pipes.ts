import { Injectable, type PipeTransform } from '@nestjs/common';
import { BEGINNING, type Position } from '../ledger/ledger.js';
import { BadInput } from './problem.filter.js';

/** A place of the ledger, as it was handed out before. */
@Injectable()
export class PositionPipe implements PipeTransform<unknown, Position> {
  transform(value: unknown): Position {
    if (value === undefined) return BEGINNING;
    if (typeof value === 'string' && /^\d{1,19}$/.test(value)) return value as Position;
    throw new BadInput([{ path: 'after', reason: '应为台账的位置，如 120' }]);
  }
}

const KINDS = ['request', 'appeal'] as const;
export type CaseOfBundle = (typeof KINDS)[number];

@Injectable()
export class CaseOfBundlePipe implements PipeTransform<string, CaseOfBundle> {
  transform(value: string): CaseOfBundle {
    const kind = KINDS.find((known) => known === value);
    if (kind !== undefined) return kind;
    throw new BadInput([{ path: 'kind', reason: `应为 ${KINDS.join('、')} 之一` }]);
  }
}
