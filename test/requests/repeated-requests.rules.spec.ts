import fc from 'fast-check';
import {
  bySureness,
  comparingWith,
  countsOf,
  isLikelyDuplicate,
  isSameApplicant,
  SIMILAR_FROM,
  type Counted,
  type Likeness,
} from '../../src/requests/domain/repeated-requests.rules.js';
import type { LocalDate } from '../../src/kernel/local-date.js';

const ZHANG = { applicant: '张三', idNumber: '1101', contact: '13800000000' };

const similarity = (one: string, other: string): number =>
  comparingWith({ description: one })({ description: other }).similarity;

describe('how alike two descriptions are', () => {
  it.each([
    ['征收批复', '征收批复', 100],
    ['征收批复。', ' 征收、批复 ', 100],
    ['ＡＢＣ楼', 'abc楼', 100],
    ['征收批复', '环评报告', 0],
    // 征收批, 收批复 and 征收批, 收批文: one of two in each.
    ['征收批复', '征收批文', 50],
    ['东街征收批复', '西街征收批复', 75],
    // One of one and of two: 66.67 %.
    ['征收批', '征收批复', 66],
    ['批复', '批复', 100],
    ['批复', '征收批复', 0],
    ['', '', 0],
    ['。', '批复', 0],
  ])('%j and %j: %i %%', (one, other, percent) => {
    expect(similarity(one, other)).toBe(percent);
  });

  it('is nothing where neither says what is asked for', () => {
    expect(comparingWith({})({})).toMatchObject({ similarity: 0, sameDocument: false });
  });

  it('is read off the first two thousand characters', () => {
    const long = Array.from({ length: 2_000 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join(
      '',
    );
    expect(similarity(long, `${long}另附二十年来的全部批复`)).toBe(100);
    expect(similarity(long, `${long.slice(0, -1)}另附二十年来的全部批复`)).toBe(99);
  });

  it('is the same from either side, whole, and from 0 to 100', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 30 });
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const percent = similarity(one, other);
        expect(percent).toBe(similarity(other, one));
        expect(Number.isInteger(percent) && percent >= 0 && percent <= 100).toBe(true);
      }),
    );
  });

  it('is whole for every text that says anything, against itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(similarity(text, text)).toBe(/[\p{L}\p{N}]/u.test(text.normalize('NFKC')) ? 100 : 0);
      }),
    );
  });
});

describe('文号 in two descriptions', () => {
  const same = (one: string, other: string): boolean =>
    comparingWith({ description: one })({ description: other }).sameDocument;

  it.each([
    ['莒政发〔2021〕3号', '2021年的莒政发（2021）第3号文件'],
    ['〔２０２１〕３号', '[2021] 03 号'],
    ['A〔2020〕1号和B〔2021〕3号', '【2021】3号'],
    ['〔2021〕13号', '〔2021〕第013号'],
  ])('are one however they are written: %s and %s', (one, other) => {
    expect(same(one, other)).toBe(true);
  });

  it.each([
    ['〔2021〕3号', '〔2021〕13号'],
    ['〔2021〕3号', '〔2020〕3号'],
    ['2021年3号', '2021年3号'],
    ['征收批复', '征收批复'],
  ])('are not one: %s and %s', (one, other) => {
    expect(same(one, other)).toBe(false);
  });
});

describe('疑似重复申请 a likely duplicate', () => {
  const likeness = (change: Partial<Likeness>): Likeness => ({
    agreeing: ['idNumber'],
    similarity: 0,
    sameDocument: false,
    ...change,
  });

  it('is of a person that a mark agrees in, and asks for much the same', () => {
    expect(isLikelyDuplicate(likeness({ similarity: SIMILAR_FROM }))).toBe(true);
    expect(isLikelyDuplicate(likeness({ similarity: SIMILAR_FROM - 1 }))).toBe(false);
    expect(isLikelyDuplicate(likeness({ agreeing: [], similarity: 100 }))).toBe(false);
  });

  it('is one too when both name one document', () => {
    expect(isLikelyDuplicate(likeness({ sameDocument: true }))).toBe(true);
    expect(isLikelyDuplicate(likeness({ agreeing: [], sameDocument: true }))).toBe(false);
  });

  it('is the surer the more marks agree, then by the document, then by the words', () => {
    const ascending = [
      likeness({ similarity: 60 }),
      likeness({ similarity: 90 }),
      likeness({ sameDocument: true, similarity: 10 }),
      likeness({ agreeing: ['applicant', 'contact'], similarity: 60 }),
      likeness({ agreeing: ['idNumber', 'applicant', 'contact'] }),
    ];
    expect([...ascending].sort(bySureness)).toEqual([...ascending].reverse());
  });

  it('has the marks that name the same person in both', () => {
    const agreeing = (change: object): unknown => comparingWith(ZHANG)(change).agreeing;
    expect(agreeing(ZHANG)).toEqual(['idNumber', 'applicant', 'contact']);
    expect(agreeing({ ...ZHANG, idNumber: '2202' })).toEqual(['applicant', 'contact']);
    expect(agreeing({ contact: ZHANG.contact })).toEqual(['contact']);
    expect(agreeing({ contact: ZHANG.contact, idNumber: '2202' })).toEqual(['contact']);
    expect(agreeing({ applicant: '张 三' })).toEqual(['applicant']);
    expect(agreeing({ applicant: '李四' })).toEqual([]);
  });

  it('is not made by a name alone, where two numbers say that it is another person', () => {
    const namesake = { applicant: '张三', idNumber: '2202', contact: '1' };
    expect(comparingWith(ZHANG)(namesake).agreeing).toEqual([]);
  });
});

describe('同一申请人 one applicant, for the counts', () => {
  it.each([
    [{ idNumber: '1101' }, true],
    [{ ...ZHANG, idNumber: '2202' }, false],
    [{ applicant: '张三', contact: '138-0000-0000' }, true],
    [{ applicant: '张三' }, false],
    [{ contact: '13800000000' }, false],
    [{}, false],
  ])('has the number, or without it the name and the contact: %j', (other, same) => {
    expect(isSameApplicant(ZHANG, other)).toBe(same);
    expect(isSameApplicant(other, ZHANG)).toBe(same);
  });
});

describe('同一申请人的件数 counts of an applicant', () => {
  const on = (receivedOn: LocalDate, number: string, noticed = 0): Counted => ({
    receivedOn,
    number,
    noticed,
  });

  it('are by the calendar month and year of receipt, with the request itself', () => {
    const others = [
      on('2021-03-01', '5'),
      on('2021-03-31', '6'),
      on('2021-02-28', '1'),
      on('2021-12-31', '7'),
      on('2020-03-15', '0'),
      on('2022-03-15', '9'),
    ];
    expect(countsOf(on('2021-03-15', '4'), others)).toEqual({
      receivedOn: '2021-03-15',
      inMonth: 3,
      ordinalInMonth: 2,
      inYear: 5,
      fee: { inMonth: 0, noticed: 0, due: 0 },
    });
  });

  it('go by the day first, whatever the numbers are', () => {
    const later = [on('2021-03-31', '1')];
    expect(countsOf(on('2021-03-15', '4'), later)).toMatchObject({ ordinalInMonth: 1, inMonth: 2 });
  });

  it('go by the number within a day', () => {
    const day = [on('2021-03-15', '3'), on('2021-03-15', '5')];
    expect(countsOf(on('2021-03-15', '4'), day)).toMatchObject({ ordinalInMonth: 2, inMonth: 3 });
  });

  it('say what the month costs, less what was noticed for it', () => {
    const month = Array.from({ length: 30 }, (_, at) => on('2021-03-02', `2021-${String(at)}`));
    const noticed = [...month, on('2021-02-27', 'x', 900)].map((each) =>
      each.number === '2021-7' ? { ...each, noticed: 2_000 } : each,
    );
    expect(countsOf(on('2021-03-15', '4'), month).fee).toEqual({
      inMonth: 2_200,
      noticed: 0,
      due: 2_200,
    });
    expect(countsOf(on('2021-03-15', '4'), noticed).fee).toEqual({
      inMonth: 2_200,
      noticed: 2_000,
      due: 200,
    });
  });
});
