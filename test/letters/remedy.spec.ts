import { DEFAULT_LETTER_RULES } from '../../src/agencies/domain/letter-rules.events.js';
import { remedyOf } from '../../src/letters/domain/remedy.js';
import { OUTCOMES, type Outcome } from '../../src/requests/domain/request.events.js';
import { letterOf } from '../../src/words/letters/letter-of.js';
import { letterCase } from '../support/letters/letter-cases.js';
import { wordsOf } from '../support/letters/letter-words.js';

const FIRST: readonly Outcome[] = [
  'denied_state_secret',
  'denied_law_forbidden',
  'denied_security_stability',
  'denied_third_party',
  'denied_internal_affairs',
  'denied_process_info',
  'denied_enforcement_file',
];
const UNSETTLED: readonly Outcome[] = ['partly_granted', 'denied_admin_query'];
const pathOf = (outcome: Outcome, on: '2023-12-31' | '2024-01-01') =>
  remedyOf(outcome, on, DEFAULT_LETTER_RULES)?.path;

describe('remedyOf 救济途径', () => {
  it('is reconsideration first for 不予公开 under articles 14 to 16, of what is settled', () => {
    const settled = OUTCOMES.filter((it) => !UNSETTLED.includes(it));
    const first = settled.filter((it) => pathOf(it, '2024-01-01') === 'reconsideration-first');
    expect(first).toStrictEqual(FIRST);
  });

  it('was a free choice for every result decided before 2024', () => {
    const answered = OUTCOMES.filter((it) => it !== 'other_misc');
    expect(new Set(answered.map((it) => pathOf(it, '2023-12-31')))).toStrictEqual(
      new Set(['free-choice']),
    );
  });

  it('is none where the applicant ended the request', () => {
    expect(remedyOf('other_misc', '2024-01-01', DEFAULT_LETTER_RULES)).toBeNull();
  });

  it('follows the setting for 部分公开, and says that no text settles it', () => {
    expect(remedyOf('partly_granted', '2024-01-01', DEFAULT_LETTER_RULES)).toStrictEqual({
      path: 'reconsideration-first',
      inferred: true,
    });
    const chosen = { partlyGranted: 'free-choice' } as const;
    expect(remedyOf('partly_granted', '2024-01-01', chosen)).toStrictEqual({
      path: 'free-choice',
      inferred: true,
    });
  });

  it('is a free choice for 行政查询事项, which the law does not name: inferred', () => {
    expect(remedyOf('denied_admin_query', '2024-01-01', DEFAULT_LETTER_RULES)).toStrictEqual({
      path: 'free-choice',
      inferred: true,
    });
  });

  it('marks nothing else as inferred', () => {
    const inferred = OUTCOMES.filter(
      (it) => remedyOf(it, '2024-01-01', DEFAULT_LETTER_RULES)?.inferred === true,
    );
    expect(inferred).toStrictEqual(UNSETTLED);
  });
});

describe('the remedy in a document', () => {
  it('names reconsideration, its 60 days and its organ first, and the suit after it', () => {
    const words = wordsOf(letterOf(letterCase('denial')));
    expect(words).toContain('第二十三条第一款第（四）项的规定，应当自收到本决定之日起60日内先向');
    expect(words).toContain('舟山市定海区人民政府申请行政复议');
    expect(words).toContain('自收到行政复议决定书之日起15日内');
    expect(words).not.toContain('6个月');
  });

  it('offers both ways where there is a choice', () => {
    const words = wordsOf(letterOf(letterCase('not-existing')));
    expect(words).toContain('60日内向舟山市定海区人民政府申请行政复议，也可以');
    expect(words).toContain('6个月内');
    expect(words).not.toContain('第二十三条');
  });

  it('goes by the day of the decision, not by the day of the print', () => {
    const facts = letterCase('denial');
    const request = { ...facts.request, decidedOn: '2023-12-31' } as const;
    expect(wordsOf(letterOf({ ...facts, request }))).toContain('也可以自收到本答复之日起6个月内');
  });

  it('goes by the newest decision, where a new one was ordered', () => {
    const facts = letterCase('denial');
    const redecision = {
      by: 'court',
      caseNumber: '（2026）浙0902行初1号',
      orderedOn: '2026-02-01',
      dueOn: '2026-03-02',
      outcome: 'denied_process_info',
      decidedOn: '2026-02-20',
      servedOn: null,
    } as const;
    const request = {
      ...facts.request,
      decidedOn: '2023-12-31',
      redecisions: [redecision],
    } as const;
    const words = wordsOf(letterOf({ ...facts, request }));
    expect(words).toContain('第十六条第二款');
    expect(words).toContain('先向');
  });

  it('stands in words that fit every agency where none was named', () => {
    const facts = letterCase('denial');
    const agency = { ...facts.agency, reviewOrgan: null, court: null };
    const words = wordsOf(letterOf({ ...facts, agency }));
    expect(words).toContain('先向有管辖权的行政复议机关申请');
    expect(words).toContain('向有管辖权的人民法院提起');
  });
});
