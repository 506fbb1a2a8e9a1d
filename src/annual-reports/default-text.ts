import type { LocalDate } from '../kernel/local-date.js';
import type { Form } from '../../projections/forms/form.js';
import { formOf } from '../../projections/forms/forms.js';
import type { AgencyLevel } from '../agencies/domain/agency.events.js';
import { REPORT_PARTS, type ReportText } from './domain/annual-report.events.js';

/**
 * The words of a report that nobody has drafted yet: the five topics the form asks for under part
 * one. Whatever has a number in it is a placeholder, filled from the ledger when it is printed. It
 * can state no problems, so it is printed as a draft.
 */
export function defaultText(year: number): ReportText {
  const { basis, headings } = formOf(year);
  return {
    preamble:
      '根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》' +
      `（${basis}），编制本报告。本报告由${partsOf(headings)}六个部分组成，` +
      '统计期限为{{报告年度}}年1月1日至{{报告年度}}年12月31日。',
    parts: {
      overview: [
        '（一）主动公开',
        '{{规范性文件情况}}{{行政执法情况}}',
        '（二）依申请公开',
        '{{申请收办情况}}{{申请渠道情况}}{{申请办理情况}}{{复议诉讼情况}}',
        '（三）政府信息管理',
        '依法登记、审核、办理、答复、归档。',
        '（四）政府信息公开平台建设',
        '通过政府网站公开政府信息。',
        '（五）监督保障',
        '设政府信息公开工作机构{{专门机构数}}个，工作人员{{工作人员数}}人，' +
          '其中专职{{专职人员数}}人、兼职{{兼职人员数}}人。',
      ].join('\n'),
      publications: '',
      requests: '',
      appeals: '',
      problems: '（本部分尚未起草。）',
      otherMatters: '无其他需要报告的事项。{{信息处理费情况}}',
    },
    signedOn: `${String(year + 1)}-01-31` as LocalDate,
  };
}

/** The six headings without their numerals. */
function partsOf(headings: Form['headings']): string {
  return REPORT_PARTS.map((part) => headings[part].slice(2)).join('、');
}

/**
 * 零申请年度: what can be said of a year with nothing in it. Part five is a form of words, to be read
 * and confirmed or written anew.
 */
export function nilText(year: number, signedOn: LocalDate, level: AgencyLevel): ReportText {
  const text = defaultText(year);
  return {
    ...text,
    parts: {
      ...text.parts,
      // What 第50条第四项 asks of a government, and of nobody else.
      overview: text.parts.overview.concat(
        level === 'government'
          ? '公开工作纳入年度工作考核，接受社会评议，没有责任追究的情形。'
          : '',
      ),
      problems: [
        '存在的主要问题：本年度没有收到政府信息公开申请，也没有新制发的文件，办理经验积累不足，' +
          '主动公开的内容更新不够及时。',
        '改进情况：{{下一年度}}年将对照《中华人民共和国政府信息公开条例》第二十条、第二十一条逐项检查' +
          '应当主动公开的内容，按时更新；加强学习，做好收到申请后依法登记、按期答复的准备。',
      ].join('\n'),
    },
    signedOn,
  };
}
