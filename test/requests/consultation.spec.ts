import type { LocalDate } from '../../src/kernel/local-date.js';
import type { RecordOpinion } from '../../src/requests/domain/consultation.rules.js';
import {
  after,
  answer,
  due,
  event,
  inform,
  reach,
  seek,
  standing,
  undo,
  undone,
} from '../support/builders/procedure.js';
import { decide, serve } from '../support/builders/procedure.js';
import { registerRequest, TODAY } from '../support/builders/requests.js';
import { defaultTerms, mondayToFriday } from '../support/calendar.js';

/** Received Mon 2025-03-03, due Mon 03-31; asked Mon 03-10; reached Tue 03-11; fifteen days to Tue 04-01. */
const registered = registerRequest();
const asked = [registered, seek()];
const reached = [...asked, reach()];
const answered = [...reached, answer()];
const organ = [registered, seek('2025-03-10', { party: 'organ' })];
const coMaker = [registered, seek('2025-03-10', { party: 'co-maker' })];
const both = [...asked, seek('2025-03-12', { party: 'organ' })];
const LAW = {
  'third-party': '《条例》第32条',
  'co-maker': '《条例》第34条',
  organ: '《条例》第33条',
} as const;
type Party = keyof typeof LAW;

const sought = (party: Party, on: LocalDate, dueOn: LocalDate | null, consultation = 1) =>
  event('OpinionSought', on, { party, consultation, due: due(dueOn) }, { consultee: '某公司' });
const given = (
  opinion: RecordOpinion['data']['opinion'],
  on: LocalDate,
  dueOn: LocalDate | null,
  consultation = 1,
) => event('OpinionGiven', on, { opinion, consultation, due: due(dueOn) });
const at = (today: LocalDate, command: RecordOpinion): RecordOpinion => ({ ...command, today });

describe('SeekOpinion 征求意见', () => {
  it.each([
    ['third-party', 'consulting-third-party'],
    ['co-maker', 'consulting-organ'],
    ['organ', 'consulting-organ'],
  ] as const)('of a %s stops the period', (party, status) => {
    const asking = seek('2025-03-10', { party });
    after([registered])
      .when(asking)
      .then(sought(party, '2025-03-10', null));
    expect(standing(registered, asking)).toBe(status);
  });

  it('may ask several at once, and numbers them; a third party is waited for first', () => {
    after(asked)
      .when(seek('2025-03-12', { party: 'organ' }))
      .then(sought('organ', '2025-03-12', null, 2));
    expect(standing(...both)).toBe('consulting-third-party');
    expect(standing(...both, answer())).toBe('consulting-organ');
    expect(standing(...both, answer('2025-03-24', { consultation: 2 }))).toBe(
      'consulting-third-party',
    );
  });

  it('begins on the day of receipt at the earliest, and says who is asked', () => {
    after([registered])
      .when(seek('2025-03-03'))
      .then(sought('third-party', '2025-03-03', null));
    after([registered])
      .when(seek('2025-03-02'))
      .thenRefused('request/before-receipt', { on: '2025-03-02', receivedOn: '2025-03-03' });
    after([registered])
      .when(seek('2025-07-01'))
      .thenRefused(
        'request/date-in-future',
        { on: '2025-07-01', today: TODAY },
        LAW['third-party'],
      );
    after([registered])
      .when(seek('2025-03-10', { party: 'co-maker' }, ' '))
      .thenRefused('request/consultee-missing', undefined, LAW['co-maker']);
  });

  it('moves nothing once the period is over', () => {
    after([registered])
      .when(seek('2025-03-31'))
      .then(sought('third-party', '2025-03-31', '2025-03-31'));
    after([registered])
      .when(seek('2025-03-28'))
      .then(sought('third-party', '2025-03-28', null));
  });
});

describe('RecordOpinionReceipt 登记征求意见书已送达', () => {
  const received = (on: LocalDate, respondBy: LocalDate | null) =>
    event('OpinionRequestReceived', on, { consultation: 1, respondBy, due: due(null) });

  it('starts the fifteen working days of a third party and of a co-maker, and none of an organ', () => {
    after(asked).when(reach()).then(received('2025-03-11', '2025-04-01'));
    after(coMaker).when(reach()).then(received('2025-03-11', '2025-04-01'));
    after(organ).when(reach()).then(received('2025-03-11', null));
  });

  it('comes on the day it was sent or later', () => {
    after(asked).when(reach('2025-03-10')).then(received('2025-03-10', '2025-03-31'));
    after(asked)
      .when(reach('2025-03-09'))
      .thenRefused(
        'request/out-of-order',
        { on: '2025-03-09', after: '2025-03-10' },
        LAW['third-party'],
      );
  });

  it('counts from there where the agency chose so', () => {
    const { rules } = defaultTerms();
    const terms = {
      calendar: mondayToFriday,
      rules: { ...rules, consultationFrom: 'received' as const },
    };
    // Nothing is stopped by what nobody has read yet.
    after([registered], terms)
      .when(seek())
      .then(sought('third-party', '2025-03-10', '2025-03-31'));
    after(asked, terms).when(reach()).then(received('2025-03-11', '2025-04-01'));
    // Mon 03-24 is nine working days after Tue 03-11; from 03-10 it would be ten.
    after(reached, terms)
      .when(answer())
      .then(given('objects', '2025-03-24', '2025-04-11'));
  });

  it('refuses a consultation that was never begun, or is over', () => {
    after(asked)
      .when(reach('2025-03-11', { consultation: 2 }))
      .thenRefused('request/no-such-consultation', { consultation: 2 }, LAW['third-party']);
    after([...both, answer('2025-03-24', { consultation: 2 })])
      .when(reach('2025-03-25', { consultation: 2 }))
      .thenRefused(
        'request/opinion-already-given',
        { consultation: 2, opinion: 'objects', on: '2025-03-24' },
        LAW.organ,
      );
    after([registered])
      .when(reach())
      .thenRefused('request/no-consultation-open', undefined, LAW['third-party']);
  });
});

describe('RecordOpinion 登记意见', () => {
  it.each(['consents', 'objects'] as const)('lets the period go on when a party %s', (opinion) => {
    // Ten working days from Mon 2025-03-10 to Mon 03-24 are not counted.
    after(reached)
      .when(answer('2025-03-24', { opinion }))
      .then(given(opinion, '2025-03-24', '2025-04-14'));
    expect(standing(...reached, answer('2025-03-24', { opinion }))).toBe('registered');
  });

  it('counts several at once once, and waits for the last', () => {
    after(both)
      .when(answer())
      .then(given('objects', '2025-03-24', null));
    after([...both, answer()])
      .when(answer('2025-03-26', { consultation: 2, opinion: 'consents' }))
      .then(given('consents', '2025-03-26', '2025-04-16', 2));
  });

  it('may come the day it was received, without any receipt, and not before', () => {
    after(reached)
      .when(answer('2025-03-11'))
      .then(given('objects', '2025-03-11', '2025-04-01'));
    after(asked)
      .when(answer('2025-03-10'))
      .then(given('objects', '2025-03-10', '2025-03-31'));
    after(reached)
      .when(answer('2025-03-10'))
      .thenRefused(
        'request/out-of-order',
        { on: '2025-03-10', after: '2025-03-11' },
        LAW['third-party'],
      );
    after(organ)
      .when(answer('2025-03-09'))
      .thenRefused('request/out-of-order', { on: '2025-03-09', after: '2025-03-10' }, LAW.organ);
  });

  it('is silence from the day after the fifteenth, and counts as of the fifteenth', () => {
    const silent = answer('2025-04-02', { opinion: 'silent' });
    after(reached)
      .when(at('2025-04-01', silent))
      .thenRefused(
        'request/opinion-period-running',
        { respondBy: '2025-04-01' },
        LAW['third-party'],
      );
    // Sixteen working days from Mon 03-10 to Tue 04-01 are not counted.
    after(reached)
      .when(at('2025-04-02', silent))
      .then(given('silent', '2025-04-01', '2025-04-22'));
    after([...coMaker, reach()])
      .when(at('2025-04-02', silent))
      .then(given('silent', '2025-04-01', '2025-04-22'));
  });

  it('is no silence where nobody knows when the letter was received', () => {
    after(coMaker)
      .when(answer('2025-06-30', { opinion: 'silent' }))
      .thenRefused('request/opinion-request-not-received', undefined, LAW['co-maker']);
  });

  it('is silence of an organ on the day the clerk gave up waiting', () => {
    after(organ)
      .when(answer('2025-03-24', { opinion: 'silent' }))
      .then(given('silent', '2025-03-24', '2025-04-14'));
  });

  it('comes late, and counts when it came', () => {
    after(reached)
      .when(answer('2025-04-10'))
      .then(given('objects', '2025-04-10', '2025-05-01'));
  });

  it('keeps the reasons sealed', () => {
    const sealed = { reasons: '涉及商业秘密' };
    after(reached)
      .when({ ...answer(), sealed })
      .then({ ...given('objects', '2025-03-24', '2025-04-14'), sealed });
  });

  it('refuses a second opinion, one of nobody, and one when nobody was asked', () => {
    after([...both, answer()])
      .when(answer('2025-03-25'))
      .thenRefused(
        'request/opinion-already-given',
        { consultation: 1, opinion: 'objects', on: '2025-03-24' },
        LAW['third-party'],
      );
    after(asked)
      .when(answer('2025-03-24', { consultation: 3 }))
      .thenRefused('request/no-such-consultation', { consultation: 3 }, LAW['third-party']);
    after(answered)
      .when(answer())
      .thenRefused('request/no-consultation-open', undefined, LAW['third-party']);
  });
});

describe('InformThirdParty 告知第三方决定公开', () => {
  const told = (on: LocalDate, consultation = 1) =>
    event('ThirdPartyInformed', on, { consultation }, { reasons: '对公共利益有重大影响' });

  it('tells who objected, in writing, before or after the reply', () => {
    after(answered).when(inform()).then(told('2025-03-25'));
    after(answered).when(inform('2025-03-24')).then(told('2025-03-24'));
    after([...answered, decide()])
      .when(inform('2025-03-28'))
      .then(told('2025-03-28'));
    after([...answered, decide(), serve()])
      .when(inform('2025-03-28'))
      .then(told('2025-03-28'));
  });

  it('waits for the objection, and not for another organ', () => {
    after([...both, answer()])
      .when(inform())
      .then(told('2025-03-25'));
    after([...both, answer('2025-03-24', { consultation: 2 })])
      .when(inform('2025-03-25', { consultation: 2 }))
      .thenRefused('request/consultation-open', undefined, LAW['third-party']);
  });

  it('is owed to nobody who consented, kept silent or is an organ', () => {
    const consenting = [...reached, answer('2025-03-24', { opinion: 'consents' })];
    const silent = [...reached, answer('2025-04-02', { opinion: 'silent' })];
    const objectingOrgan = [...organ, answer()];
    for (const history of [consenting, silent, objectingOrgan]) {
      after(history)
        .when(inform('2025-04-03'))
        .thenRefused('request/third-party-did-not-object', undefined, LAW['third-party']);
    }
    after(answered)
      .when(inform('2025-03-25', { consultation: 2 }))
      .thenRefused('request/no-such-consultation', { consultation: 2 }, LAW['third-party']);
  });

  it('gives the reasons, and not before the objection', () => {
    after(answered)
      .when(inform('2025-03-25', {}, ' '))
      .thenRefused('request/third-party-reasons-missing', undefined, LAW['third-party']);
    after(answered)
      .when(inform('2025-03-23'))
      .thenRefused(
        'request/out-of-order',
        { on: '2025-03-23', after: '2025-03-24' },
        LAW['third-party'],
      );
  });
});

describe('a voided consultation', () => {
  it('is the last one, and what it had stopped runs again', () => {
    after(asked).when(undo('consultation')).then(undone('consultation', '2025-03-31'));
    after([...both, answer()])
      .when(undo('consultation'))
      .then(undone('consultation', '2025-04-14'));
    expect(standing(...both, undo('consultation'))).toBe('consulting-third-party');
    expect(standing(...both, undo('consultation'), undo('consultation'))).toBe('registered');
  });

  it('loses its opinion alone, and is waited for again', () => {
    const told = [...answered, inform()];
    after(told).when(undo('opinion')).then(undone('opinion', null));
    expect(standing(...told, undo('opinion'))).toBe('consulting-third-party');
    // The receipt stays: the fifteen days go on.
    after([...told, undo('opinion')])
      .when(answer('2025-04-02', { opinion: 'silent' }))
      .then(given('silent', '2025-04-01', '2025-04-22'));
    after([...told, undo('opinion'), answer()])
      .when(inform())
      .then(
        event(
          'ThirdPartyInformed',
          '2025-03-25',
          { consultation: 1 },
          {
            reasons: '对公共利益有重大影响',
          },
        ),
      );
  });

  it('loses the opinion that was logged last, whoever was asked first', () => {
    const second = answer('2025-03-20', { consultation: 2 });
    const crossed = [...both, second, answer('2025-03-24')];
    after([...crossed, undo('opinion')])
      .when(answer('2025-03-25'))
      .then(given('objects', '2025-03-25', '2025-04-15'));
    after([...crossed, undo('opinion'), undo('opinion')])
      .when(second)
      .then(given('objects', '2025-03-20', null, 2));
    // With its consultation an opinion is gone too, and the one before it is the last.
    const gone = [...both, answer(), second, undo('consultation')];
    after(gone).when(undo('opinion')).then(undone('opinion', null));
    after([...gone, undo('opinion')])
      .when(undo('opinion'))
      .thenRefused('request/nothing-to-void', { step: 'opinion' });
  });

  it('loses the opinion of the last one that was answered', () => {
    const first = [...both, answer()];
    after(first).when(undo('opinion')).then(undone('opinion', null));
    after([...first, undo('opinion')])
      .when(answer('2025-03-25'))
      .then(given('objects', '2025-03-25', null));
  });

  it('must have been logged', () => {
    after([registered])
      .when(undo('consultation'))
      .thenRefused('request/nothing-to-void', { step: 'consultation' });
    for (const history of [[registered], reached]) {
      after(history)
        .when(undo('opinion'))
        .thenRefused('request/nothing-to-void', { step: 'opinion' });
    }
  });
});
