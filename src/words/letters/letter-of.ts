import type { LetterKind } from '../../letters/domain/letter.events.js';
import type { LetterFacts } from '../../letters/domain/letter-facts.js';
import * as consultations from './consultations.js';
import * as forms from './forms.js';
import type { Letter, LetterBlock, Sheet } from './letter.js';
import * as notices from './notices.js';
import * as replies from './replies.js';
import { visible } from './visible.js';

type Compose = (facts: LetterFacts) => Sheet | readonly [Sheet, ...Sheet[]];

const COMPOSE: Readonly<Record<LetterKind, Compose>> = {
  'registration-form': forms.registrationForm,
  receipt: forms.receipt,
  'supplement-notice': notices.supplementNotice,
  'reasons-notice': notices.reasonsNotice,
  'extension-notice': notices.extensionNotice,
  'delay-notice': notices.delayNotice,
  'third-party-consultation': consultations.thirdPartyConsultation,
  'consultation-notice': notices.consultationNotice,
  'third-party-notice': consultations.thirdPartyNotice,
  'co-maker-consultation': consultations.coMakerConsultation,
  assistance: consultations.assistance,
  'fee-notice': notices.feeNotice,
  grant: replies.grant,
  'partial-grant': replies.partialGrant,
  denial: replies.denial,
  'not-existing': replies.notExisting,
  'not-responsible': replies.notResponsible,
  'need-creation': replies.needCreation,
  unclear: replies.unclear,
  'not-a-request': replies.notARequest,
  publication: replies.publication,
  repeat: replies.repeat,
  'mass-repeat': replies.massRepeat,
  reconfirm: replies.reconfirm,
  'admin-query': replies.adminQuery,
  'lapse-supplement': replies.lapseSupplement,
  'lapse-payment': replies.lapsePayment,
  termination: replies.termination,
  'service-record': forms.serviceRecord,
  'review-sheet': forms.reviewSheet,
};

/** 文书 in words. The same facts give the same words, whatever prints them. */
export function letterOf(facts: LetterFacts): Letter {
  const { kind } = facts;
  const composed = COMPOSE[kind](facts);
  const [first, ...others] = isOne(composed) ? [composed] : composed;
  return { kind, sheets: [visibleSheet(first), ...others.map(visibleSheet)] };
}

function isOne(composed: ReturnType<Compose>): composed is Sheet {
  return !Array.isArray(composed);
}

function visibleSheet(sheet: Sheet): Sheet {
  const { title, documentNumber, addressee, body, enclosures, signature, note } = sheet;
  return {
    title: title.map(visible),
    documentNumber: documentNumber === null ? null : visible(documentNumber),
    addressee: addressee === null ? null : visible(addressee),
    body: body.map(visibleBlock),
    enclosures: enclosures.map(visible),
    signature: signature && { agency: visible(signature.agency), date: signature.date },
    note: note === null ? null : visible(note),
  };
}

function visibleBlock(block: LetterBlock): LetterBlock {
  if ('paragraph' in block) return { ...block, paragraph: visible(block.paragraph) };
  return {
    rows: block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, text: visible(cell.text) })),
    })),
  };
}
