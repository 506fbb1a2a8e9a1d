import type { Desk } from '../e2e/accounts.js';
import { registration } from '../e2e/server.js';

/** Puts on the desk of a served agency what the screens show. */
export async function layOut(url: string, { agencyId, clerk }: Desk): Promise<void> {
  const send = async (path: string, body: object): Promise<Record<string, unknown>> => {
    const response = await fetch(`${url}/v1/agencies${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...clerk },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  };
  const at = (path: string): string => `/${agencyId}/${path}`;
  const requests = at('requests');
  const day = (ago: number): string =>
    new Date(Date.now() - ago * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
  await send(requests, registration('甲-1', { receivedOn: day(40) }));
  await send(requests, registration('甲-2', { receivedOn: day(24) }));
  await send(
    requests,
    registration('甲-3', { receivedOn: day(10), applicant: '王五', idNumber: '' }),
  );
  await send(`${requests}/arrivals`, {
    ...registration('甲-4', { channel: 'email', arrivedOn: day(2) }),
    receivedOn: undefined,
  });
  await send(`${requests}/%E7%94%B2-2/assignment`, { assignedOn: day(20), handler: '李科员' });
  const third = `${requests}/%E7%94%B2-3/consultations`;
  await send(third, { sentOn: day(8), party: 'third-party', consultee: '某餐饮公司' });
  await send(`${third}/1/receipt`, { reachedOn: day(6) });
  await send(at('appeals'), {
    ...{ caseNumber: '某复〔2026〕3号', kind: 'review', requestNumbers: ['甲-1'] },
    acceptedOn: day(5),
  });
  await send(at('documents'), {
    ...{ documentNumber: '某机〔2026〕5号', title: '公务用车管理办法' },
    ...{ kind: 'normative_documents', issuedOn: day(30) },
  });
  await send(at('counts'), { category: 'licensing', month: day(35).slice(0, 7), quantity: 12 });
}
