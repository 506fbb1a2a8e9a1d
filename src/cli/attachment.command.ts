import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { CommandRefused } from '../ledger/command-refused.js';
import { AddAttachmentCommand } from '../requests/add-attachment.handler.js';
import { attachmentKindFrom, ATTACHMENT_LABELS } from '../requests/domain/attachment-labels.js';
import { ATTACHMENT_BYTES_MAX, TOO_LARGE } from '../requests/domain/attachment.rules.js';
import { GetRequest } from '../requests/request.queries.js';
import { ViewAttachmentCommand } from '../requests/view-attachment.handler.js';
import { VoidAttachmentCommand } from '../requests/void-attachment.handler.js';
import { EXIT, Usage } from './exit-codes.js';
import { choiceGiven, dateGiven } from './given.js';
import type { Output } from './output.js';
import type { Why } from './personal-data.command.js';
import { readReason, type Reason } from './reason.js';
import { replaceFile } from './replace-file.js';
import { agencyMeant, send, type Session } from './session.js';

/** Which request; without an agency, of the only one there is. */
type Which = Readonly<{ number: string; agency: string | undefined }>;

/** `gongkai attach NUMBER FILE --kind KIND`. */
export async function attach(
  session: Session,
  output: Output,
  asked: Which & Readonly<{ file: string; kind: string; on?: string }>,
): Promise<void> {
  const { number, file } = asked;
  const { agencyId } = await agencyMeant(session, asked.agency);
  const kind = choiceGiven(asked.kind, attachmentKindFrom, '附件种类');
  const today = session.clock.today();
  const addedOn = dateGiven(asked.on) ?? today;
  // A file that will be refused is not read into memory.
  if ((await stat(file)).size > ATTACHMENT_BYTES_MAX) throw new CommandRefused(TOO_LARGE);
  const bytes = await readFile(file);
  const handedIn = { agencyId, number, kind, addedOn, name: basename(file), bytes, today };
  const meta = { commandId: randomUUID(), actor: session.actor };
  const attached = await session.commands.execute(new AddAttachmentCommand(handedIn, meta));
  output.answer(
    attached,
    `登记编号 ${number} 的${ATTACHMENT_LABELS[kind]}已加密收存，散列 ${attached.hash}。`,
  );
}

/** `gongkai attachments NUMBER [--check]`: without the names, which are sealed. */
export async function listAttachments(
  session: Session,
  output: Output,
  { number, agency, check }: Which & Readonly<{ check: boolean }>,
): Promise<number> {
  const { agencyId } = await agencyMeant(session, agency);
  const details = await session.queries.execute(new GetRequest(agencyId, number));
  if (details === null) throw new Usage(`台账里没有登记编号 ${number}，请核对。`);
  const erased = details.personalData.erasedOn !== null;
  const attachments = details.attachments.map((attachment) =>
    // Of what was erased there is nothing to look for.
    check && !erased ? { ...attachment, file: session.files.check(attachment.hash) } : attachment,
  );
  const lines = attachments.map((attachment) => {
    const { addedOn, kind, mediaType, size, hash, voidedOn } = attachment;
    const state = 'file' in attachment ? FILE_WORDS[attachment.file] : '';
    const voided = voidedOn === null ? '' : `${voidedOn} 作废`;
    const words = [addedOn, ATTACHMENT_LABELS[kind], mediaType, `${String(size)} 字节`, hash];
    return [...words, voided, state].filter((word) => word !== '').join('  ');
  });
  const erasedWords = erased && attachments.length > 0 ? ['附件已随个人信息依法删除。'] : [];
  output.answer({ attachments }, lines.length === 0 ? '没有附件。' : [...lines, ...erasedWords]);
  const bad = attachments.some((attachment) => 'file' in attachment && attachment.file !== 'whole');
  return bad ? EXIT.refused : EXIT.done;
}

const FILE_WORDS = { whole: '完好', missing: '文件缺失', altered: '文件被改动' } as const;

/** `gongkai attachment NUMBER HASH --out FILE --by NAME --purpose WHY`: an event first. */
export async function takeOut(
  session: Session,
  output: Output,
  asked: Which & Why & Readonly<{ hash: string; out: string }>,
): Promise<void> {
  const { number, hash: attachment, by, purpose } = asked;
  const { agencyId } = await agencyMeant(session, asked.agency);
  const data = { agencyId, number, attachment, by, purpose };
  const command = { type: 'ViewPersonalData', data, today: session.clock.today() } as const;
  const meta = { commandId: randomUUID(), actor: `${session.actor}/${by}` };
  const { bytes, name, mediaType, position } = await session.commands.execute(
    new ViewAttachmentCommand(command, meta),
  );
  const file = resolve(asked.out);
  await replaceFile(file, bytes);
  output.answer({ file, name, mediaType, position }, [
    `原文件名：${name}`,
    `已取出到 ${file}；这次查阅已记入台账第 ${position} 条，用完请删除。`,
  ]);
}

/** `gongkai void-attachment NUMBER HASH`. */
export async function voidAttachment(
  session: Session,
  output: Output,
  { number, agency, hash, ...options }: Which & Reason & Readonly<{ hash: string }>,
): Promise<void> {
  const { agencyId } = await agencyMeant(session, agency);
  const sealed = { reason: await readReason(options) };
  const command = { type: 'VoidAttachment', data: { agencyId, number, hash }, sealed } as const;
  const decided = await send(session, VoidAttachmentCommand, command);
  output.answer(decided, `登记编号 ${number} 的这个附件已作废，不再给出；原登记保留。`);
}
