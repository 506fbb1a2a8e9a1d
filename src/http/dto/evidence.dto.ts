import { ApiProperty } from '@nestjs/swagger';
import type { LedgerPage } from '../../annual-reports/ledger-page.query.js';
import type { Instant, Position } from '../../ledger/ledger.js';
import { CaseEventAnswer } from './drill-down.dto.js';

export class LedgerPageAnswer implements LedgerPage {
  @ApiProperty({ type: [CaseEventAnswer] }) readonly events!: readonly CaseEventAnswer[];
  @ApiProperty({ type: String, nullable: true, description: '接着读的位置；没有了的为空' })
  readonly next!: Position | null;
}

/** That the whole ledger has the root that was signed. */
export class VerificationAnswer {
  @ApiProperty({ description: '检查点的条数' }) readonly size!: number;
  @ApiProperty({ description: '根散列' }) readonly root!: string;
  @ApiProperty({ description: '检查点的时刻' }) readonly time!: Instant;
  @ApiProperty({ description: '检查点' }) readonly note!: string;
  @ApiProperty({ description: '核验的时刻' }) readonly verifiedAt!: Instant;
}
