import { formOf } from '../../projections/forms/forms.js';
import type { LocalDate } from '../kernel/local-date.js';
import type { ReportText } from './domain/annual-report.events.js';

/**
 * The words of a report that nobody has drafted yet: the five topics the form asks for under part
 * one, with the year's figures. It can state no problems, so it is printed as a draft.
 */
export function defaultText(year: number): ReportText {
  return {
    preamble:
      '根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》' +
      `（${formOf(year).basis}），编制本报告。` +
      '统计期限为{{报告年度}}年1月1日至{{报告年度}}年12月31日。',
    parts: {
      overview: [
        '（一）主动公开',
        '本年度制发规章{{规章制发件数}}件、行政规范性文件{{行政规范性文件制发件数}}件，' +
          '作出行政许可决定{{行政许可决定数}}件、行政处罚决定{{行政处罚决定数}}件、行政强制决定{{行政强制决定数}}件。',
        '（二）依申请公开',
        '本年度新收政府信息公开申请{{新收申请数}}件，上年结转{{上年结转申请数}}件；' +
          '办结{{办结申请数}}件，结转下年度继续办理{{结转下年度申请数}}件。',
        '（三）政府信息管理',
        '依法登记、审核、办理、答复、归档。',
        '（四）政府信息公开平台建设',
        '通过政府网站公开政府信息。',
        '（五）监督保障',
        '设政府信息公开工作机构{{专门机构数}}个，工作人员{{工作人员数}}人，' +
          '其中专职{{专职人员数}}人、兼职{{兼职人员数}}人。' +
          '本年度行政复议{{行政复议数}}件、行政诉讼{{行政诉讼数}}件。',
      ].join('\n'),
      publications: '',
      requests: '',
      appeals: '',
      problems: '（本部分尚未起草。）',
      otherMatters: '无其他需要报告的事项。',
    },
    signedOn: `${String(year + 1)}-01-31` as LocalDate,
  };
}
