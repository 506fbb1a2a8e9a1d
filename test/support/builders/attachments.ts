import type { LocalDate } from '../../../src/kernel/local-date.js';
import type {
  AttachmentAdded,
  AttachmentVoided,
} from '../../../src/requests/domain/attachment.events.js';
import type {
  AddAttachment,
  VoidAttachment,
} from '../../../src/requests/domain/attachment.rules.js';
import { TODAY } from './requests.js';

const KEY = { agencyId: 'jia', number: '2025-0042' };
export const HASH = 'ab'.repeat(32);
const DIGEST = 'cd'.repeat(32);
export const FILE = {
  hash: HASH,
  size: 67,
  mediaType: 'application/pdf',
  kind: 'identity',
} as const;
const SEALED = { name: '张三身份证.pdf', digest: DIGEST };

/** A PDF that says something nobody else says. */
export function pdf(text = ''): Buffer {
  return Buffer.from(`%PDF-1.4\n% ${text}\ntrailer<<>>\n%%EOF\n`);
}

export function addAttachment({
  today = TODAY,
  ...change
}: Partial<AddAttachment['data']> & Readonly<{ today?: LocalDate }> = {}): AddAttachment {
  const data = { ...KEY, ...FILE, addedOn: '2025-03-05', ...change } as const;
  return { type: 'AddAttachment', data, sealed: SEALED, today };
}

export function voidAttachment(reason = '错放了别人的', hash = HASH): VoidAttachment {
  return { type: 'VoidAttachment', data: { ...KEY, hash }, sealed: { reason }, today: TODAY };
}

export function attachmentAdded(
  change: Partial<AttachmentAdded['data']> = {},
  occurredOn: LocalDate = '2025-03-05',
): AttachmentAdded {
  return {
    type: 'AttachmentAdded',
    occurredOn,
    data: { ...KEY, ...FILE, ...change },
    sealed: SEALED,
  };
}

export function attachmentVoided(occurredOn: LocalDate = TODAY): AttachmentVoided {
  const sealed = { reason: '错放了别人的' };
  return { type: 'AttachmentVoided', occurredOn, data: { ...KEY, hash: HASH }, sealed };
}
