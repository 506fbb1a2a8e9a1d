import type { Recorder } from '../ledger/decide-and-append.js';
import type { RecordedEvent } from '../ledger/ledger.js';
import { openSealed } from '../ledger/open-sealed.js';
import { FILE_RULE, type FileRefusal } from './domain/attachment.rules.js';
import type { AttachmentSealed } from './domain/attachment.events.js';

export const ALREADY_ADDED: FileRefusal = {
  refused: 'request/attachment-already-added',
  basis: FILE_RULE,
};

/** Where the ledger names a file that is not there, or not as it was. */
export const DAMAGED: FileRefusal = {
  refused: 'request/attachment-damaged',
  basis: '台账规则：附件与台账配套保管',
};

/** What is sealed of the attachment that an event added, or null where it is not to be had. */
export function openAttachment(
  recorder: Recorder,
  recorded: RecordedEvent,
): Partial<AttachmentSealed> | null {
  const opened = openSealed(recorder, recorded);
  return typeof opened === 'string' ? null : opened;
}
