import type { Command, Refusal } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type {
  AttachmentAdded,
  AttachmentEvent,
  AttachmentSealed,
  AttachmentVoided,
} from './attachment.events.js';
import type { Attachment } from './attachment.facts.js';
import { refuseDate, type DateRefusal } from './dates.rules.js';
import { kindOf, MEDIA_TYPES, nameAgrees, type MediaType } from './media-type.js';
import type { RequestFacts } from './request.facts.js';

/** 收存附件. */
export type AddAttachment = Command<
  'AddAttachment',
  AttachmentAdded['data'] & { addedOn: LocalDate },
  AttachmentSealed
> & { readonly sealed: AttachmentSealed };

/** 作废附件. */
export type VoidAttachment = Command<
  'VoidAttachment',
  AttachmentVoided['data'],
  { reason: string }
> & { readonly sealed: { readonly reason: string } };

export type AttachmentCommand = AddAttachment | VoidAttachment;

/** Why bytes are not taken in, or not given out. */
export type FileRefusal = Refusal<
  | 'request/attachment-too-large'
  | 'request/attachment-type'
  | 'request/attachment-name-contradicts'
  | 'request/attachment-already-added'
  | 'request/attachment-damaged'
>;

export type AttachmentRefusal =
  | DateRefusal
  | Refusal<
      'request/attachment-not-found' | 'request/attachment-voided' | 'request/void-reason-missing'
    >;

/** A scan of some dozen pages; what is larger is taken apart. In bytes. */
export const ATTACHMENT_BYTES_MAX = 20 * 1024 * 1024;

/** Longest name that is kept, in UTF-16 units. */
const NAME_MAX = 200;

/** 建立健全政府信息公开申请登记…等制度: whatever the organ took in belongs to the file. */
const KEPT = '《条例》第45条';
export const FILE_RULE = '台账规则：附件只收 20 MB 以内的 PDF、OFD、图片和 Word、Excel 文件';

export const TOO_LARGE: FileRefusal = {
  refused: 'request/attachment-too-large',
  basis: FILE_RULE,
};

const COMMANDS: Readonly<Record<AttachmentCommand['type'], true>> = {
  AddAttachment: true,
  VoidAttachment: true,
};

export function concernsAttachment(command: Command): command is AttachmentCommand {
  return Object.hasOwn(COMMANDS, command.type);
}

/**
 * Weighs an attachment of a request that is neither voided nor erased nor restricted. No other state
 * stands in its way: a letter is scanned before its receipt is confirmed, and the proof of service or
 * the order of a court may come when the file is in the archive already (《条例》第45条).
 */
export function decideAttachment(
  command: AttachmentCommand,
  facts: RequestFacts,
): readonly AttachmentEvent[] | AttachmentRefusal {
  return command.type === 'AddAttachment' ? add(command, facts) : voided(command, facts);
}

function add(
  { data, sealed, today }: AddAttachment,
  { arrivedOn, receivedOn }: RequestFacts,
): readonly AttachmentEvent[] | AttachmentRefusal {
  const { addedOn, ...kept } = data;
  const refusal = refuseDate(addedOn, today, KEPT, { receivedOn: arrivedOn ?? receivedOn });
  if (refusal !== null) return refusal;
  return [{ type: 'AttachmentAdded', occurredOn: addedOn, data: kept, sealed }];
}

function voided(
  { data, sealed, today }: VoidAttachment,
  { attachments }: RequestFacts,
): readonly AttachmentEvent[] | AttachmentRefusal {
  if (sealed.reason.trim() === '') {
    return { refused: 'request/void-reason-missing', basis: KEPT };
  }
  const found = standing(attachments, data.hash);
  if ('refused' in found) return found;
  return [{ type: 'AttachmentVoided', occurredOn: today, data, sealed }];
}

/** The attachment of a hash, unless there is none or it was voided. */
export function standing(
  attachments: readonly Attachment[],
  hash: string,
): Attachment | AttachmentRefusal {
  const found = attachments.find((attachment) => attachment.hash === hash);
  if (found === undefined) return { refused: 'request/attachment-not-found', basis: KEPT };
  const { voidedOn } = found;
  if (voidedOn === null) return found;
  return { refused: 'request/attachment-voided', basis: KEPT, facts: { on: voidedOn } };
}

/** What bytes under a name are, or why they are not taken in. */
export function readFile(
  bytes: Buffer,
  name: string,
): Readonly<{ name: string; size: number; mediaType: MediaType }> | FileRefusal {
  const size = bytes.byteLength;
  if (size > ATTACHMENT_BYTES_MAX) return TOO_LARGE;
  const kind = kindOf(bytes);
  if (kind === null) return { refused: 'request/attachment-type', basis: FILE_RULE };
  const kept = keptName(name);
  if (!nameAgrees(kept, kind)) {
    const facts = { kind: kind.toUpperCase() };
    return { refused: 'request/attachment-name-contradicts', basis: FILE_RULE, facts };
  }
  return { name: kept, size, mediaType: MEDIA_TYPES[kind] };
}

/**
 * A name as it is kept and offered again: the last part of a path, without what cannot be seen (control
 * characters, marks that turn the direction of writing, halves of characters). The end, where the
 * extension is, outlasts the beginning.
 */
function keptName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const seen = last.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').trim();
  const short = seen.slice(-NAME_MAX).replace(/^[\uDC00-\uDFFF]/, '');
  return /^[.\s]*$/.test(short) ? '附件' : short;
}
