import { Option, type Command } from 'commander';
import { appointStaff, designateOffice, releaseStaff, renameAgency } from './agency.command.js';
import { establishAgency } from './init.command.js';
import { PARTLY_GRANTED_REMEDIES } from '../agencies/domain/letter-rules.events.js';
import { sent } from './given.js';
import type { ProcedureGiven } from './procedure-given.js';
import { reportRuleOptions, type ReportRulesGiven } from './report-rules-given.js';
import { countingRules, type LetterRulesGiven } from './rules.command.js';
import { wholeNumber, type Within } from './within.js';

/** The agency itself, its offices, its staff, its rules. */
export function addAgencies(program: Command, within: Within): void {
  program
    .command('init')
    .description('建账')
    .requiredOption('--name <全称>', '机关全称')
    .option('--short-name <简称>', '报告标题用的简称，不写同全称')
    .option('--government', '人民政府（3月31日前公布），不写为部门', false)
    .action((options: { name: string; shortName?: string; government: boolean }) =>
      within('write', (session, output) => establishAgency(session, output, options)),
    );
  program
    .command('rename')
    .description('机关更名')
    .argument('<新全称>')
    .requiredOption('--on <日期>', '更名之日')
    .option('--short-name <简称>', '报告标题用的简称，不写同全称')
    .action((name: string, options: { on: string; shortName?: string }) =>
      within('write', (session, output, { agency }) =>
        renameAgency(session, output, { name, ...options }, agency),
      ),
    );
  program
    .command('office')
    .description('指定政府信息公开工作机构')
    .argument('<名称>')
    .requiredOption('--on <日期>', '指定之日')
    .option('--address <地址>', '办公地址')
    .option('--phone <电话>', '联系电话')
    .option('--email <邮箱>', '电子邮箱')
    .action((office: string, options: { on: string }) =>
      within('write', (session, output, { agency }) =>
        designateOffice(session, output, { office, ...options }, agency),
      ),
    );
  addRules(program, within);
  addStaff(program.command('staff').description('工作人员到岗、离岗'), within);
}

function addRules(program: Command, within: Within): void {
  const rules = program
    .command('rules')
    .description('统计口径、文书规则和年报设置：查看，或者确定没有明文规定的')
    .option('--fee-decimals <位数>', '行政事业性收费（万元）的小数位数，0 至 6', wholeNumber)
    .option('--letter-prefix <代字>', '文号的机关代字，不写为简称加“公开”')
    .option('--review-organ <机关>', '文书里写的行政复议机关')
    .option('--court <法院>', '文书里写的人民法院')
    .addOption(
      new Option(
        '--partly-granted <途径>',
        '部分公开的救济：先复议 reconsideration-first，或者任选 free-choice',
      ).choices(PARTLY_GRANTED_REMEDIES),
    )
    .addOption(chosen('--split-parts <计法>', '拆分的各件都计，或者只计原件', ['each', 'original']))
    .addOption(chosen('--merged-requests <计法>', '并案的各件都计，或者只计主件', ['each', 'lead']))
    .addOption(
      chosen('--pending-appeals <计法>', '尚未审结各年都计，或只计一年', ['each', 'first']),
    )
    .addOption(
      chosen('--receipt-on-day-off <算法>', '休息日收到的：当日，或者顺延', [
        'stays',
        'next-working-day',
      ]),
    )
    .addOption(
      chosen('--website-receipt <算法>', '网站提交的：提交，或者双方确认', [
        'submission',
        'confirmation',
      ]),
    )
    .addOption(
      chosen('--consultation-from <算法>', '征求意见不计入期限：从发出，或者从对方收到', [
        'sent',
        'received',
      ]),
    )
    .addOption(chosen('--payment-restarts <是否>', '缴费后期限重新计算', ['yes', 'no']))
    .addOption(chosen('--extension-before-due <是否>', '期限届满以后不能再延期', ['yes', 'no']))
    .option(
      '--required-reviews <审查>',
      '答复以前必须有的审查意见，如“公开审查、保密审查”；“无”为不要求',
    )
    .addOption(
      chosen('--joint-applicants <算法>', '联合申请人类型不一的：按第一人，或者必须写明', [
        'first-named',
        'stated',
      ]),
    )
    .action((options: RulesGiven) =>
      within(Object.keys(options).length === 0 ? 'read' : 'write', (session, output, { agency }) =>
        countingRules(session, output, { ...rulesGiven(options), agency }),
      ),
    );
  for (const option of reportRuleOptions()) rules.addOption(option);
}

function rulesGiven(options: RulesGiven) {
  const { feeDecimals, splitParts, mergedRequests, pendingAppeals, ...others } = options;
  const { letterPrefix, reviewOrgan, court, partlyGranted, ...rest } = others;
  const { makesRegulations, decides, submitBy, publishBy, ...remaining } = rest;
  const { overviewMax, similarity, ...procedure } = remaining;
  const letters = sent({ letterPrefix, reviewOrgan, court, partlyGranted });
  const counted = sent({ splitParts, mergedRequests, pendingAppeals });
  const days = { submitBy, publishBy };
  const report = sent({ makesRegulations, decides, ...days, overviewMax, similarity });
  return { feeDecimals, ...counted, ...letters, procedure, report };
}

type RulesGiven = LetterRulesGiven &
  ProcedureGiven &
  ReportRulesGiven &
  Readonly<{
    feeDecimals?: number;
    splitParts?: 'each' | 'original';
    mergedRequests?: 'each' | 'lead';
    pendingAppeals?: 'each' | 'first';
  }>;

function chosen(flags: string, says: string, choices: readonly string[]): Option {
  return new Option(flags, `${says}：${choices.join('、')}`).choices(choices);
}

function addStaff(staff: Command, within: Within): void {
  staff
    .command('appoint')
    .description('登记到岗')
    .argument('<人员编号>')
    .requiredOption('--employment <方式>', '专职或者兼职')
    .requiredOption('--on <日期>', '到岗之日')
    .option('--from <文件>', '姓名所在的文件，如“姓名：张三”，- 为标准输入')
    .action((staffId: string, options: { employment: string; on: string; from?: string }) =>
      within('write', (session, output, { agency }) =>
        appointStaff(session, output, { staffId, ...options }, agency),
      ),
    );
  staff
    .command('release')
    .description('登记离岗')
    .argument('<人员编号>')
    .requiredOption('--on <日期>', '离岗之日')
    .action((staffId: string, { on }: { on: string }) =>
      within('write', (session, output, { agency }) =>
        releaseStaff(session, output, { staffId, on }, agency),
      ),
    );
}
