import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Position } from '../../ledger/ledger.js';
import type { StepTexts } from '../../requests/applicant.js';
import type { PersonalData } from '../../requests/domain/personal-data.events.js';
import type { ErasureCertificate } from '../../requests/erasure-certificate.query.js';
import type { Disclosure } from '../../requests/view-personal-data.handler.js';

const OPEN_DATE = { type: String, format: 'date', nullable: true } as const;

export class PersonalDataAnswer implements PersonalData {
  @ApiProperty({ description: '已封存' }) readonly restricted!: boolean;
  @ApiProperty({ description: '待批准的销毁', type: Object, nullable: true })
  readonly proposal!: PersonalData['proposal'];
  @ApiProperty({ ...OPEN_DATE, description: '依法删除之日' }) readonly erasedOn!: LocalDate | null;
  @ApiProperty({ description: '查阅未遮盖信息的次数' }) readonly views!: number;
}

class ParticularsAnswer {
  @ApiPropertyOptional({ description: '申请人' }) readonly applicant?: string;
  @ApiPropertyOptional({ description: '证件号码' }) readonly idNumber?: string;
  @ApiPropertyOptional({ description: '联系方式' }) readonly contact?: string;
  @ApiPropertyOptional({ description: '所需信息' }) readonly description?: string;
  @ApiPropertyOptional({ description: '备注' }) readonly remarks?: string;
  @ApiPropertyOptional({ description: '通信地址' }) readonly address?: string;
  @ApiPropertyOptional({ description: '代理人' }) readonly agent?: string;
  @ApiPropertyOptional({ description: '其他联合申请人' }) readonly coApplicants?: string;
  @ApiPropertyOptional({ description: '形式要求' }) readonly provision?: string;
}

class StepTextsAnswer implements StepTexts {
  @ApiProperty({ example: 'SupplementRequested' }) readonly type!: string;
  @ApiProperty({ type: String, format: 'date' }) readonly occurredOn!: string;
  @ApiProperty({ description: '加密保存的文字，按项目', type: Object })
  readonly texts!: StepTexts['texts'];
}

export class DisclosureAnswer implements Disclosure {
  @ApiProperty({ description: '未遮盖' }) readonly applicant!: ParticularsAnswer;
  @ApiProperty({ description: '各步加密保存的文字', type: [StepTextsAnswer] })
  readonly steps!: readonly StepTextsAnswer[];
  @ApiProperty() readonly events!: number;
  @ApiProperty() readonly revision!: number;
  @ApiProperty({ description: '这次查阅记在台账的哪个位置', type: String })
  readonly position!: Position;
}

export class PersonSearchAnswer {
  @ApiProperty({ description: '登记编号；已封存、已依法删除的不在查找之列', type: [String] })
  readonly numbers!: readonly string[];
}

export class ErasureCertificateAnswer implements ErasureCertificate {
  @ApiProperty({ description: '台账编号' }) readonly ledgerId!: string;
  @ApiProperty({ description: '流水' }) readonly stream!: string;
  @ApiProperty({ description: '销毁的密钥', type: [String] }) readonly keys!: readonly string[];
  @ApiProperty({ description: '从此不能读出的密文' }) readonly sealedParts!: number;
  @ApiProperty({ description: '提出人、批准人、情形、理由、保存期限届满日', type: Object })
  readonly erased!: ErasureCertificate['erased'];
  @ApiProperty({ type: String, format: 'date' }) readonly erasedOn!: string;
  @ApiProperty({ type: String, format: 'date-time' }) readonly recordedAt!: string;
  @ApiProperty({ description: '在台账中的位置' }) readonly position!: string;
  @ApiProperty({ description: '这条事实的散列' }) readonly hash!: string;
}
