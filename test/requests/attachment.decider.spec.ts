import { ATTACHMENT_BYTES_MAX, readFile } from '../../src/requests/domain/attachment.rules.js';
import { requestDecider } from '../../src/requests/domain/request.decider.js';
import type { RequestEvent } from '../../src/requests/domain/request.events.js';
import { requestFacts, type RequestFacts } from '../../src/requests/domain/request.facts.js';
import {
  addAttachment,
  attachmentAdded,
  attachmentVoided,
  HASH,
  pdf,
  voidAttachment,
} from '../support/builders/attachments.js';
import { personalDataErased, processingRestricted } from '../support/builders/personal-data.js';
import {
  entryVoided,
  replyDecided,
  replyServed,
  requestRegistered,
} from '../support/builders/requests.js';
import { defaultTerms } from '../support/calendar.js';
import { specification } from '../support/specification.js';

const given = specification(requestDecider(defaultTerms()));
const registered = requestRegistered();
const closed = [registered, replyDecided('granted', '2025-03-17'), replyServed('2025-03-18')];
const OTHER = 'ef'.repeat(32);
const FILE_RULE = '台账规则：附件只收 20 MB 以内的 PDF、OFD、图片和 Word、Excel 文件';
const key = { agencyId: 'jia', number: '2025-0042' };
const archived: RequestEvent = {
  type: 'RequestArchived',
  occurredOn: '2025-04-01',
  data: { ...key, fileNumber: 'Y-1', pages: 3 },
};
const { receivedOn: _, ...rest } = { ...registered.data, receivedOn: null };
const arrived = { ...registered, type: 'RequestArrived', data: rest } as unknown as RequestEvent;

describe('AddAttachment 收存附件', () => {
  it('is put down on the day it came, with its name sealed', () => {
    given(registered).when(addAttachment()).then(attachmentAdded());
    expect(JSON.stringify(attachmentAdded().data)).not.toContain('张三');
  });

  it('is allowed before receipt is confirmed, after the end and in the archive', () => {
    given(arrived).when(addAttachment()).then(attachmentAdded());
    given(...closed)
      .when(addAttachment())
      .then(attachmentAdded());
    given(...closed, archived)
      .when(addAttachment())
      .then(attachmentAdded());
  });

  it('is refused of a request that is not there, voided, restricted or erased', () => {
    given().when(addAttachment()).thenRefused('request/not-registered');
    given(registered, entryVoided('registration'))
      .when(addAttachment())
      .thenRefused('request/voided', { on: '2025-06-30' });
    given(registered, processingRestricted())
      .when(addAttachment())
      .thenRefused('request/restricted');
    given(...closed, personalDataErased())
      .when(addAttachment({ today: '2036-02-02' }))
      .thenRefused('request/already-erased', { on: '2036-02-01' });
  });

  it('is refused of a day to come, and of one before the request came', () => {
    given(registered)
      .when(addAttachment({ addedOn: '2025-07-01' }))
      .thenRefused('request/date-in-future', { on: '2025-07-01', today: '2025-06-30' });
    given(registered)
      .when(addAttachment({ addedOn: '2025-03-02' }))
      .thenRefused('request/before-receipt', { on: '2025-03-02', receivedOn: '2025-03-03' });
  });
});

describe('VoidAttachment 作废附件', () => {
  it('stands beside the attachment, with its reason sealed', () => {
    given(registered, attachmentAdded()).when(voidAttachment()).then(attachmentVoided());
  });

  it('is refused of what is not there, was voided, or without a reason', () => {
    given(registered).when(voidAttachment()).thenRefused('request/attachment-not-found');
    given(registered, attachmentAdded({ hash: OTHER }))
      .when(voidAttachment())
      .thenRefused('request/attachment-not-found');
    given(registered, attachmentAdded(), attachmentVoided('2025-03-06'))
      .when(voidAttachment())
      .thenRefused('request/attachment-voided', { on: '2025-03-06' });
    given(registered, attachmentAdded())
      .when(voidAttachment(' '))
      .thenRefused('request/void-reason-missing');
    given(registered, attachmentAdded(), processingRestricted())
      .when(voidAttachment())
      .thenRefused('request/restricted');
  });
});

describe('the attachments of a request 附件', () => {
  const factsOf = (...events: readonly RequestEvent[]): RequestFacts | null =>
    events.reduce<RequestFacts | null>(requestFacts, null);

  it('are listed by what is in the clear, the voided ones too', () => {
    const other = attachmentAdded({ hash: OTHER, kind: 'mandate' }, '2025-03-07');
    const facts = factsOf(registered, attachmentAdded(), other, attachmentVoided('2025-03-08'));
    const file = { size: 67, mediaType: 'application/pdf' };
    expect(facts?.attachments).toStrictEqual([
      { ...file, hash: HASH, kind: 'identity', addedOn: '2025-03-05', voidedOn: '2025-03-08' },
      { ...file, hash: OTHER, kind: 'mandate', addedOn: '2025-03-07', voidedOn: null },
    ]);
  });

  it('cannot be voided before they are added', () => {
    expect(() => factsOf(registered, attachmentVoided())).toThrow('voided before it was added');
  });
});

describe('a file that is handed in', () => {
  const pdfOf = (size: number): Buffer =>
    Buffer.concat([pdf(), Buffer.alloc(size - 2 * pdf().length), pdf()]);

  it('is what its bytes are, under the last part of its name', () => {
    const bytes = pdf('甲');
    expect(readFile(bytes, '..\\..\\C:/文件/张三.PDF')).toStrictEqual({
      name: '张三.PDF',
      size: bytes.length,
      mediaType: 'application/pdf',
    });
  });

  it.each([
    ['/etc/passwd/', '附件'],
    ['..', '附件'],
    ['', '附件'],
    [' 张三.pdf ', '张三.pdf'],
    ['𠮷野.pdf', '𠮷野.pdf'],
    ['张\u202Efdp.三.pdf', '张fdp.三.pdf'],
    ['a\u0000b\r\nX: y.pdf', 'abX: y.pdf'],
    ['半\ud800个.pdf', '半个.pdf'],
    [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(196)}.pdf`],
    [`𠮷${'a'.repeat(195)}.pdf`, `${'a'.repeat(195)}.pdf`],
  ])('named %j is kept as %j', (name, kept) => {
    expect(readFile(pdf(), name)).toMatchObject({ name: kept });
  });

  it('may be as large as the limit', () => {
    expect(readFile(pdfOf(ATTACHMENT_BYTES_MAX), 'a.pdf')).toMatchObject({
      size: ATTACHMENT_BYTES_MAX,
    });
  });

  it('is refused when it is too large, of another type, or not what its name says', () => {
    expect(readFile(pdfOf(ATTACHMENT_BYTES_MAX + 1), 'a.pdf')).toStrictEqual({
      refused: 'request/attachment-too-large',
      basis: FILE_RULE,
    });
    for (const text of ['', '<svg/>', 'MZ', '<html>', '#!/bin/sh']) {
      expect(readFile(Buffer.from(text), 'a.pdf')).toMatchObject({
        refused: 'request/attachment-type',
      });
    }
    for (const name of ['a.png', 'a.pdf.exe', 'a.pdf.', 'a.html', 'a.constructor']) {
      expect(readFile(pdf(), name)).toMatchObject({
        refused: 'request/attachment-name-contradicts',
        facts: { kind: 'PDF' },
      });
    }
  });
});
