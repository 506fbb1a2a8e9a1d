import type { Review } from '../../agencies/domain/procedure-rules.events.js';
import { outcomeOf } from '../../letters/domain/letters-for.js';
import type { LetterFacts } from '../../letters/domain/letter-facts.js';
import { REVIEW_LABELS } from '../../requests/domain/handling-labels.js';
import {
  APPLICANT_LABELS,
  CHANNEL_LABELS,
  OUTCOME_ROWS,
} from '../../requests/domain/outcome-labels.js';
import {
  dateWords,
  paragraphs,
  REGULATION,
  row,
  sheet,
  tall,
  you,
  type LetterRow,
  type Sheet,
} from './letter.js';

/** 登记表 (第29、31条). */
export function registrationForm(facts: LetterFacts): Sheet {
  const { request, said } = facts;
  return form(facts, [
    row(['登记编号', request.number], ['收到日期', receivedWords(facts)]),
    row(['收到渠道', channelWords(facts)], ['申请人类型', APPLICANT_LABELS[request.applicantKind]]),
    row(['申请人', said.applicant], ['代理人', said.agent]),
    row(['证件号码', said.idNumber]),
    row(['联系方式', said.contact]),
    row(['通信地址', said.address]),
    tall(['所需\n政府信息', said.description]),
    row(['形式要求', said.provision]),
    row(['答复期限', dueWords(facts)], ['承办人', said.handler]),
    row(['备注', '']),
  ]);
}

/** 接收回执 (第31条): what came when, when the answer is due, and whom to ask. */
export function receipt(facts: LetterFacts): Sheet {
  const { request, said } = facts;
  return sheet(facts, {
    to: said.applicant ?? '',
    body: [
      ...paragraphs(
        `${you(facts)}提出的政府信息公开申请已经收到。根据${REGULATION}第三十一条的规定，` +
          '现将有关事项告知如下：',
      ),
      {
        rows: [
          row(['登记编号', request.number], ['收到日期', receivedWords(facts)]),
          row(['收到渠道', channelWords(facts)], ['答复期限', dueWords(facts)]),
          row(['申请内容', said.description]),
        ],
      },
      ...paragraphs(
        '根据《条例》第三十三条的规定，本机关自收到申请之日起20个工作日内答复，征求第三方和其他机关意见所需' +
          `时间不计算在内。${you(facts)}可以凭登记编号向本机关查询办理情况。`,
      ),
    ],
  });
}

/** 送达回证 (国办公开办函〔2016〕235号), to be filled in by hand when served. */
export function serviceRecord(facts: LetterFacts): Sheet {
  const { said, request } = facts;
  return form(facts, [
    row(['登记编号', request.number], ['送达机关', facts.agency.name]),
    row(['文书及文号', said.document]),
    row(['受送达人', said.applicant], ['送达地点', said.place ?? said.address]),
    row([
      '送达方式',
      '□ 直接送达　□ 委托其他行政机关代为送达\n□ 邮寄送达（邮件号：　　　　　　　　　　　　）',
    ]),
    row(['交邮日期', BLANK_DATE], ['签收日期', BLANK_DATE]),
    tall(['受送达人\n签名盖章', said.signer]),
    row(['代收人及\n理由', '']),
    row(['送达人', said.server], ['填写日期', dateWords(facts.issuedOn)]),
    row(['备注', '直接送达、委托送达以签收之日为准，邮寄送达以交邮之日为准。']),
  ]);
}

const BLANK_DATE = '　　年　　月　　日';

/** 审查呈批单 (第17条): what is to be answered, why, and who has agreed. */
export function reviewSheet(facts: LetterFacts): Sheet {
  const { request, said } = facts;
  const outcome = outcomeOf(request);
  const result = outcome === null ? undefined : OUTCOME_ROWS[outcome];
  const opinion = (review: Review) =>
    [`${REVIEW_LABELS[review][0]}\n意见`, opinionWords(facts, review)] as const;
  return form(facts, [
    row(['登记编号', request.number], ['申请人', said.applicant]),
    row(['收到日期', receivedWords(facts)], ['答复期限', dueWords(facts)]),
    row(['所需\n政府信息', said.description]),
    row(['拟办结果', result && `${result.group}${result.label}`], ['承办人', said.handler]),
    row(['依据', result && `《条例》${result.article}`]),
    row(['拟公开信息', said.content]),
    row(['理由', said.reasons]),
    row(['公开属性', '□ 主动公开　□ 依申请公开　□ 不予公开']),
    tall(opinion('disclosure'), opinion('secrecy')),
    tall(opinion('legal'), opinion('sign-off')),
  ]);
}

const WIDE_SPACE = '　';

function opinionWords({ request }: LetterFacts, review: Review): string {
  return request.handling.reviews
    .filter((it) => it.review === review)
    .map(
      ({ opinion, by, on }) =>
        `${opinion === 'agrees' ? '同意' : '不同意'}${WIDE_SPACE}${by}\n${dateWords(on)}`,
    )
    .join('\n');
}

/** A form of the file: no 主送, no 附件 and no 署名. */
function form(facts: LetterFacts, rows: readonly LetterRow[]): Sheet {
  const written = sheet(facts, { to: null, body: [{ rows }] });
  return { ...written, enclosures: [], signature: null, note: null };
}

function receivedWords({ request }: LetterFacts): string {
  return request.receivedOn === null ? '待确认' : dateWords(request.receivedOn);
}

function channelWords({ request }: LetterFacts): string {
  return CHANNEL_LABELS[request.channel][0] ?? '';
}

function dueWords({ request: { dueOn, provisional } }: LetterFacts): string {
  if (dueOn === null) return '暂停计算';
  return `${dateWords(dueOn)}${provisional ? '（待节假日安排公布）' : ''}`;
}
