import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import { serve } from '../../src/serve.js';
import { deskIn, openAccount, type Desk as Accounts, type Pass } from '../support/e2e/accounts.js';
import { bytesBelow, occurrences, spellings, total } from '../support/tamper/byte-search.js';
import {
  canaryPersons,
  MARKERS,
  registerOf,
  type CanaryPerson,
} from '../support/tamper/persons.js';
import { Chance } from '../support/tamper/random.js';

/*
 * S-12, canary persons. `cases` persons whose names and numbers are found nowhere else are imported
 * and worked on over HTTP, with faults of every kind. Then every file of the data folder, while the
 * program runs and after, every answer that was no disclosure, and every line of the log is
 * searched for them.
 */

/** A plausible mistake that must turn the figures red. */
export type CanaryFault =
  /** A read model that is kept on the disk, with the names in it. */
  | 'plaintext-projection'
  /** A log line that tells what it was about. */
  | 'log-line';

export type CanaryFigures = Readonly<{
  seed: number;
  persons: number;
  answers: number;
  disclosures: number;
  /** All of the following must be zero. */
  inFiles: number;
  inAnswers: number;
  inLog: number;
  /** Disclosures without their event, or events without a disclosure. */
  unaudited: number;
}>;

const NEEDLES = Object.values(MARKERS).flatMap(spellings);

/** All of them are imported and listed; one in so many is worked on alone. */
const WORKED_ON_ONE_IN = 4;

export async function run({
  cases,
  seed,
  fault,
}: Readonly<{ cases: number; seed: number; fault?: CanaryFault }>): Promise<CanaryFigures> {
  const root = mkdtempSync(join(tmpdir(), 'gongkai-canaries-'));
  const log = listen();
  try {
    return await inFolder(join(root, 'data'), { cases, seed, fault, log });
  } finally {
    log.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

type Asked = Readonly<{ cases: number; seed: number; fault: CanaryFault | undefined; log: Log }>;

async function inFolder(data: string, { cases, seed, fault, log }: Asked): Promise<CanaryFigures> {
  const chance = new Chance(seed);
  const persons = canaryPersons(cases, chance);
  const { app, url } = await serve(data, 0);
  const accounts = await deskIn(app, { name: '试验局' });
  const desk = new Desk(url, accounts, await openAccount(app, accounts.agencyId));
  let inFiles = 0;
  try {
    await desk.open(registerOf(persons, chance));
    const worked = persons.filter((_, at) => at % WORKED_ON_ONE_IN === 0);
    for (const [at, person] of worked.entries()) await desk.workOn(person, at);
    await desk.report();
    plant(fault, data, persons);
    backUp(data);
    inFiles += total(bytesBelow(data, NEEDLES));
  } finally {
    await app.close();
  }
  inFiles += total(bytesBelow(data, NEEDLES));
  return {
    seed,
    persons: persons.length,
    answers: desk.answers.length,
    disclosures: desk.disclosures,
    inFiles,
    inAnswers: occurrences(Buffer.from(desk.answers.join('\n')), NEEDLES),
    inLog: occurrences(Buffer.from(log.text()), NEEDLES),
    unaudited: Math.abs(desk.disclosures - desk.audited),
  };
}

const BY = { by: '王科员' };

type Attached = Readonly<{ name: string; idNumber: string }>;
type Sent = Readonly<{ body?: string; type?: string; headers?: Record<string, string> }>;

/** A clerk at the HTTP interface, lawful and not, who keeps every answer but the disclosures. */
class Desk {
  readonly answers: string[] = [];
  disclosures = 0;
  audited = 0;
  readonly #agency: string;

  constructor(
    private readonly url: string,
    private readonly accounts: Accounts,
    private readonly approver: Pass,
  ) {
    this.#agency = `/v1/agencies/${accounts.agencyId}`;
  }

  async open(register: string): Promise<void> {
    await this.#csv(register);
    // Once more with a day that is none: each row is refused with its reason.
    await this.#csv(register.replace(/,2021-0/g, ',2021-14-'));
    await this.#send('GET', `${this.#agency}/requests?limit=500`);
  }

  async workOn({ number, name, idNumber, contact }: CanaryPerson, at: number): Promise<void> {
    const request = `${this.#agency}/requests/${number}`;
    const entry = { number, receivedOn: '2021-03-05', channel: 'fax', applicantKind: 'natural' };
    const person = { applicant: name, idNumber, contact, description: '某批复' };
    await this.#send('GET', request);
    await this.#send('POST', `${this.#agency}/requests`, { ...entry, ...person });
    await this.#send('POST', `${this.#agency}/requests`, { ...entry, ...person, channel: name });
    await this.#send('POST', `${this.#agency}/requests`, { ...entry, ...person, surname: name });
    await this.#raw('POST', `${this.#agency}/requests`, `{"applicant":"${name}" ${idNumber}`);
    await this.#send('POST', `${request}/corrections`, {
      corrected: {},
      reason: `${name}来电更正`,
      contact,
      applicant: name,
    });
    const named = { ...BY, purpose: `送达${name}（${contact}）` };
    await this.#send('POST', `${request}/disclosures`, named);
    await this.#send('POST', `${this.#agency}/person-searches`, {
      ...BY,
      purpose: '本人来查',
      idNumber,
    });
    await this.#send('GET', `${request}/duplicates`);
    await this.#attach(request, { name, idNumber });
    await this.#disclose(`${request}/disclosures`, name);
    if (at % 3 === 1) {
      await this.#send('POST', `${request}/restriction`, { ...BY, reason: '本人要求' });
      await this.#send('POST', `${request}/disclosures`, { ...BY, purpose: '送达' });
    }
    if (at % 3 === 2) {
      const why = { ...BY, ground: 'unlawful', reason: '误收集' };
      await this.#send('POST', `${request}/erasure/proposal`, why);
      await this.#send('POST', `${request}/erasure/approval`, { by: '张主任' });
      await this.#send('GET', `${request}/erasure`);
    }
    const shown = JSON.parse(await this.#send('GET', request)) as {
      personalData: { views: number };
    };
    this.audited += shown.personalData.views;
  }

  async report(): Promise<void> {
    await this.#send('GET', `${this.#agency}/reports/2021`);
    await this.#send('GET', `${this.#agency}/reports/2021/html`);
    await this.#send('GET', `${this.#agency}/reports/2021/cells/table3.total.total`);
    await this.#send('GET', '/v1/ledger');
  }

  /** Handed in twice, with a wrong name, and given out: a disclosure like any other. */
  async #attach(request: string, { name, idNumber }: Attached): Promise<void> {
    const path = `${request}/attachments?kind=identity`;
    const bytes = `%PDF-1.4\n% ${name} ${idNumber}\n%%EOF\n`;
    const send = (fileName: string): Promise<string> =>
      this.#raw('POST', path, bytes, 'application/octet-stream', {
        'File-Name': encodeURIComponent(fileName),
      });
    const { hash } = JSON.parse(await send(`${name}.pdf`)) as { hash: string };
    await send(`${name}.pdf`);
    await send(`${name}.exe`);
    const views = `${request}/attachments/${hash}/views`;
    await this.#send('POST', views, { ...BY, purpose: `核对${idNumber}` });
    await this.#disclose(views, name);
  }

  /** The one kind of answer in which a person may be, and must. */
  async #disclose(path: string, name: string): Promise<void> {
    const text = await this.#fetch('POST', path, {
      body: JSON.stringify({ ...BY, purpose: '送达答复' }),
      type: 'application/json',
    });
    if (text.includes(name)) this.disclosures += 1;
    else this.answers.push(text);
  }

  #send(method: string, path: string, body?: object): Promise<string> {
    return this.#raw(method, path, body === undefined ? undefined : JSON.stringify(body));
  }

  #csv(register: string): Promise<string> {
    return this.#raw('POST', `${this.#agency}/imports/requests`, register, 'text/csv');
  }

  async #raw(
    method: string,
    path: string,
    body: string | undefined,
    type = 'application/json',
    headers: Record<string, string> = {},
  ): Promise<string> {
    const sent = body === undefined ? {} : { body, type, headers };
    const text = await this.#fetch(method, path, sent);
    this.answers.push(text);
    return text.slice(text.indexOf('\n\n') + 2);
  }

  /** The whole answer: headers, an empty line, the body. */
  async #fetch(
    method: string,
    path: string,
    { body, type, headers: more = {} }: Sent,
  ): Promise<string> {
    const answer = await fetch(`${this.url}${path}`, {
      method,
      ...(body === undefined ? {} : { body }),
      headers: {
        ...(path.endsWith('/approval') ? this.approver : this.accounts.clerk),
        ...more,
        ...(type === undefined ? {} : { 'Content-Type': type }),
      },
    });
    const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}`);
    return `${[String(answer.status), ...headers].join('\n')}\n\n${await answer.text()}`;
  }
}

type Log = Readonly<{ text: () => string; stop: () => void }>;

/** Everything that is written to the two outputs from now on; it goes where it went before, too. */
function listen(): Log {
  const kept: string[] = [];
  const outputs = [process.stdout, process.stderr] as const;
  const before = outputs.map((output) => output.write.bind(output));
  for (const [at, output] of outputs.entries()) {
    output.write = (chunk: string | Uint8Array, ...rest: never[]) => {
      kept.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
      return before[at]!(chunk, ...rest);
    };
  }
  return {
    text: () => kept.join(''),
    stop: () => {
      for (const [at, output] of outputs.entries()) output.write = before[at]!;
    },
  };
}

/** A copy of the ledger, as a backup makes it while the program runs. */
function backUp(data: string): void {
  const database = new Database(join(data, 'ledger.db'), { readonly: true });
  database.exec(`VACUUM INTO '${join(data, 'backup.db')}'`);
  database.close();
}

function plant(
  fault: CanaryFault | undefined,
  data: string,
  persons: readonly CanaryPerson[],
): void {
  if (fault === 'plaintext-projection') {
    writeFileSync(join(data, 'register.json'), JSON.stringify(persons));
  }
  if (fault === 'log-line') process.stderr.write(`registered ${persons[0]!.name}\n`);
}
