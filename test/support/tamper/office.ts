import { randomUUID } from 'node:crypto';

import { agencyIdOf } from '../../../src/agencies/agency-id.js';
import { EstablishAgencyCommand } from '../../../src/agencies/establish-agency.handler.js';
import { GetAnnualReport } from '../../../src/annual-reports/annual-report.queries.js';
import type { Session } from '../../../src/cli/session.js';
import type { CommandMeta } from '../../../src/ledger/decide-and-append.js';
import { openSession } from '../../../src/open-session.js';
import { ApproveErasureCommand } from '../../../src/requests/approve-erasure.handler.js';
import { ImportRequestsCommand } from '../../../src/requests/import-requests.handler.js';
import { ProposeErasureCommand } from '../../../src/requests/propose-erasure.handler.js';
import {
  GetRequest,
  ListRequests,
  type RegisterEntry,
  type RequestDetails,
} from '../../../src/requests/request.queries.js';
import { RestrictionCommand } from '../../../src/requests/restriction.handler.js';
import { SearchPersonCommand } from '../../../src/requests/search-person.handler.js';
import { ViewPersonalDataCommand } from '../../../src/requests/view-personal-data.handler.js';

const NAME = '试验局';
export const AGENCY = agencyIdOf(NAME);

const meta = (): CommandMeta => ({ commandId: randomUUID(), actor: 'test' });

/** One office at work on a data folder: the program without its edges. */
export class Office {
  private constructor(
    readonly session: Session,
    private readonly agencyId: string,
  ) {}

  static async open(data: string, newWitness = false, agencyId = AGENCY): Promise<Office> {
    return new Office(await openSession(data, 'write', newWitness), agencyId);
  }

  async establish(register: string): Promise<void> {
    const data = {
      agencyId: this.agencyId,
      name: NAME,
      shortName: NAME,
      level: 'department',
    } as const;
    const command = { type: 'EstablishAgency', data, today: this.#today() } as const;
    await this.session.commands.execute(new EstablishAgencyCommand(command, meta()));
    const by = { today: this.#today(), actor: 'test' };
    const bytes = Buffer.from(register);
    const options = { allOrNothing: false };
    const { problems } = await this.session.commands.execute(
      new ImportRequestsCommand(this.agencyId, bytes, by, options),
    );
    if (problems.length > 0)
      throw new Error(`the register was refused: ${JSON.stringify(problems)}`);
  }

  async requests(): Promise<readonly RegisterEntry[]> {
    const page = { after: '', limit: 1_000_000 };
    return this.session.queries.execute(new ListRequests(this.agencyId, page));
  }

  /** 登记编号 of the closed requests. */
  async closed(): Promise<readonly string[]> {
    const rows = await this.requests();
    return rows.filter(({ closedOn }) => closedOn !== null).map(({ number }) => number);
  }

  async figures(): Promise<string> {
    const { figures } = await this.session.queries.execute(
      new GetAnnualReport(this.agencyId, 2021),
    );
    return JSON.stringify(figures);
  }

  async shown(number: string): Promise<RequestDetails['applicant'] | undefined> {
    return (await this.session.queries.execute(new GetRequest(this.agencyId, number)))?.applicant;
  }

  async erase(number: string): Promise<void> {
    const why = { ground: 'unlawful', reason: '误收集' } as const;
    const proposal = { agencyId: this.agencyId, number, by: '王科员', ...why };
    const today = this.#today();
    await this.session.commands.execute(
      new ProposeErasureCommand({ type: 'ProposeErasure', data: proposal, today }, meta()),
    );
    const approval = { agencyId: this.agencyId, number, by: '张主任' };
    await this.session.commands.execute(
      new ApproveErasureCommand({ type: 'ApproveErasure', data: approval, today }, meta()),
    );
  }

  async restrict(number: string): Promise<void> {
    const data = { agencyId: this.agencyId, number, by: '王科员', reason: '本人要求' };
    const command = { type: 'RestrictProcessing', data, today: this.#today() } as const;
    await this.session.commands.execute(new RestrictionCommand(command, meta()));
  }

  async view(number: string): Promise<unknown> {
    const data = { agencyId: this.agencyId, number, by: '王科员', purpose: '送达答复' };
    const command = { type: 'ViewPersonalData', data, today: this.#today() } as const;
    return this.session.commands.execute(new ViewPersonalDataCommand(command, meta()));
  }

  async find(idNumber: string): Promise<readonly string[]> {
    const data = { agencyId: this.agencyId, by: '王科员', purpose: '本人来查' };
    const command = { type: 'SearchPerson', data, today: this.#today(), idNumber } as const;
    return this.session.commands.execute(new SearchPersonCommand(command, meta()));
  }

  close(): Promise<void> {
    return this.session.close();
  }

  #today() {
    return this.session.clock.today();
  }
}
