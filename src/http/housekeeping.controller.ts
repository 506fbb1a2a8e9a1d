import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Housekeeping } from '../ledger/housekeeping.js';
import { Transparency } from '../ledger/transparency/transparency.js';
import { Allow } from './allow.js';
import { BackupStatusAnswer } from './dto/housekeeping.dto.js';
import { Reads } from './routes.js';

/** 备份. */
@ApiTags('ledger 台账')
@Controller('v1')
export class HousekeepingController {
  constructor(
    @Inject(Housekeeping) private readonly housekeeping: Housekeeping,
    @Inject(Transparency) private readonly transparency: Transparency,
  ) {}

  @Allow('backups.read')
  @Reads('backup-status', '最近一次备份、台账的大小、最近的检查点', BackupStatusAnswer)
  async status(): Promise<BackupStatusAnswer> {
    const { checkpoint } = await this.transparency.checkpoint('sha256-ed25519');
    return {
      lastBackup: this.housekeeping.lastBackup(),
      ledgerBytes: this.housekeeping.ledgerBytes(),
      events: checkpoint.size,
      checkpointAt: checkpoint.time,
    };
  }
}
