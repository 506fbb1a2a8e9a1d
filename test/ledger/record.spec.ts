import { createHash } from 'node:crypto';

import fc from 'fast-check';

import { InvalidEvent, RECORD_BYTES_MAX } from '../../src/ledger/ledger.js';
import { canonicalText } from '../../src/ledger/plain-json.js';
import { leafHash, readRecord, writeRecord, type EventRecord } from '../../src/ledger/record.js';
import { TUESDAY_MORNING } from '../support/ledger/builders.js';

const record = (change: Partial<EventRecord> = {}): EventRecord => ({
  eventId: 'e',
  commandId: 'c',
  actor: 'test',
  stream: 'request-1',
  revision: 0,
  type: 'RequestRegistered',
  schema: 1,
  occurredOn: '2025-03-03',
  recordedAt: TUESDAY_MORNING,
  data: {},
  sealed: null,
  ...change,
});

/**
 * Text as people write it here: ASCII, Chinese, characters beyond the BMP, and the two controls we
 * keep.
 */
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ...Array.from('政府信息公开申请人𠮷𪚥👩\u0301\u2028\u200d\n\t"\\/'),
      '\u0080',
      '\u{10ffff}',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter((c) => c >= ' '),
  ),
});
const name = text.filter((member) => member !== 'toJSON');
const number = fc.oneof(fc.maxSafeInteger(), fc.double({ noNaN: true, min: -1, max: 1 })).map(
  // RFC 8785 writes -0 as 0.
  (n) => n + 0,
);
const { value: json } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.oneof(text, number, fc.boolean(), fc.constant(null)),
    fc.array(tie('value')),
    fc.dictionary(name, tie('value'), { noNullPrototype: true }),
  ),
}));
const data = fc.dictionary(name, json, { noNullPrototype: true }) as fc.Arbitrary<
  EventRecord['data']
>;

describe('record', () => {
  it('is read back as it was written, for every text and number that may stand in one', () => {
    fc.assert(
      fc.property(data, (data) => {
        expect(readRecord(writeRecord(record({ data })))).toEqual(record({ data }));
      }),
    );
  });

  it('has one text, whatever the order of the members, and it is well-formed UTF-8', () => {
    fc.assert(
      fc.property(data, (data) => {
        const written = writeRecord(record({ data }));
        const reversed = Object.fromEntries(Object.entries(data).reverse());
        expect(writeRecord(record({ data: reversed }))).toBe(written);
        expect(writeRecord(readRecord(written))).toBe(written);
        expect(Buffer.from(written).toString()).toBe(written);
      }),
    );
  });

  it('is canonical JSON with its members sorted', () => {
    expect(writeRecord(record({ data: { 乙: 1e21 / 1e9, b: [0.1, '€'], a: undefined } }))).toBe(
      '{"actor":"test","commandId":"c","data":{"b":[0.1,"€"],"乙":1000000000000},"eventId":"e",' +
        '"occurredOn":"2025-03-03","recordedAt":"2025-03-04T02:00:00.000Z","revision":0,"schema":1,' +
        '"sealed":null,"stream":"request-1","type":"RequestRegistered"}',
    );
  });

  it('may be as large as the ledger says, and no larger', () => {
    const room = RECORD_BYTES_MAX - Buffer.byteLength(writeRecord(record({ data: { t: '' } })));

    expect(Buffer.byteLength(writeRecord(record({ data: { t: 'x'.repeat(room) } })))).toBe(
      RECORD_BYTES_MAX,
    );
    expect(() => writeRecord(record({ data: { t: 'x'.repeat(room + 1) } }))).toThrow(InvalidEvent);
  });

  it('hashes as a leaf of RFC 6962: a zero byte, then the UTF-8 of the text', () => {
    const bytes = Buffer.concat([Buffer.of(0), Buffer.from('公开')]);
    expect(leafHash('公开')).toEqual(createHash('sha256').update(bytes).digest());
    // The leaf of the empty entry, as certificate-transparency-go has it.
    expect(leafHash('').toString('hex')).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
  });
});

describe('canonical text', () => {
  it.each([
    ['a date', { d: new Date(0) }, 'd: '],
    ['a map', { m: new Map() }, 'm: '],
    ['a function', { f: () => 1 }, 'f: '],
    ['a big integer', { n: 1n }, 'n: '],
    ['nothing in a list', { list: [1, undefined] }, 'list[1]: '],
    ['a hole in a list', { list: [, 1] }, 'list[0]: '], // eslint-disable-line no-sparse-arrays
    ['a member called toJSON', { a: { toJSON: 'x' } }, 'a.toJSON: '],
    ['a control character in a name', { 'a\u0000': 1 }, 'a\u0000: '],
    ['an integer that is not exact', { n: -(2 ** 53) }, 'n: '],
  ])('refuses %s and names the place', (_, value, start) => {
    expect(() => canonicalText(value)).toThrow(InvalidEvent);
    expect(() => canonicalText(value)).toThrow(start);
  });

  it('refuses what is nested without end', () => {
    const endless: { self?: unknown } = {};
    endless.self = endless;
    expect(() => canonicalText(endless)).toThrow(InvalidEvent);
  });

  it('takes the same object in two places for what it is, and not for a cycle', () => {
    const person = { name: '张三' };
    expect(canonicalText({ a: person, ab: person })).toBe(
      '{"a":{"name":"张三"},"ab":{"name":"张三"}}',
    );
  });

  it('takes an instance of a class by its members', () => {
    class Form {
      constructor(readonly kind: string) {}
    }
    expect(canonicalText(new Form('charity'))).toBe('{"kind":"charity"}');
  });
});
