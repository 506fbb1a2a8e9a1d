import { CorruptStream } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { AttachmentData, AttachmentEvent } from './attachment.events.js';

/** 附件, by what is in the clear. */
export type Attachment = AttachmentData &
  Readonly<{
    addedOn: LocalDate;
    /** Null while it stands. */
    voidedOn: LocalDate | null;
  }>;

const ATTACHMENT_EVENTS: Readonly<Record<AttachmentEvent['type'], true>> = {
  AttachmentAdded: true,
  AttachmentVoided: true,
};

export function isAttachmentEvent<E extends Readonly<{ type: string }>>(
  event: E,
): event is Extract<E, AttachmentEvent> {
  return Object.hasOwn(ATTACHMENT_EVENTS, event.type);
}

export function attachmentFacts(
  attachments: readonly Attachment[],
  event: AttachmentEvent,
): readonly Attachment[] {
  const { occurredOn: on } = event;
  if (event.type === 'AttachmentAdded') {
    const { hash, size, mediaType, kind } = event.data;
    return [...attachments, { hash, size, mediaType, kind, addedOn: on, voidedOn: null }];
  }
  const { hash, number } = event.data;
  if (!attachments.some((attachment) => attachment.hash === hash)) {
    throw new CorruptStream(`request ${number}: an attachment voided before it was added`);
  }
  return attachments.map((attachment) =>
    attachment.hash === hash ? { ...attachment, voidedOn: on } : attachment,
  );
}
