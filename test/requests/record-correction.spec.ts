import { rowsCounting } from '../../projections/table-three.js';
import { yearPeriod } from '../../src/kernel/local-date.js';
import { closureOf } from '../../src/requests/domain/request.facts.js';
import { statusOf } from '../../src/requests/domain/request-status.js';
import * as procedure from '../support/builders/procedure.js';
import { registerRequest } from '../support/builders/requests.js';

const { askCorrection, decideCorrection, taking } = procedure;

describe('更正申请（第41条）', () => {
  it('is registered with its evidence sealed, and no due date, because no article sets one', () => {
    const { events, facts } = taking([askCorrection()]);
    expect(events).toStrictEqual([
      {
        type: 'RecordCorrectionRequested',
        occurredOn: '2025-03-03',
        data: { agencyId: 'jia', number: '2025-0042' },
        sealed: { applicant: '张三', description: '出生日期记错', evidence: '户口簿' },
      },
    ]);
    expect([statusOf(facts), facts.dueOn]).toEqual(['registered', null]);
  });

  it.each([
    ['corrected', {}],
    ['refused', {}],
    ['forwarded', { organ: '某市公安局' }],
    ['redirected', { organ: '某市公安局' }],
  ] as const)('ends when it was %s', (result, named) => {
    const { events, facts } = taking([askCorrection(), decideCorrection({ result, ...named })]);
    expect(events.at(-1)).toStrictEqual({
      type: 'RecordCorrectionDecided',
      occurredOn: '2025-03-10',
      data: { agencyId: 'jia', number: '2025-0042', result, ...named },
    });
    expect([statusOf(facts), closureOf(facts)?.on]).toEqual(['closed', '2025-03-10']);
  });

  it.each(['forwarded', 'redirected'] as const)('names the organ when it was %s', (result) => {
    for (const named of [{}, { organ: ' ' }]) {
      const { outcome } = taking([askCorrection(), decideCorrection({ result, ...named })]);
      expect(outcome).toMatchObject({ refused: 'request/competent-organ-missing' });
    }
  });

  it('keeps the reasons of its result sealed', () => {
    const reasoned = {
      ...decideCorrection({ result: 'refused' }),
      sealed: { reasons: '记录无误' },
    };
    expect(taking([askCorrection(), reasoned]).events.at(-1)).toStrictEqual({
      type: 'RecordCorrectionDecided',
      occurredOn: '2025-03-10',
      data: { agencyId: 'jia', number: '2025-0042', result: 'refused' },
      sealed: { reasons: '记录无误' },
    });
  });

  it('is counted in no row of table three, open or ended', () => {
    for (const commands of [[askCorrection()], [askCorrection(), decideCorrection()]]) {
      expect(rowsCounting(taking(commands).facts, yearPeriod(2025))).toEqual([]);
    }
  });

  it('takes no step of a request for information, and a request takes none of its', () => {
    const { decide, askSupplement, extend, recompute } = procedure;
    for (const step of [decide(), askSupplement(), extend(5), recompute()]) {
      const { outcome } = taking([askCorrection(), step]);
      expect(outcome).toMatchObject({ refused: 'request/is-record-correction' });
    }
    expect(taking([registerRequest(), decideCorrection()]).outcome).toMatchObject({
      refused: 'request/not-record-correction',
    });
  });

  it('shares the numbers of requests, and can be assigned, reviewed, withdrawn and archived', () => {
    expect(taking([registerRequest(), askCorrection()]).outcome).toMatchObject({
      refused: 'request/already-registered',
    });
    const reviewed = procedure.review('legal', { reviewedOn: '2025-03-07' });
    const ends = [procedure.assign(), reviewed, decideCorrection(), procedure.archive()];
    expect(statusOf(taking([askCorrection(), ...ends]).facts)).toBe('archived');
    expect(statusOf(taking([askCorrection(), procedure.withdraw()]).facts)).toBe('ended');
  });

  it.each([
    ['request/evidence-missing', '《条例》第41条', askCorrection({}, ' ')],
    ['request/description-missing', '《条例》第29条第（二）项', askCorrection({}, '户口簿', ' ')],
    ['request/number-missing', '《条例》第45条', askCorrection({ number: ' ' })],
    ['request/date-in-future', '《条例》第41条', askCorrection({ receivedOn: '2025-07-01' })],
  ])('is refused with %s, by %s', (refused, basis, command) => {
    expect(taking([command]).outcome).toMatchObject({ refused, basis });
  });

  it('is decided once, and not before it was received', () => {
    const again = taking([askCorrection(), decideCorrection(), decideCorrection()]);
    expect(again.outcome).toMatchObject({ refused: 'request/already-closed' });
    const early = taking([askCorrection(), decideCorrection({ decidedOn: '2025-03-02' })]);
    expect(early.outcome).toMatchObject({ refused: 'request/before-receipt' });
  });
});
