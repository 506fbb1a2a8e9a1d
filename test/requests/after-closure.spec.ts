import type { LocalDate } from '../../src/kernel/local-date.js';
import {
  after,
  archive,
  decide,
  event,
  order,
  publish,
  redecide,
  serve,
  serveAgain,
  standing,
  taking,
  undo,
  undone,
  withdraw,
} from '../support/builders/procedure.js';
import { registerRequest, TODAY } from '../support/builders/requests.js';

/** Received Mon 2025-03-03, served Fri 03-28; ordered anew Tue 05-06. */
const closed = [registerRequest(), decide(), serve()];
const withdrawn = [registerRequest(), withdraw()];
const ordered = [...closed, order()];
const made = [...ordered, redecide()];
const served = [...made, serveAgain()];
const ORDER = '《条例》第51条';
const SERVICE = '国办公开办函〔2016〕235号';
const CASE = { by: 'court', caseNumber: '（2025）浙09行初1号' } as const;

describe('OrderRedecision 责令重新答复', () => {
  const fresh = (on: LocalDate, dueOn: LocalDate) =>
    event('RedecisionOrdered', on, { ...CASE, dueOn });

  it('gives the period of a new request, or the one that was set', () => {
    // Tue 2025-05-06 and four weeks.
    after(closed).when(order()).then(fresh('2025-05-06', '2025-06-03'));
    after(closed)
      .when(order({ dueOn: '2025-05-07' }))
      .then(fresh('2025-05-06', '2025-05-07'));
    after(closed)
      .when(order({ dueOn: '2025-05-06' }))
      .thenRefused(
        'request/period-not-positive',
        { from: '2025-05-06', until: '2025-05-06' },
        ORDER,
      );
  });

  it('leaves the first reply as it was counted', () => {
    expect(standing(...ordered)).toBe('redeciding');
    expect(taking(served).facts).toMatchObject({ outcome: 'granted', servedOn: '2025-03-28' });
  });

  it('comes on the day the request ended or later, and names its case', () => {
    after(closed)
      .when(order({ orderedOn: '2025-03-28' }))
      .then(fresh('2025-03-28', '2025-04-25'));
    after(closed)
      .when(order({ orderedOn: '2025-03-27' }))
      .thenRefused('request/out-of-order', { on: '2025-03-27', after: '2025-03-28' }, ORDER);
    after(closed)
      .when(order({ orderedOn: '2025-07-01' }))
      .thenRefused('request/date-in-future', { on: '2025-07-01', today: TODAY }, ORDER);
    after(closed)
      .when(order({ caseNumber: ' ' }))
      .thenRefused('request/case-number-missing', undefined, ORDER);
  });

  it('opens an archived request, a lapsed and a withdrawn one again', () => {
    after([...closed, archive()])
      .when(order({ orderedOn: '2025-06-11' }))
      .then(fresh('2025-06-11', '2025-07-09'));
    after(withdrawn).when(order()).then(fresh('2025-05-06', '2025-06-03'));
    after(served)
      .when(order({ orderedOn: '2025-06-02' }))
      .then(fresh('2025-06-02', '2025-06-30'));
  });

  it('waits for the end of the request, and of the last order', () => {
    after([registerRequest(), decide()])
      .when(order())
      .thenRefused('request/not-closed', undefined, ORDER);
    after(ordered).when(order()).thenRefused('request/redeciding', undefined, ORDER);
    after(made).when(order()).thenRefused('request/redecision-not-served', undefined, ORDER);
  });
});

describe('MakeRedecision 重新作出答复', () => {
  const decided = (on: LocalDate) => event('RedecisionMade', on, { outcome: 'partly_granted' });

  it('decides again, from the day of the order', () => {
    after(ordered).when(redecide()).then(decided('2025-05-20'));
    after(ordered)
      .when(redecide({ decidedOn: '2025-05-06' }))
      .then(decided('2025-05-06'));
    after(ordered)
      .when(redecide({ decidedOn: '2025-05-05' }))
      .thenRefused('request/out-of-order', { on: '2025-05-05', after: '2025-05-06' }, ORDER);
    after(ordered)
      .when(redecide({ decidedOn: '2025-07-01' }))
      .thenRefused('request/date-in-future', { on: '2025-07-01', today: TODAY }, ORDER);
    expect(standing(...made)).toBe('awaiting-redecision-service');
  });

  it('keeps what it says sealed', () => {
    const sealed = { reasons: '依判决' };
    after(ordered)
      .when({ ...redecide(), sealed })
      .then({ ...decided('2025-05-20'), sealed });
  });

  it('follows an order alone, once', () => {
    after(closed).when(redecide()).thenRefused('request/redecision-not-ordered', undefined, ORDER);
    after(served).when(redecide()).thenRefused('request/redecision-not-ordered', undefined, ORDER);
    after(made).when(redecide()).thenRefused('request/redecision-not-served', undefined, ORDER);
    after([registerRequest()])
      .when(redecide())
      .thenRefused('request/redecision-not-ordered', undefined, ORDER);
  });
});

describe('ServeRedecision 送达重新作出的答复', () => {
  const reached = (on: LocalDate) => event('RedecisionServed', on, { way: 'mail' });

  it('ends the round, from the day of the new reply', () => {
    after(made).when(serveAgain()).then(reached('2025-05-21'));
    after(made)
      .when(serveAgain({ servedOn: '2025-05-20' }))
      .then(reached('2025-05-20'));
    after(made)
      .when(serveAgain({ servedOn: '2025-05-19' }))
      .thenRefused(
        'request/served-before-decided',
        { servedOn: '2025-05-19', decidedOn: '2025-05-20' },
        SERVICE,
      );
    expect(standing(...served)).toBe('closed');
    expect(standing(...withdrawn, order(), redecide(), serveAgain())).toBe('ended');
  });

  it('goes by the postal enterprise, and keeps who signed', () => {
    after(made)
      .when(serveAgain({ carrier: 'courier' }))
      .thenRefused('request/not-by-post', undefined, SERVICE);
    const sealed = { signer: '张三' };
    after(made)
      .when({ ...serveAgain({ carrier: 'post', trackingNumber: 'EMS1' }), sealed })
      .then({
        ...event('RedecisionServed', '2025-05-21', { way: 'mail', trackingNumber: 'EMS1' }),
        sealed,
      });
  });

  it('waits for the new reply', () => {
    after(ordered).when(serveAgain()).thenRefused('request/redeciding', undefined, ORDER);
    for (const history of [closed, served]) {
      after(history)
        .when(serveAgain())
        .thenRefused('request/redecision-not-ordered', undefined, ORDER);
    }
  });

  it('opens an archived request no longer than it takes', () => {
    const again = [...closed, archive(), order({ orderedOn: '2025-06-11' })];
    expect(standing(...again)).toBe('redeciding');
    expect(
      standing(
        ...again,
        redecide({ decidedOn: '2025-06-12' }),
        serveAgain({ servedOn: '2025-06-13' }),
      ),
    ).toBe('archived');
  });
});

describe('PublishInformation 转为主动公开', () => {
  const LAW = '《条例》第44条';
  const published = (on: LocalDate) =>
    event('RequestedInformationPublished', on, { suggestedByApplicant: true });

  it('publishes what was disclosed, in whole or in part, first or later', () => {
    after(closed).when(publish()).then(published('2025-05-30'));
    after(closed)
      .when(publish({ publishedOn: '2025-03-28' }))
      .then(published('2025-03-28'));
    after([registerRequest(), decide({ outcome: 'partly_granted' }), serve()])
      .when(publish())
      .then(published('2025-05-30'));
    const refusedFirst = [registerRequest(), decide({ outcome: 'reject_repeat' }), serve()];
    after(refusedFirst).when(publish()).thenRefused('request/nothing-disclosed', undefined, LAW);
    after([...refusedFirst, order(), redecide(), serveAgain()])
      .when(publish())
      .then(published('2025-05-30'));
    after([...closed, archive()])
      .when(publish({ publishedOn: '2025-06-11' }))
      .then(published('2025-06-11'));
  });

  it('has nothing to publish of a request that was withdrawn', () => {
    after(withdrawn).when(publish()).thenRefused('request/nothing-disclosed', undefined, LAW);
  });

  it('happens once, after the end of the request', () => {
    after([...closed, publish()])
      .when(publish())
      .thenRefused('request/published-already', { on: '2025-05-30' }, LAW);
    after(closed)
      .when(publish({ publishedOn: '2025-03-27' }))
      .thenRefused('request/out-of-order', { on: '2025-03-27', after: '2025-03-28' }, LAW);
    after([registerRequest(), decide()])
      .when(publish())
      .thenRefused('request/not-closed', undefined, LAW);
    after(ordered).when(publish()).thenRefused('request/redeciding', undefined, LAW);
  });

  it('leaves the request where it stands', () => {
    expect(standing(...closed, publish())).toBe('closed');
  });
});

describe('ArchiveRequest 归档', () => {
  const LAW = '《条例》第45条';
  const filed = (on: LocalDate, pages = 18) =>
    event('RequestArchived', on, { fileNumber: '2025-Y-12', pages });

  it('files the papers, from the day the request ended', () => {
    after(closed).when(archive()).then(filed('2025-06-10'));
    after(closed)
      .when(archive({ archivedOn: '2025-03-28', pages: 1 }))
      .then(filed('2025-03-28', 1));
    after(withdrawn).when(archive()).then(filed('2025-06-10'));
    expect(standing(...closed, archive())).toBe('archived');
  });

  it.each([0, -1, 2.5])('counts its pages: not %s', (pages) => {
    after(closed).when(archive({ pages })).thenRefused('request/pages-not-counted', { pages }, LAW);
  });

  it('names the file, after the end, once', () => {
    after(closed)
      .when(archive({ fileNumber: ' ' }))
      .thenRefused('request/file-number-missing', undefined, LAW);
    after(closed)
      .when(archive({ archivedOn: '2025-03-27' }))
      .thenRefused('request/out-of-order', { on: '2025-03-27', after: '2025-03-28' }, LAW);
    after([...closed, archive()])
      .when(archive())
      .thenRefused('request/archived', undefined, LAW);
    after([registerRequest()]).when(archive()).thenRefused('request/not-closed', undefined, LAW);
    after(ordered).when(archive()).thenRefused('request/redeciding', undefined, LAW);
    after(made).when(archive()).thenRefused('request/redecision-not-served', undefined, LAW);
  });
});

describe('a voided step after the end', () => {
  it.each([
    ['redecision', ordered, 'closed'],
    ['redecision', served, 'closed'],
    ['publication', [...closed, publish()], 'closed'],
    ['archiving', [...closed, archive()], 'closed'],
  ] as const)('takes %s back', (step, history, status) => {
    after(history).when(undo(step)).then(undone(step));
    expect(standing(...history, undo(step))).toBe(status);
    after([...history, undo(step)])
      .when(undo(step))
      .thenRefused('request/nothing-to-void', { step });
  });

  it('takes back the last of two new decisions', () => {
    const twice = [...served, order({ orderedOn: '2025-06-02' }), undo('redecision')];
    expect(standing(...twice)).toBe('closed');
    expect(taking(twice).facts.redecisions).toHaveLength(1);
  });

  it('may be taken again', () => {
    after([...closed, publish(), undo('publication')])
      .when(publish())
      .then(event('RequestedInformationPublished', '2025-05-30', { suggestedByApplicant: true }));
  });
});
