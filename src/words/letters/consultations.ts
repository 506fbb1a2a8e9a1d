import type { LetterFacts } from '../../letters/domain/letter-facts.js';
import {
  clause,
  dateWords,
  paragraphs,
  quoted,
  REGULATION,
  row,
  sheet,
  tall,
  written,
  type LetterBlock,
  type Sheet,
} from './letter.js';

/** 征求意见书（第三方） (第32条), with the form to answer on. The applicant is not named. */
export function thirdPartyConsultation(facts: LetterFacts): readonly [Sheet, Sheet] {
  return [
    toConsultee(facts, [
      ...paragraphs(
        '本机关收到公民、法人或者其他组织提出的政府信息公开申请，其中涉及下列与你（单位）' +
          `有关的政府信息：${clause(facts.said.matter)}。`,
        '上述政府信息公开后可能损害你（单位）的合法权益。根据' +
          `${REGULATION}第三十二条的规定，现书面征求你（单位）的意见。请自收到本征求意见书之日起` +
          `15个工作日内${respondBy(facts)}将意见书面反馈本机关；不同意公开的，请说明理由。`,
        '逾期未提出意见的，由本机关依照《条例》的规定决定是否公开。不同意公开且有合理理由的，' +
          '本机关不予公开；本机关认为不公开可能对公共利益造成重大影响的，可以决定予以公开，' +
          '并将决定公开的政府信息内容和理由书面告知你（单位）。',
      ),
    ]),
    replyForm(facts, '《中华人民共和国政府信息公开条例》第三十二条'),
  ];
}

/** 征求意见书（共同制作机关） (第34条): silence is consent. */
export function coMakerConsultation(facts: LetterFacts): readonly [Sheet, Sheet] {
  return [
    toConsultee(facts, [
      ...paragraphs(
        '本机关收到公民、法人或者其他组织提出的政府信息公开申请，其中涉及你单位与本机关共同制作的' +
          `下列政府信息：${clause(facts.said.matter)}。`,
        `根据${REGULATION}第三十四条的规定，本机关作为牵头制作的行政机关，现征求你单位的意见。` +
          `请自收到本征求意见书之日起15个工作日内${respondBy(facts)}提出意见；` +
          '逾期未提出意见的，视为同意公开。',
      ),
    ]),
    replyForm(facts, '《中华人民共和国政府信息公开条例》第三十四条'),
  ];
}

/** 依申请公开告知书（第三方） (第32条): what will be disclosed against its will, and why. */
export function thirdPartyNotice(facts: LetterFacts): Sheet {
  const { said } = facts;
  return toConsultee(facts, [
    ...paragraphs(
      '你（单位）不同意公开有关政府信息的意见收悉。经审查，本机关认为不公开该政府信息可能对公共利益' +
        `造成重大影响，根据${REGULATION}第三十二条的规定，决定予以公开，现将决定公开的政府信息内容` +
        '和理由告知如下：',
      `一、决定公开的内容：${clause(said.content)}。`,
      `二、理由：${clause(said.reasons)}。`,
    ),
  ]);
}

/** 协办函 (第33条第3款): to another organ or office that has a part in the answer. */
export function assistance(facts: LetterFacts): Sheet {
  const { said } = facts;
  return toConsultee(facts, [
    ...paragraphs(
      '本机关正在办理一件政府信息公开申请，申请公开的内容为：' +
        `${quoted(said.description ?? '')}。根据${REGULATION}第十一条、第三十三条第三款的规定，` +
        '请你单位协助办理下列事项：',
    ),
    ...written(said.matter),
    ...paragraphs(`请于${dateWords(said.respondBy ?? '')}前将办理意见及有关材料书面反馈本机关。`),
  ]);
}

/** 征求意见确认函: what the consulted side fills in. */
function replyForm(facts: LetterFacts, law: string): Sheet {
  const { agency, said, documentNumber } = facts;
  const about = documentNumber === null ? '征求意见书' : `${documentNumber}征求意见书`;
  return {
    title: ['征求意见确认函'],
    documentNumber: null,
    addressee: agency.name,
    body: [
      ...paragraphs(`你机关${about}收悉。根据${law}的规定，现提出意见如下：`),
      {
        rows: [
          row(['涉及的\n政府信息', clause(said.matter)]),
          row(['意见', '□ 同意公开\n□ 部分同意公开（注明不同意的部分）\n□ 不同意公开']),
          tall(['不同意\n公开的理由', '']),
          row(['意见人', said.addressee], ['签名或盖章', '']),
          row(['联系电话', ''], ['日期', '年　　月　　日']),
        ],
      },
    ],
    enclosures: [],
    signature: null,
    note: null,
  };
}

function toConsultee(facts: LetterFacts, body: readonly LetterBlock[]): Sheet {
  return sheet(facts, { to: facts.said.addressee ?? '', body });
}

function respondBy({ consultation }: LetterFacts): string {
  const until = consultation?.respondBy ?? null;
  return until === null ? '' : `（${dateWords(until)}前）`;
}
