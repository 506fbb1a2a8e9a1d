import { stateCouncilCalendar } from '../../src/calendar/state-council-calendar.js';
import { explainDeadline } from '../../src/requests/domain/explain-deadline.js';
import { requestFacts } from '../../src/requests/domain/request.facts.js';
import type { RequestEvent } from '../../src/requests/domain/request.events.js';
import type { Received } from '../../src/requests/domain/received.js';
import type { LocalDate } from '../../src/kernel/local-date.js';
import { explanationWords } from '../../src/words/explain-deadline.zh-CN.js';
import { defaultTerms } from '../support/calendar.js';

const key = { agencyId: 'nantong-housing', number: '2026-001' } as const;
const edition = { calendarEdition: stateCouncilCalendar.edition } as const;
const terms = defaultTerms(stateCouncilCalendar);

function explained(receivedOn: LocalDate, dueOn: LocalDate, then: readonly RequestEvent[] = []) {
  const data = { ...key, channel: 'counter', applicantKind: 'natural', dueOn, ...edition } as const;
  const sealed = { applicant: '张某', description: '拆迁补偿方案' };
  const first = { type: 'RequestRegistered', occurredOn: receivedOn, data, sealed } as const;
  const facts = [first, ...then].reduce<Received | null>(
    (before, event) => requestFacts(before, event) as Received,
    null,
  );
  return explainDeadline(facts!, terms);
}

const due = { dueOn: null, ...edition } as const;
const asked = { ...key, consultation: 1 } as const;
const sought: RequestEvent = {
  type: 'OpinionSought',
  occurredOn: '2026-03-10',
  data: { ...asked, party: 'third-party', due },
};
const answered: RequestEvent = {
  type: 'OpinionGiven',
  occurredOn: '2026-03-24',
  data: { ...asked, opinion: 'consents', due: { dueOn: '2026-04-14', ...edition } },
};

describe('explainDeadline (期限说明)', () => {
  it('names every holiday and make-up day with its notice, and sums up the weekends', () => {
    const { counted, deadline } = explained('2026-02-13', '2026-03-19');
    expect(deadline).toMatchObject({ dueOn: '2026-03-19', provisional: false });
    expect(counted).toHaveLength(1);
    const [span] = counted;
    expect(span).toMatchObject({ after: '2026-02-13', upTo: '2026-03-19', workingDays: 20 });
    expect(span?.makeUpDays.map(({ on }) => on)).toEqual(['2026-02-14', '2026-02-28']);
    expect(span?.holidays.map(({ on }) => on)).toEqual([
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-02-20',
      '2026-02-23',
    ]);
    for (const { notice } of span?.holidays ?? []) expect(notice).toContain('2026年');
    // 2-15, 2-21, 2-22, 3-1, 3-7, 3-8, 3-14, 3-15; two Saturdays were worked.
    expect(span?.weekendDays).toBe(8);
  });

  it('shows what a consultation took, and the period on both sides of it', () => {
    const { counted, suspensions, deadline } = explained('2026-03-02', '2026-03-30', [
      sought,
      answered,
    ]);
    expect(deadline.dueOn).toBe('2026-04-14');
    const causes = [{ by: 'third-party', consultation: 1 }];
    expect(suspensions).toEqual([
      { from: '2026-03-10', until: '2026-03-24', causes, workingDays: 10 },
    ]);
    expect(counted.map(({ workingDays }) => workingDays)).toEqual([6, 14]);
  });

  it('names every opinion that was waited for at once, and takes the days out once', () => {
    const second = { ...asked, consultation: 2 };
    const { suspensions } = explained('2026-03-02', '2026-03-30', [
      sought,
      { ...sought, occurredOn: '2026-03-17', data: { ...second, party: 'organ', due } },
      answered,
      { ...answered, occurredOn: '2026-03-31', data: { ...second, opinion: 'objects', due } },
    ] as readonly RequestEvent[]);
    const causes = [
      { by: 'third-party', consultation: 1 },
      { by: 'organ', consultation: 2 },
    ];
    expect(suspensions).toEqual([
      { from: '2026-03-10', until: '2026-03-31', causes, workingDays: 15 },
    ]);
  });

  it('says of a website whether submission or confirmation was the receipt', () => {
    const explainedOnce = explained('2026-03-02', '2026-03-30');
    const words = (confirmed: boolean): string | undefined =>
      explanationWords({ ...explainedOnce, channel: 'website', confirmed })[0];
    expect(words(false)).toContain('以提交成功之日为收到申请之日（指导案例26号');
    expect(words(true)).toContain('以双方确认之日为收到申请之日（《条例》第31条第（三）项）');
  });

  it('says what the period waits for', () => {
    const { deadline, counted } = explained('2026-03-02', '2026-03-30', [sought]);
    expect(deadline).toMatchObject({ dueOn: null, pausedBy: 'consultation' });
    expect(counted.map(({ workingDays }) => workingDays)).toEqual([6]);
  });

  it('shows the latest defensible date of a receipt on a day off', () => {
    expect(explained('2026-02-16', '2026-03-20').latestDefensible).toBe('2026-03-23');
    expect(explained('2026-02-13', '2026-03-19').latestDefensible).toBeNull();
  });

  it('says that a year is not announced yet', () => {
    const words = explanationWords(explained('2026-12-20', '2027-01-15'));
    expect(words.join('\n')).toContain('2027-01-15（待节假日安排公布）');
  });

  it('says it in sentences, each with its article', () => {
    const words = explanationWords(explained('2026-03-02', '2026-03-30', [sought, answered]));
    expect(words).toEqual([
      '登记编号 2026-001：2026-03-02 收到。当面提交，以提交之日为收到申请之日（《条例》第31条第（一）项）。',
      '自 2026-03-02 的次日起算 20 个工作日（《条例》第33条第2款；参照《民法典》第201条，当日不计入）。',
      '2026-03-02 之后至 2026-03-10：计 6 个工作日，跳过周末 2 天。',
      '2026-03-24 之后至 2026-04-14：计 14 个工作日，跳过周末 6 天。',
      '  放假，不计入：2026-04-06（《国务院办公厅关于2026年部分节假日安排的通知》）。',
      '2026-03-10 之后至 2026-03-24：第 1 次征求意见，征求第三方意见（《条例》第32条、第33条第3款），' +
        '所需时间不计入，扣除 10 个工作日。',
      '答复期限届满日：2026-04-14，日历 chinese-days-1.5.7:2004-2026。',
    ]);
  });

  it('gives the date of an order to answer anew', () => {
    const ordered: RequestEvent = {
      type: 'RedecisionOrdered',
      occurredOn: '2026-05-06',
      data: { ...key, by: 'court', caseNumber: '(2026)苏06行初1号', dueOn: '2026-06-03' },
    };
    const words = explanationWords(explained('2026-03-02', '2026-03-30', [ordered]));
    expect(words.at(-1)).toContain('人民法院（(2026)苏06行初1号）责令重新答复，期限 2026-06-03');
  });
});
