import { randomUUID } from 'node:crypto';
import { AdoptRetentionCommand } from '../agencies/adopt-retention.handler.js';
import type { CommandMeta } from '../ledger/decide-and-append.js';
import { ApproveErasureCommand } from '../requests/approve-erasure.handler.js';
import { ERASURE_GROUND_LABELS, erasureGroundFrom } from '../requests/domain/erasure-labels.js';
import {
  GetErasureCertificate,
  type ErasureCertificate,
} from '../requests/erasure-certificate.query.js';
import { ProposeErasureCommand } from '../requests/propose-erasure.handler.js';
import { GetRequest } from '../requests/request.queries.js';
import { RestrictionCommand } from '../requests/restriction.handler.js';
import { SearchPersonCommand } from '../requests/search-person.handler.js';
import { ViewPersonalDataCommand } from '../requests/view-personal-data.handler.js';
import { Usage } from './exit-codes.js';
import type { Output } from './output.js';
import { particularsOf, requestWords, stepTextWords } from './request-words.js';
import { agencyMeant, type Session } from './session.js';
import { typedLine } from './typed-line.js';

/** Which request; without an agency, of the only one there is. */
type Which = Readonly<{ number: string; agency: string | undefined }>;
/** Who acts, and what for. */
export type Why = Readonly<{ by: string; purpose: string }>;

/** There are no accounts: the account of the machine, and the name that was given. */
function metaOf({ actor }: Session, by: string): CommandMeta {
  return { commandId: randomUUID(), actor: `${actor}/${by}` };
}

/** `gongkai erase propose NUMBER`: the first of two persons. */
export async function proposeErasure(
  session: Session,
  output: Output,
  asked: Which & Readonly<{ by: string; ground: string; reason?: string }>,
): Promise<void> {
  const { number, by, reason } = asked;
  const { agencyId } = await agencyMeant(session, asked.agency);
  const ground = erasureGroundFrom(asked.ground) ?? 'retention-over';
  const why = { ground, ...(reason === undefined ? {} : { reason }) };
  const data = { agencyId, number, by, ...why };
  const command = { type: 'ProposeErasure', data, today: session.clock.today() } as const;
  const decided = await session.commands.execute(
    new ProposeErasureCommand(command, metaOf(session, by)),
  );
  const words = `登记编号 ${number}：已提出销毁个人信息（${ERASURE_GROUND_LABELS[ground]}），待另一人批准。`;
  output.answer(decided, words);
}

/** `gongkai erase approve NUMBER`: the second person; then the key is gone. */
export async function approveErasure(
  session: Session,
  output: Output,
  { number, agency, by }: Which & Readonly<{ by: string }>,
): Promise<void> {
  const { agencyId } = await agencyMeant(session, agency);
  const data = { agencyId, number, by };
  const command = { type: 'ApproveErasure', data, today: session.clock.today() } as const;
  await session.commands.execute(new ApproveErasureCommand(command, metaOf(session, by)));
  await showCertificate(session, output, { number, agency });
}

/** `gongkai erase certificate NUMBER`: 销毁证明. */
export async function showCertificate(
  session: Session,
  output: Output,
  { number, agency }: Which,
): Promise<void> {
  const { agencyId } = await agencyMeant(session, agency);
  const certificate = await session.queries.execute(new GetErasureCertificate(agencyId, number));
  if (certificate === null) throw new Usage(`登记编号 ${number} 没有销毁过个人信息。`);
  output.answer(certificate, certificateWords(certificate));
}

function certificateWords(certificate: ErasureCertificate): readonly string[] {
  const { erased, keys } = certificate;
  return [
    `个人信息销毁证明：登记编号 ${erased.number}`,
    `台账 ${certificate.ledgerId} 第 ${certificate.position} 条，记入时间 ${certificate.recordedAt}`,
    `情形：${ERASURE_GROUND_LABELS[erased.ground]}；保存期限届满日 ${erased.retainedUntil}` +
      (erased.reason === undefined ? '' : `；提前销毁的理由：${erased.reason}`),
    `提出：${erased.proposedBy}（${erased.proposedOn}）；批准：${erased.by}（${certificate.erasedOn}）`,
    `销毁的密钥：${keys.join('、')}，${String(certificate.sealedParts)} 处密文从此不能读出`,
    '密钥的备份里如有这些密钥，请一并销毁；在那以前，恢复备份时程序会再次销毁。',
  ];
}

/** `gongkai restrict NUMBER` and `gongkai lift NUMBER`. */
export async function restrict(
  session: Session,
  output: Output,
  asked: Which & Readonly<{ by: string; reason: string; lift: boolean }>,
): Promise<void> {
  const { number, by, reason, lift } = asked;
  const { agencyId } = await agencyMeant(session, asked.agency);
  const data = { agencyId, number, by, reason };
  const type = lift ? 'LiftRestriction' : 'RestrictProcessing';
  const command = { type, data, today: session.clock.today() } as const;
  const decided = await session.commands.execute(
    new RestrictionCommand(command, metaOf(session, by)),
  );
  output.answer(decided, `登记编号 ${number} 的个人信息${lift ? '已解除封存' : '已封存'}。`);
}

/** `gongkai show NUMBER`: masked; unmasked it is an event first. */
export async function showRequest(
  session: Session,
  output: Output,
  asked: Which & Readonly<{ unmask: boolean }> & Partial<Why>,
): Promise<void> {
  const { number, unmask, by, purpose } = asked;
  const { agencyId } = await agencyMeant(session, asked.agency);
  if (!unmask) {
    const details = await session.queries.execute(new GetRequest(agencyId, number));
    if (details === null) throw new Usage(`台账里没有登记编号 ${number}，请核对。`);
    output.answer(details, requestWords(details));
    return;
  }
  if (by === undefined || purpose === undefined) {
    throw new Usage('显示未遮盖的个人信息，要用 --by 写明是谁、用 --purpose 写明用途。');
  }
  const data = { agencyId, number, by, purpose };
  const command = { type: 'ViewPersonalData', data, today: session.clock.today() } as const;
  const shown = await session.commands.execute(
    new ViewPersonalDataCommand(command, metaOf(session, by)),
  );
  const particulars = particularsOf(shown.applicant);
  const steps = stepTextWords(shown.steps);
  output.answer(shown, [...particulars, ...steps, `这次查阅已记入台账第 ${shown.position} 条。`]);
}

/** `gongkai find-person`: the number comes from the keyboard and is in no history of commands. */
export async function findPerson(
  session: Session,
  output: Output,
  { agency, by, purpose }: Why & Readonly<{ agency: string | undefined }>,
): Promise<void> {
  const { agencyId } = await agencyMeant(session, agency);
  const idNumber = await typedLine('证件号码（不显示）：');
  if (idNumber === '') throw new Usage('没有读到证件号码：请在提示后键入，或者由标准输入送入。');
  const data = { agencyId, by, purpose };
  const command = { type: 'SearchPerson', data, today: session.clock.today(), idNumber } as const;
  const numbers = await session.commands.execute(
    new SearchPersonCommand(command, metaOf(session, by)),
  );
  const words =
    numbers.length === 0
      ? ['没有找到。已封存、已依法删除的申请不在查找之列，请按登记编号查。']
      : numbers.map((number) => `登记编号 ${number}`);
  output.answer({ numbers }, words);
}

/** `gongkai retention`: adopts what is named and shows what then holds. */
export async function adoptRetention(
  session: Session,
  output: Output,
  { years, agency }: Readonly<{ years: number | undefined; agency: string | undefined }>,
): Promise<void> {
  const { agencyId, name } = await agencyMeant(session, agency);
  if (years !== undefined) {
    const command = {
      type: 'AdoptRetention',
      data: { agencyId, years },
      today: session.clock.today(),
    } as const;
    const meta = { commandId: randomUUID(), actor: session.actor };
    await session.commands.execute(new AdoptRetentionCommand(command, meta));
  }
  const { retentionYears } = await agencyMeant(session, agencyId);
  const words = `${name}：申请的个人信息自办结当年年底起再保存 ${String(retentionYears)} 年。`;
  output.answer({ retentionYears }, words);
}

/** `gongkai keys rotate`. */
export async function rotateKeys({ vault }: Session, output: Output): Promise<void> {
  const rotation = await vault.rotate();
  const { from, to, keys } = rotation;
  output.answer(
    rotation,
    `主密钥已由 kek-${String(from)} 换成 kek-${String(to)}，${String(keys)} 把密钥重新加密，旧的已销毁；` +
      '请更新密钥的备份，并销毁旧的备份。',
  );
}
