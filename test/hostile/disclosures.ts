import type { INestApplication } from '@nestjs/common';
import type { Ledger, Position } from '../../src/ledger/ledger.js';
import { LEDGER } from '../../src/ledger/tokens.js';
import { ViewPersonalDataHandler } from '../../src/requests/view-personal-data.handler.js';
import { serve } from '../../src/serve.js';
import { withDirectory, type Figures, type Run } from '../support/crash/harness.js';
import { deskIn, openAccount, type Pass } from '../support/e2e/accounts.js';
import { registration } from '../support/e2e/server.js';
import { Chance } from '../support/tamper/random.js';

/*
 * S-11: sessions of people who look at personal data, or try to. What was shown and what the ledger
 * says was shown are the same, one by one; while nothing can be put down, nothing is shown.
 */

const REQUESTS = 20;
const IDENTITY = '330902199001011234';
const LOOKS_A_SESSION = 4;

export async function disclosures({ cases, seed, fault = false }: Run): Promise<Figures> {
  const execute = ViewPersonalDataHandler.prototype.execute;
  // The fault: what is shown is put down afterwards, if it can be.
  if (fault) {
    ViewPersonalDataHandler.prototype.execute = function (this: ViewPersonalDataHandler, command) {
      return execute.call(this, command).catch(() => shownAnyway);
    };
  }
  try {
    return await withDirectory(async (directory) => {
      const { app, url } = await serve(directory, 0);
      app.useLogger(false);
      try {
        return await look(app, url, cases, new Chance(seed));
      } finally {
        await app.close();
      }
    });
  } finally {
    ViewPersonalDataHandler.prototype.execute = execute;
  }
}

const shownAnyway = {
  ...{ position: '0' as Position, revision: 0, events: 0, steps: [] },
  applicant: { applicant: '王五', idNumber: IDENTITY },
};

async function look(
  app: INestApplication,
  url: string,
  sessions: number,
  chance: Chance,
): Promise<Figures> {
  const { agencyId, clerk, admin } = await deskIn(app, { name: '某市某局' });
  const other = await deskIn(app, { name: '某市另局' });
  const auditor = await openAccount(app, agencyId, ['auditor']);
  const send = sender(`${url}/v1/agencies/${agencyId}/requests`);
  for (let at = 0; at < REQUESTS; at += 1) {
    await send(clerk, '', registration(`甲-${String(at)}`, { idNumber: IDENTITY }));
  }
  const who: readonly Pass[] = [clerk, clerk, auditor, admin, other.clerk, { Cookie: 'gongkai=x' }];
  const ledger = app.get<Ledger>(LEDGER);
  const failures: string[] = [];
  let shown = 0;
  let refused = 0;
  let withoutRecord = 0;
  for (let session = 0; session < sessions; session += 1) {
    const unavailable = chance.below(5) === 0;
    const mend = unavailable ? stopRecording(ledger) : null;
    for (let at = chance.below(LOOKS_A_SESSION); at >= 0; at -= 1) {
      const request = `/${encodeURIComponent(`甲-${String(chance.below(REQUESTS + 2))}`)}`;
      const said = chance.pick([
        { by: '王科员', purpose: '送达答复' },
        { by: '王科员', purpose: '核对身份' },
        { by: '王科员', purpose: ' ' },
        {},
      ]);
      const step = chance.below(8) === 0 ? restrictionOf(chance) : { to: '/disclosures', said };
      const answer = await send(chance.pick(who), request + step.to, step.said);
      if (answer.includes(IDENTITY)) {
        shown += 1;
        if (unavailable) withoutRecord += 1;
      } else {
        refused += 1;
      }
    }
    mend?.();
  }
  const recorded = await viewsIn(ledger);
  if (shown === 0) failures.push('nothing was shown');
  if (recorded !== shown) {
    failures.push(`shown ${String(shown)} times, put down ${String(recorded)} times`);
  }
  if (withoutRecord > 0) failures.push(`${String(withoutRecord)} shown while nothing is put down`);
  return { counts: { sessions, shown, recorded, 'not shown': refused }, failures };
}

type Step = Readonly<{ to: string; said: object }>;

/** 限制处理 and its end change whether anything may be shown. */
function restrictionOf(chance: Chance): Step {
  const to = chance.pick(['/restriction', '/restriction/lift']);
  return { to, said: { by: '王科员', reason: '本人要求' } };
}

/** Until the end nothing can be written, as on a disk that is full. */
function stopRecording(ledger: Ledger): () => void {
  const append = ledger.append.bind(ledger);
  ledger.append = () => Promise.reject(new Error('the disk is full'));
  return () => {
    ledger.append = append;
  };
}

async function viewsIn(ledger: Ledger): Promise<number> {
  let views = 0;
  for await (const { type } of ledger.readAll()) if (type === 'PersonalDataViewed') views += 1;
  return views;
}

function sender(requests: string) {
  return async (pass: Pass, path: string, body: object): Promise<string> => {
    const headers = { 'content-type': 'application/json', ...pass };
    const sending = { method: 'POST', headers, body: JSON.stringify(body) };
    return (await fetch(requests + path, sending)).text();
  };
}
