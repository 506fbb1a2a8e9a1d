import fc from 'fast-check';
import { NO_REPORT } from '../../src/annual-reports/domain/annual-report.events.js';
import { CorruptStream, type JsonObject } from '../../src/kernel/decider.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { ReadModels } from '../../src/read-models/read-models.js';
import type { LedgerEvent } from '../../src/read-models/recorded-events.js';
import { agencyEstablished, agencyRenamed } from '../support/builders/agencies.js';
import { reportDrafted, reportText } from '../support/builders/annual-reports.js';
import { appealFiled } from '../support/builders/appeals.js';
import { AGENCIES, histories } from '../support/builders/histories.js';
import { countReported, documentIssued } from '../support/builders/publications.js';
import { replyDecided, requestRegistered } from '../support/builders/requests.js';
import { viewOf } from '../support/builders/views.js';
import { anAppend, newEvent, TUESDAY_MORNING } from '../support/ledger/builders.js';
import { openMemoryLedger } from '../support/ledger/memory-ledger.js';

function aLedger(): Ledger {
  return openMemoryLedger({ ledgerId: 'here', events: [] }, () => TUESDAY_MORNING);
}

let streams = 0;

/** Each event to a stream of its own: the folds go by what an event says, not where it stands. */
async function append(ledger: Ledger, ...events: readonly LedgerEvent[]): Promise<void> {
  for (const { type, occurredOn, data } of events) {
    streams += 1;
    const event = newEvent({ type, occurredOn, data: data as unknown as JsonObject });
    await ledger.append(anAppend({ stream: `stream-${streams}`, events: [event] }));
  }
}

describe('ReadModels 台账读模型', () => {
  it('answer with every table of one agency, and nothing of another', async () => {
    const ledger = aLedger();
    const models = new ReadModels(ledger);
    await append(
      ledger,
      agencyEstablished(),
      agencyEstablished({ agencyId: 'yi', name: '某市乙局' }),
      requestRegistered(),
      requestRegistered({ agencyId: 'yi' }),
      appealFiled(),
      documentIssued(),
      countReported('2025-03', 'licensing', 12),
      reportDrafted(),
    );

    const jia = await models.agency('jia');
    expect(jia.agency.name).toBe('某市甲局');
    expect(jia.requests.map(({ agencyId }) => agencyId)).toEqual(['jia']);
    expect([jia.appeals, jia.documents, jia.counts].map(({ length }) => length)).toEqual([1, 1, 1]);
    expect(jia.report(2024)).toStrictEqual({ ...NO_REPORT, text: reportText() });
    expect(jia.report(2023)).toStrictEqual(NO_REPORT);
    expect(jia.position).toBe(await ledger.head());

    const yi = await models.agency('yi');
    expect(yi.requests.map(({ agencyId }) => agencyId)).toEqual(['yi']);
    expect([yi.appeals, yi.documents, yi.counts]).toEqual([[], [], []]);
    expect((await models.agencies()).map(({ name }) => name)).toEqual(['某市甲局', '某市乙局']);
  });

  it('know no agency that the ledger does not', async () => {
    const ledger = aLedger();
    await append(ledger, requestRegistered());
    const models = new ReadModels(ledger);
    await expect(models.agency('jia')).rejects.toThrow('agency/not-established');
    expect(await models.agencies()).toEqual([]);
  });

  it('see each fact that was there before they were asked, and fold it once', async () => {
    const ledger = aLedger();
    const models = new ReadModels(ledger);
    await append(ledger, agencyEstablished());
    expect((await models.agency('jia')).agency.name).toBe('某市甲局');
    await append(ledger, agencyRenamed(), requestRegistered());
    // Two at once: folding the request twice would stop both.
    const both = await Promise.all([models.agency('jia'), models.agency('jia')]);
    expect(both.map((view) => view.agency.name)).toEqual(['某市乙局', '某市乙局']);
    expect(both.map((view) => view.requests.length)).toEqual([1, 1]);
  });

  it('tell each event as they fold it', async () => {
    const ledger = aLedger();
    await append(ledger, agencyEstablished(), requestRegistered());
    const models = new ReadModels(ledger);
    const told: string[] = [];
    await models.catchUp(({ type }) => told.push(type));
    await models.catchUp(({ type }) => told.push(type));
    expect(told).toEqual(['AgencyEstablished', 'RequestRegistered']);
  });

  it.each([
    ['a type they do not know', newEvent({ type: 'Unheard', data: { agencyId: 'jia' } })],
    ['a shape they do not know', newEvent({ schema: 2, data: { agencyId: 'jia' } })],
  ])('stop on %s, and stay stopped', async (_, event) => {
    const ledger = aLedger();
    const models = new ReadModels(ledger);
    await append(ledger, agencyEstablished());
    await ledger.append(anAppend({ stream: 'newer', events: [event] }));
    await expect(models.agency('jia')).rejects.toThrow(CorruptStream);
    await expect(models.agencies()).rejects.toThrow('is not known to this version');
  });

  it('stop on facts in an impossible order', async () => {
    const ledger = aLedger();
    await append(ledger, agencyEstablished(), replyDecided('granted', '2025-03-17'));
    await expect(new ReadModels(ledger).agency('jia')).rejects.toThrow(CorruptStream);
  });

  it('say the same kept up or folded afresh, and whenever they were asked', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.func(fc.boolean()), async (history, asked) => {
        const ledger = aLedger();
        const keptUp = new ReadModels(ledger);
        for (const [at, event] of history.entries()) {
          await append(ledger, event);
          if (asked(at)) await keptUp.catchUp();
        }
        const afresh = new ReadModels(ledger);
        for (const agencyId of AGENCIES) {
          const established = await isEstablished(afresh, agencyId);
          expect(await isEstablished(keptUp, agencyId)).toBe(established);
          if (!established) continue;
          const { report, submissions, rollUp, ...kept } = await keptUp.agency(agencyId);
          const again = await afresh.agency(agencyId);
          const { report: _r, submissions: _s, rollUp: _u, ...fresh } = again;
          expect(kept).toStrictEqual(fresh);
          expect(report(2022)).toStrictEqual(again.report(2022));
          expect(submissions(2020)).toStrictEqual(again.submissions(2020));
          expect(rollUp(2020)).toStrictEqual(again.rollUp(2020));
          expect(kept).toStrictEqual({ ...fresh, ...foldedOf(history, agencyId) });
        }
      }),
      { numRuns: 15 },
    );
  });
});

/** The rows of the view; the functions of it are asked, not compared. */
function foldedOf(history: readonly LedgerEvent[], agencyId: string) {
  const { agency, requests, appeals, documents, counts, letters } = viewOf(history, agencyId);
  return { agency, requests, appeals, documents, counts, letters };
}

async function isEstablished(models: ReadModels, agencyId: string): Promise<boolean> {
  return (await models.agencies()).some((agency) => agency.agencyId === agencyId);
}
