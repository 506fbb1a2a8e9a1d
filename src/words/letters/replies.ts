import type { LetterFacts } from '../../letters/domain/letter-facts.js';
import { outcomeOf } from '../../letters/domain/letters-for.js';
import type { Outcome } from '../../requests/domain/request.events.js';
import {
  clause,
  dateWords,
  paragraphs,
  received,
  REGULATION,
  written,
  you,
  type LetterBlock,
  type Sheet,
} from './letter.js';
import { toApplicant } from './notices.js';
import { remedyWords } from './remedy-words.js';

/** 答复书（予以公开）: published already (第36条第（一）项), or given now (第（二）项). */
export function grant(facts: LetterFacts): Sheet {
  const { said } = facts;
  const why =
    said.content === undefined
      ? `已经主动公开。根据${REGULATION}第三十六条第（一）项的规定，`
      : `可以公开。根据${REGULATION}第三十六条第（二）项的规定，`;
  return reply(facts, [
    ...paragraphs(`经审查，${you(facts)}申请公开的政府信息${why}现答复如下：`),
    ...written(said.content),
    ...obtaining(said.obtain),
  ]);
}

/** 答复书（部分公开） (第37条). */
export function partialGrant(facts: LetterFacts): Sheet {
  const { said } = facts;
  return reply(facts, [
    ...paragraphs(
      `经审查，${you(facts)}申请公开的政府信息中含有不应当公开的内容，但是能够作区分处理。` +
        `根据${REGULATION}第三十六条第（二）项、第（三）项和第三十七条的规定，现答复如下：`,
      `一、予以公开的内容：${clause(said.content)}。`,
      `二、不予公开的内容：${clause(said.withheld)}。`,
      `三、不予公开的理由：${clause(said.reasons)}。`,
    ),
    ...obtaining(said.obtain),
  ]);
}

/** What makes an exception, and its article. */
const EXCEPTIONS: Readonly<Partial<Record<Outcome, readonly [article: string, what: string]>>> = {
  denied_state_secret: ['第十四条', '属于依法确定为国家秘密的政府信息'],
  denied_law_forbidden: ['第十四条', '属于法律、行政法规禁止公开的政府信息'],
  denied_security_stability: ['第十四条', '公开后可能危及国家安全、公共安全、经济安全、社会稳定'],
  denied_third_party: [
    '第十五条、第三十二条',
    '涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害',
  ],
  denied_internal_affairs: ['第十六条第一款', '属于行政机关的内部事务信息'],
  denied_process_info: [
    '第十六条第二款',
    '属于行政机关在履行行政管理职能过程中形成的讨论记录、过程稿、磋商信函、请示报告等过程性信息',
  ],
  denied_enforcement_file: ['第十六条第二款', '属于行政执法案卷信息'],
};

/** 不予公开告知书 (第14、15、16条; 第36条第（三）项). */
export function denial(facts: LetterFacts): Sheet {
  const { said, request } = facts;
  const [article = '', what = ''] = EXCEPTIONS[outcomeOf(request) ?? 'granted'] ?? [];
  const law = said.law === undefined ? '' : `（${clause(said.law)}）`;
  return reply(
    facts,
    paragraphs(
      `经审查，${you(facts)}申请公开的政府信息${what}${law}。理由如下：${clause(said.reasons)}。`,
      `根据${REGULATION}${article}和第三十六条第（三）项的规定，本机关决定不予公开。`,
    ),
  );
}

/** 信息不存在告知书 (第36条第（四）项). */
export function notExisting(facts: LetterFacts): Sheet {
  const { said } = facts;
  return reply(
    facts,
    paragraphs(
      `经检索，${you(facts)}申请公开的政府信息不存在。检索情况如下：${clause(said.search)}。`,
      `根据${REGULATION}第三十六条第（四）项的规定，现告知${you(facts)}该政府信息不存在。`,
    ),
  );
}

/** 非本机关负责公开告知书 (第10条; 第36条第（五）项). */
export function notResponsible(facts: LetterFacts): Sheet {
  const { said } = facts;
  const contact = said.organContact === undefined ? '' : `，联系方式：${clause(said.organContact)}`;
  const other =
    said.organ === undefined
      ? null
      : `经核实，负责公开该政府信息的行政机关为：${clause(said.organ)}${contact}。` +
        `请${you(facts)}向该机关提出申请。`;
  return reply(
    facts,
    paragraphs(
      `经审查，${you(facts)}申请公开的政府信息不属于本机关负责公开。理由如下：${clause(said.reasons)}。`,
      `根据${REGULATION}第十条第一款、第三十六条第（五）项的规定，现告知${you(facts)}` +
        '该政府信息不属于本机关负责公开。',
      other,
    ),
  );
}

/** 无法提供（需加工分析）告知书 (第38条). */
export function needCreation(facts: LetterFacts): Sheet {
  return reply(
    facts,
    paragraphs(
      `经审查，本机关没有现成的${you(facts)}申请公开的政府信息，需要对现有政府信息进行加工、分析。` +
        `具体情况如下：${clause(facts.said.reasons)}。`,
      `根据${REGULATION}第三十八条的规定，行政机关向申请人提供的信息，应当是已制作或者获取的政府信息；` +
        '除依照《条例》第三十七条的规定能够作区分处理的外，需要行政机关对现有政府信息进行加工、分析的，行政机关可以不予提供。本机关决定不予提供。',
    ),
  );
}

/** 补正后仍不明确告知书 (第30条). */
export function unclear(facts: LetterFacts): Sheet {
  const { said, request } = facts;
  const { requestedOn, receivedOn = null } = request.handling.supplement ?? {};
  const when =
    requestedOn === undefined || receivedOn === null
      ? ''
      : `本机关于${dateWords(requestedOn)}告知${you(facts)}补正，` +
        `于${dateWords(receivedOn)}收到补正的申请。`;
  return reply(
    facts,
    paragraphs(
      `${when}经审查，补正后的申请内容仍不明确：${clause(said.reasons)}。`,
      `根据${REGULATION}第二十九条第二款第（二）项、第三十条的规定，本机关无法按照申请内容` +
        '查找和提供政府信息。',
    ),
  );
}

/** 不作为政府信息公开申请处理告知书 (第39条第1款). */
export function notARequest(facts: LetterFacts): Sheet {
  const { said } = facts;
  const way =
    said.channelTo === undefined
      ? null
      : `${you(facts)}可以通过下列渠道提出：${clause(said.channelTo)}。`;
  return reply(
    facts,
    paragraphs(
      `经审查，${you(facts)}以政府信息公开申请的形式进行信访、投诉、举报等活动：` +
        `${clause(said.reasons)}。`,
      `根据${REGULATION}第三十九条第一款的规定，现告知${you(facts)}，本机关不作为政府信息公开申请处理。`,
      way,
    ),
  );
}

/** 公开出版物告知书 (第39条第2款). */
export function publication(facts: LetterFacts): Sheet {
  return reply(
    facts,
    paragraphs(
      `经审查，${you(facts)}申请的内容为要求本机关提供政府公报、报刊、书籍等公开出版物。` +
        `根据${REGULATION}第三十九条第二款的规定，现告知${you(facts)}获取的途径：` +
        `${clause(facts.said.obtain)}。`,
    ),
  );
}

/** 重复申请告知书 (第36条第（六）项). */
export function repeat(facts: LetterFacts): Sheet {
  const { said } = facts;
  return reply(
    facts,
    paragraphs(
      `经核实，本机关已于${dateWords(said.earlierOn ?? '')}以${clause(said.earlierNumber)}` +
        `就${you(facts)}提出的相同政府信息公开申请作出答复。`,
      `根据${REGULATION}第三十六条第（六）项的规定，${you(facts)}向本机关重复申请公开相同政府信息，` +
        '本机关不予重复处理。',
    ),
  );
}

/** 大量反复申请不予处理告知书 (第35条). */
export function massRepeat(facts: LetterFacts): Sheet {
  const { said, request } = facts;
  const asked = request.handling.reasons;
  const when =
    asked === null ? '' : `本机关于${dateWords(asked.askedOn)}要求${you(facts)}说明理由。`;
  return reply(
    facts,
    paragraphs(
      `经核实，${clause(said.circumstances)}，申请公开政府信息的数量、频次明显超过合理范围。${when}`,
      `经审查，本机关认为申请理由不合理：${clause(said.reasons)}。`,
      `根据${REGULATION}第三十五条的规定，现告知${you(facts)}，本机关不予处理。`,
    ),
  );
}

/** 确认或重新出具告知书. 《条例》 has no article of its own for it; the form has a row. */
export function reconfirm(facts: LetterFacts): Sheet {
  return reply(
    facts,
    paragraphs(
      `经审查，${you(facts)}的申请属于要求行政机关确认或重新出具已获取的信息：` +
        `${clause(facts.said.reasons)}。`,
      `${REGULATION}第二条所称政府信息，是指行政机关在履行行政管理职能过程中制作或者获取的，` +
        '以一定形式记录、保存的信息。对已获取的信息进行确认或者重新出具，不属于《条例》' +
        '规定的提供政府信息。参照国办公开办函〔2021〕30号所列情形，本机关不予处理。',
    ),
  );
}

/** 行政查询事项告知书 (第36条第（七）项). */
export function adminQuery(facts: LetterFacts): Sheet {
  const { said } = facts;
  return reply(
    facts,
    paragraphs(
      `经审查，${you(facts)}申请公开的信息属于工商、不动产登记资料等信息，` +
        `有关法律、行政法规（${clause(said.law)}）对该信息的获取有特别规定。`,
      `根据${REGULATION}第三十六条第（七）项的规定，现告知${you(facts)}依照上述规定办理。` +
        `办理途径：${clause(said.channelTo)}。`,
    ),
  );
}

/** 不再处理告知书（逾期不补正） (第30条). */
export function lapseSupplement(facts: LetterFacts): Sheet {
  const { supplement } = facts.request.handling;
  const when =
    supplement === null
      ? ''
      : `本机关于${dateWords(supplement.requestedOn)}告知${you(facts)}在` +
        `${dateWords(supplement.respondBy)}前补正。`;
  return reply(
    facts,
    paragraphs(
      `${when}${you(facts)}无正当理由逾期不补正，根据${REGULATION}第三十条的规定，视为放弃申请，` +
        '本机关不再处理该政府信息公开申请。',
    ),
  );
}

/** 不再处理告知书（逾期未缴费） (第42条; 国办函〔2020〕109号). */
export function lapsePayment(facts: LetterFacts): Sheet {
  const { fee } = facts.request.handling;
  const when =
    fee === null
      ? ''
      : `${you(facts)}于${dateWords(fee.noticedOn)}收到本机关的收费通知，应缴信息处理费` +
        `${String(fee.amount)}元，缴费期限届满日为${dateWords(fee.payBy)}。`;
  return reply(
    facts,
    paragraphs(
      `${when}${you(facts)}逾期未按收费通知要求缴纳费用，根据${REGULATION}第四十二条第一款和` +
        '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）的规定，视为放弃申请，' +
        '本机关不再处理该政府信息公开申请。',
    ),
  );
}

/** 终止告知书: the applicant took the application back, or it ended otherwise. */
export function termination(facts: LetterFacts): Sheet {
  const { request, said } = facts;
  const merged = `该申请已经并入登记编号为${request.mergedInto ?? ''}的申请一并办理`;
  const ended = request.mergedInto === null ? clause(said.reasons ?? '该申请已经终结') : merged;
  const why =
    request.withdrawnOn === null
      ? `因${ended}`
      : `${you(facts)}于${dateWords(request.withdrawnOn)}书面撤回该申请`;
  return toApplicant(
    facts,
    paragraphs(
      received(facts),
      `${why}，本机关终止办理，并依照${REGULATION}第四十五条的规定登记归档。` +
        `${you(facts)}仍需获取相关政府信息的，可以重新提出申请。`,
    ),
  );
}

/** An answer: what was asked, what is answered, and what may be done against it. */
function reply(facts: LetterFacts, body: readonly LetterBlock[]): Sheet {
  return toApplicant(facts, [
    ...paragraphs(received(facts)),
    ...body,
    ...paragraphs(remedyWords(facts)),
  ]);
}

function obtaining(obtain: string | undefined): LetterBlock[] {
  return obtain === undefined ? [] : paragraphs(`获取该政府信息的方式、途径：${clause(obtain)}。`);
}
