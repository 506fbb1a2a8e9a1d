import { accounts, signIns } from '../../projections/accounts.projection.js';
import { agencyDirectory, type AgencyRow } from '../../projections/agency-directory.projection.js';
import { appealRegister, type AppealRow } from '../../projections/appeal-register.projection.js';
import {
  documentRegister,
  type DocumentRow,
} from '../../projections/document-register.projection.js';
import { letterRegister, type LetterRow } from '../../projections/letter-register.projection.js';
import { monthlyCounts, type CountRow } from '../../projections/monthly-counts.projection.js';
import { personSearches } from '../../projections/person-searches.projection.js';
import { isHandled, rowKey, type Projection } from '../../projections/projection.js';
import { rollUps } from '../../projections/roll-ups.projection.js';
import { signOffs } from '../../projections/sign-offs.projection.js';
import { submissions } from '../../projections/submissions.projection.js';
import { reportDrafts } from '../../projections/report-drafts.projection.js';
import {
  requestRegister,
  type RegisterRow,
} from '../../projections/request-register.projection.js';
import {
  NO_REPORT,
  type AnnualReportFacts,
} from '../annual-reports/domain/annual-report.events.js';
import type { RollUpFacts } from '../annual-reports/domain/roll-up.events.js';
import {
  NEVER_SUBMITTED,
  type SubmissionFacts,
} from '../annual-reports/domain/submission.events.js';
import type { AccountFacts } from '../access/domain/account.events.js';
import type { SignInFacts } from '../access/domain/sign-in.events.js';
import { NOT_ESTABLISHED } from '../agencies/domain/agency.events.js';
import type { SignOffFacts } from '../requests/domain/sign-off.events.js';
import { CorruptStream, type Event } from '../kernel/decider.js';
import { CommandRefused } from '../ledger/command-refused.js';
import { BEGINNING, type Ledger, type Position, type RecordedEvent } from '../ledger/ledger.js';
import { toEvent, type LedgerEvent } from './recorded-events.js';

/**
 * One projection with its rows, grouped by agency so that a table of one never walks through all.
 */
class Rows<Row, E extends Event> {
  readonly #byAgency = new Map<string, Map<string, Row>>();

  constructor(private readonly projection: Projection<Row, E>) {}

  handles(event: Event): event is E {
    return isHandled(this.projection, event);
  }

  fold(event: E): void {
    const { agencyId } = event.data as { agencyId: string };
    const rows = this.#byAgency.get(agencyId) ?? new Map<string, Row>();
    this.#byAgency.set(agencyId, rows);
    const key = this.projection.keyOf(event);
    rows.set(key, this.projection.evolve(rows.get(key) ?? null, event));
  }

  of(agencyId: string): readonly Row[] {
    return [...(this.#byAgency.get(agencyId)?.values() ?? [])];
  }

  get(agencyId: string, ...within: readonly (string | number)[]): Row | undefined {
    return this.#byAgency.get(agencyId)?.get(rowKey(agencyId, ...within));
  }

  all(): readonly Row[] {
    return [...this.#byAgency.values()].flatMap((rows) => [...rows.values()]);
  }
}

/** What the folds say of one agency at a place of the ledger. */
export type AgencyView = Readonly<{
  agency: AgencyRow;
  requests: readonly RegisterRow[];
  appeals: readonly AppealRow[];
  documents: readonly DocumentRow[];
  counts: readonly CountRow[];
  letters: readonly LetterRow[];
  /** 送签. */
  signOffs: readonly SignOffFacts[];
  report: (year: number) => AnnualReportFacts;
  /** 报送 to its superior. */
  submissions: (year: number) => SubmissionFacts;
  /** 汇总 of its children, the newest. */
  rollUp: (year: number) => RollUpFacts | null;
  position: Position;
}>;

/**
 * The tables people read, folded from the ledger and disposable. They are caught up before every
 * answer, so a reader sees each fact that was acknowledged before she asked.
 */
export class ReadModels {
  readonly #agencies = new Rows(agencyDirectory);
  readonly #requests = new Rows(requestRegister);
  readonly #searches = new Rows(personSearches);
  readonly #appeals = new Rows(appealRegister);
  readonly #documents = new Rows(documentRegister);
  readonly #counts = new Rows(monthlyCounts);
  readonly #reports = new Rows(reportDrafts);
  readonly #letters = new Rows(letterRegister);
  readonly #submissions = new Rows(submissions);
  readonly #rollUps = new Rows(rollUps);
  readonly #signOffs = new Rows(signOffs);
  readonly #accounts = new Rows(accounts);
  readonly #signIns = new Rows(signIns);
  #position: Position = BEGINNING;
  #catchingUp: Promise<void> = Promise.resolve();

  /** With `upTo` the tables as they stood at that place, whatever came later. */
  constructor(
    private readonly ledger: Ledger,
    private readonly upTo?: Position,
  ) {}

  /** The same folds up to and with a place of the ledger: what was known then, and no more. */
  at(position: Position): ReadModels {
    return new ReadModels(this.ledger, position);
  }

  async agencies(): Promise<readonly AgencyRow[]> {
    await this.catchUp();
    return this.#agencies.all();
  }

  async accounts(): Promise<readonly AccountFacts[]> {
    await this.catchUp();
    return this.#accounts.all();
  }

  async signIns(): Promise<readonly SignInFacts[]> {
    await this.catchUp();
    return this.#signIns.all();
  }

  /** Throws {@link CommandRefused} when the ledger knows no such agency. */
  async established(agencyId: string): Promise<AgencyRow> {
    await this.catchUp();
    const agency = this.#agencies.get(agencyId);
    if (agency === undefined) throw new CommandRefused(NOT_ESTABLISHED);
    return agency;
  }

  /** The agency's tables. Throws as {@link established} does. */
  async agency(agencyId: string): Promise<AgencyView> {
    return this.viewOf(await this.established(agencyId));
  }

  /** The tables of every agency, all at the same place of the ledger. */
  async everyAgency(): Promise<readonly AgencyView[]> {
    return (await this.agencies()).map((agency) => this.viewOf(agency));
  }

  private viewOf(agency: AgencyRow): AgencyView {
    const { agencyId } = agency;
    return {
      agency,
      requests: this.#requests.of(agencyId),
      appeals: this.#appeals.of(agencyId),
      documents: this.#documents.of(agencyId),
      counts: this.#counts.of(agencyId),
      letters: this.#letters.of(agencyId),
      signOffs: this.#signOffs.of(agencyId),
      report: (year) => this.#reports.get(agencyId, year) ?? NO_REPORT,
      submissions: (year) => this.#submissions.get(agencyId, year) ?? NEVER_SUBMITTED,
      rollUp: (year) => this.#rollUps.get(agencyId, year) ?? null,
      position: this.#position,
    };
  }

  /** Folds what came since. One at a time: two readers must not fold the same event twice. */
  catchUp(onEvent?: (event: RecordedEvent) => void): Promise<void> {
    const next = this.#catchingUp.then(() => this.foldNew(onEvent));
    // A failed read is the asker's to see; it must not fail those who ask later.
    this.#catchingUp = next.catch(() => undefined);
    return next;
  }

  private async foldNew(onEvent?: (event: RecordedEvent) => void): Promise<void> {
    const upTo = this.upTo === undefined ? {} : { upTo: this.upTo };
    for await (const recorded of this.ledger.readAll({ after: this.#position, ...upTo })) {
      this.fold(toEvent(recorded), recorded);
      this.#position = recorded.position;
      onEvent?.(recorded);
    }
  }

  private fold(event: LedgerEvent, recorded: RecordedEvent): void {
    const tables = [
      this.#agencies,
      this.#requests,
      this.#searches,
      this.#appeals,
      this.#documents,
      this.#counts,
      this.#reports,
      this.#letters,
      this.#submissions,
      this.#rollUps,
      this.#signOffs,
      this.#accounts,
      this.#signIns,
    ] as unknown as readonly Rows<unknown, LedgerEvent>[];
    const table = tables.find((rows) => rows.handles(event));
    // Skipping it would print a wrong report; the file was written by a newer version of the
    // program.
    if (table === undefined || recorded.schema !== 1) {
      throw new CorruptStream(
        `event ${recorded.position} (${event.type}, schema ${recorded.schema}) ` +
          'is not known to this version: install the newer program',
      );
    }
    table.fold(event);
  }
}
