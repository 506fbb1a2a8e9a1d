import { Controller, Inject, Param, ParseIntPipe } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  DEFAULT_COUNTING_RULES,
  DEFAULT_RETENTION_YEARS,
} from '../agencies/domain/agency.events.js';
import { DEFAULT_PROCEDURE_RULES } from '../agencies/domain/procedure-rules.events.js';
import { DEFAULT_REPORT_RULES } from '../agencies/domain/report-rules.events.js';
import { settingDates } from '../agencies/setting-dates.js';
import { firstDayOf, lastDayOf, nextDay, type LocalDate } from '../kernel/local-date.js';
import type { Ledger } from '../ledger/ledger.js';
import { LEDGER } from '../ledger/tokens.js';
import { ReadModels } from '../read-models/read-models.js';
import { AgencyTerms } from '../requests/agency-terms.js';
import { Allow } from './allow.js';
import { CalendarAnswer, CalendarDayAnswer, SettingAnswer } from './dto/settings.dto.js';
import { BadInput } from './problem.filter.js';
import { AgencyId, Reads } from './routes.js';

/** What nobody chose otherwise. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  ...DEFAULT_COUNTING_RULES,
  ...DEFAULT_PROCEDURE_RULES,
  ...DEFAULT_REPORT_RULES,
  retentionYears: DEFAULT_RETENTION_YEARS,
};

/** 设置和工作日历, as they are now. */
@ApiTags('procedure 办理规则')
@Controller('v1/agencies/:agencyId')
export class SettingsController {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(AgencyTerms) private readonly terms: AgencyTerms,
  ) {}

  @Allow('agencies.read')
  @Reads('settings', '本机关的设置：现在的值、默认的值、从哪天起', [SettingAnswer])
  async settings(@AgencyId() agencyId: string): Promise<readonly SettingAnswer[]> {
    const agency = await this.models.established(agencyId);
    const { rules, procedure, reportRules, retentionYears } = agency;
    const now = { ...rules, ...procedure, ...reportRules, retentionYears };
    const dates = await settingDates(this.ledger, agencyId);
    return Object.entries(now).map(([name, value]) => ({
      ...{ name, value, initial: DEFAULTS[name] },
      since: dates.get(name) ?? null,
    }));
  }

  @Allow('calendar.read')
  @Reads('calendar/:year', '一年里与周一至周五不同的日子，按国务院和本机关的安排', CalendarAnswer)
  async calendar(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
  ): Promise<CalendarAnswer> {
    if (year < 2000 || year > 2999) {
      throw new BadInput([{ path: 'year', reason: '应在 2000 至 2999 之间' }]);
    }
    const { calendar } = await this.terms.of(agencyId);
    const days: CalendarDayAnswer[] = [];
    for (let date: LocalDate = firstDayOf(year); date <= lastDayOf(year); date = nextDay(date)) {
      const notice = calendar.noticeOf(date);
      if (notice !== null) days.push({ date, works: calendar.isWorkingDay(date), notice });
    }
    const { edition } = calendar;
    return { year, edition, announced: calendar.isAnnounced(year), days };
  }
}
