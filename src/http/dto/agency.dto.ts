import {
  AGENCY_LEVELS,
  EMPLOYMENTS,
  type AgencyLevel,
  type Employment,
} from '../../agencies/domain/agency.events.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { LegalDate, OneOf, Quantity, ShortText } from './validators.js';

export class EstablishAgencyBody {
  @ShortText({ description: '机关全称', example: '舟山市定海区机关事务管理中心' })
  readonly name!: string;

  @ShortText({ description: '机关简称，用于报告标题；不填同全称', optional: true })
  readonly shortName?: string;

  @OneOf(AGENCY_LEVELS, { description: '部门或者人民政府；不填为部门', optional: true })
  readonly level?: AgencyLevel;
}

export class RenameAgencyBody {
  @ShortText({ description: '新的全称' })
  readonly name!: string;

  @ShortText({ description: '新的简称；不填同全称', optional: true })
  readonly shortName?: string;

  @LegalDate({ description: '更名之日' })
  readonly renamedOn!: LocalDate;
}

export class DesignateOfficeBody {
  @ShortText({ description: '政府信息公开工作机构名称' })
  readonly office!: string;

  @LegalDate({ description: '指定之日' })
  readonly designatedOn!: LocalDate;

  @ShortText({ description: '办公地址', optional: true })
  readonly address?: string;

  @ShortText({ description: '联系电话', optional: true })
  readonly phone?: string;

  @ShortText({ description: '电子邮箱', optional: true })
  readonly email?: string;
}

export class AppointStaffBody {
  @ShortText({ description: '人员编号' })
  readonly staffId!: string;

  @OneOf(EMPLOYMENTS, { description: '专职或者兼职' })
  readonly employment!: Employment;

  @LegalDate({ description: '到岗之日' })
  readonly appointedOn!: LocalDate;

  @ShortText({ description: '姓名（加密保存）', optional: true })
  readonly name?: string;
}

export class ReleaseStaffBody {
  @LegalDate({ description: '离岗之日' })
  readonly releasedOn!: LocalDate;
}

export class AdoptCountingRulesBody {
  @Quantity({ description: '行政事业性收费（万元）的小数位数，0 至 6', optional: true })
  readonly feeDecimals?: number;

  @OneOf(['each', 'original'], {
    description: '一事一申请拆分的：各件都计，或者只计原件',
    optional: true,
  })
  readonly splitParts?: 'each' | 'original';

  @OneOf(['each', 'lead'], { description: '并案的：各件都计，或者只计主件', optional: true })
  readonly mergedRequests?: 'each' | 'lead';

  @OneOf(['each', 'first'], {
    description: '尚未审结的案件：每年年末都计，或者只计收案当年',
    optional: true,
  })
  readonly pendingAppeals?: 'each' | 'first';
}

export class AdoptRetentionBody {
  @Quantity({ description: '申请的个人信息在办结当年以后再保存几年，1 至 30', example: 10 })
  readonly years!: number;
}
