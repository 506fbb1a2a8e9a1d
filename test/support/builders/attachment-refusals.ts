import type { Refusal } from '../../../src/kernel/decider.js';
import {
  ATTACHMENT_BYTES_MAX,
  readFile,
  standing,
} from '../../../src/requests/domain/attachment.rules.js';
import { ALREADY_ADDED, DAMAGED } from '../../../src/requests/attachments.js';
import { FILE, HASH, pdf } from './attachments.js';
import { TODAY } from './requests.js';

const KEPT = { ...FILE, addedOn: '2025-03-05', voidedOn: TODAY } as const;

function refusalOf(answer: object): Refusal {
  if (!('refused' in answer)) throw new Error('it was accepted');
  return answer as Refusal;
}

/** What is really said of files, code by code. */
export const ATTACHMENT_REFUSALS = {
  'request/attachment-too-large': refusalOf(
    readFile(Buffer.alloc(ATTACHMENT_BYTES_MAX + 1), 'a.pdf'),
  ),
  'request/attachment-type': refusalOf(readFile(Buffer.from('<svg/>'), 'a.svg')),
  'request/attachment-name-contradicts': refusalOf(readFile(pdf(), 'a.png')),
  'request/attachment-already-added': ALREADY_ADDED,
  'request/attachment-not-found': refusalOf(standing([], HASH)),
  'request/attachment-voided': refusalOf(standing([KEPT], HASH)),
  'request/attachment-damaged': DAMAGED,
} as const;
