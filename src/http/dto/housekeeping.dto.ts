import { ApiProperty } from '@nestjs/swagger';
import type { LastBackup } from '../../ledger/housekeeping.js';

export class LastBackupAnswer implements LastBackup {
  @ApiProperty({ description: '何时' }) readonly takenAt!: string;
  @ApiProperty({ description: '几条事实' }) readonly events!: number;
  @ApiProperty({ description: '放在哪里' }) readonly into!: string;

  @ApiProperty({ type: String, nullable: true, description: '钥匙放在哪里；没有备份钥匙的为空' })
  readonly keys!: string | null;
}

export class BackupStatusAnswer {
  @ApiProperty({ type: LastBackupAnswer, nullable: true, description: '从未备份的为空' })
  readonly lastBackup!: LastBackupAnswer | null;

  @ApiProperty({ type: Number, nullable: true, description: '台账文件的字节数；在数据库里的为空' })
  readonly ledgerBytes!: number | null;

  @ApiProperty({ description: '现在几条事实' }) readonly events!: number;

  @ApiProperty({ description: '最近的检查点何时签名' }) readonly checkpointAt!: string;
}
