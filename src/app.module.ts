import { join, resolve } from 'node:path';
import {
  Global,
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AgenciesModule } from './agencies/agencies.module.js';
import { AnnualReportsModule } from './annual-reports/annual-reports.module.js';
import { REPORT_PRINTER, type ReportPrinter } from './annual-reports/report-printer.js';
import { AppealsModule } from './appeals/appeals.module.js';
import { HttpModule } from './http/http.module.js';
import { stateCouncilCalendar } from './kernel/state-council-days-off.js';
import { CLOCK, systemClock } from './ledger/clock.js';
import type { Recorder } from './ledger/decide-and-append.js';
import { BEGINNING, type Ledger } from './ledger/ledger.js';
import { LEDGER, RECORDER, VAULT } from './ledger/tokens.js';
import { Transparency } from './ledger/transparency/transparency.js';
import { openWitnessed, type Witnessed } from './ledger/transparency/witnessed-ledger.js';
import { Turns } from './ledger/turns.js';
import { openKeyStore } from './ledger/vault/key-store.js';
import { requireUnbound } from './ledger/vault/key-store-schema.js';
import type { Vault } from './ledger/vault/vault.js';
import { PuppeteerReportPrinter } from './print/puppeteer-report-printer.js';
import { PublicationsModule } from './publications/publications.module.js';
import { ReadModels } from './read-models/read-models.js';
import { catchUpErasures } from './requests/catch-up-erasures.js';
import type { ApplicantDetails } from './requests/domain/request.events.js';
import { RequestsModule } from './requests/requests.module.js';
import { WORKING_CALENDAR } from './requests/tokens.js';
import { openStore } from './stores.js';

export type AppOptions = Readonly<{
  /** Folder of the ledger, its keys, the office's fonts and the printed reports. */
  dataDir: string;
  /** One process writes; readers may stand beside it. */
  mode: 'read' | 'write';
  /** Begins the high-water mark anew, with the ledger as it is. */
  newWitness?: boolean;
}>;

const WITNESSED = Symbol('WITNESSED');

/** The composition root. The stores it chooses from are named in `stores.ts`. */
@Global()
@Module({})
export class AppModule implements OnApplicationShutdown {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(VAULT) private readonly vault: Vault,
    @Inject(REPORT_PRINTER) private readonly printer: ReportPrinter,
  ) {}

  static for({ dataDir, mode, newWitness = false }: AppOptions): DynamicModule {
    const folder = resolve(dataDir);
    const fonts = process.env['GONGKAI_FONTS'] === 'bundled' ? 'bundled' : 'office';
    return {
      module: AppModule,
      imports: [
        CqrsModule.forRoot(),
        AgenciesModule,
        RequestsModule,
        AppealsModule,
        PublicationsModule,
        AnnualReportsModule,
        HttpModule,
      ],
      providers: [
        { provide: WITNESSED, useFactory: () => openLedger(folder, mode, newWitness) },
        { provide: LEDGER, useFactory: ({ ledger }: Witnessed) => ledger, inject: [WITNESSED] },
        {
          provide: Transparency,
          useFactory: ({ transparency }: Witnessed) => transparency,
          inject: [WITNESSED],
        },
        {
          provide: VAULT,
          // After the ledger, so that a second writer is refused by the ledger's lock and its
          // sentence.
          useFactory: (ledger: Ledger) => openKeys(folder, mode, ledger),
          inject: [LEDGER],
        },
        {
          provide: RECORDER,
          useFactory: (ledger: Ledger, vault: Vault): Recorder => ({
            ledger,
            vault,
            turns: new Turns(),
          }),
          inject: [LEDGER, VAULT],
        },
        {
          provide: ReadModels,
          useFactory: (ledger: Ledger) => new ReadModels(ledger),
          inject: [LEDGER],
        },
        { provide: CLOCK, useValue: systemClock },
        { provide: WORKING_CALENDAR, useValue: stateCouncilCalendar },
        {
          provide: REPORT_PRINTER,
          useFactory: () => new PuppeteerReportPrinter({ fontsDir: join(folder, 'fonts'), fonts }),
        },
      ],
      exports: [
        LEDGER,
        RECORDER,
        VAULT,
        Transparency,
        ReadModels,
        CLOCK,
        WORKING_CALENDAR,
        REPORT_PRINTER,
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.printer.close();
    await this.ledger.close();
    await this.vault.close();
  }
}

/**
 * `LEDGER_URL` chooses the store: `sqlite:PATH`, or by default `ledger.db` in the data folder;
 * `GONGKAI_WITNESS` the folder of the high-water mark, by default `witness` in the data folder.
 */
async function openLedger(
  folder: string,
  mode: AppOptions['mode'],
  anew: boolean,
): Promise<Witnessed> {
  const url = process.env['LEDGER_URL'] ?? `sqlite:${join(folder, 'ledger.db')}`;
  const keysDirectory = keysOf(folder);
  const beforeFounding = (): void => {
    requireUnbound(keysDirectory);
  };
  const ledger = await openStore(url, { mode, beforeFounding });
  const [clock, directory] = [systemClock.now, witnessOf(folder)];
  return openWitnessed(ledger, { directory, keysDirectory, clock, mode, anew });
}

async function openKeys(folder: string, mode: AppOptions['mode'], ledger: Ledger): Promise<Vault> {
  try {
    const ledgerIsNew = (await ledger.head()) === BEGINNING;
    const { ledgerId } = ledger;
    const vault = openKeyStore({
      directory: keysOf(folder),
      mode,
      ledgerId,
      ledgerIsNew,
      erasures: join(witnessOf(folder), 'erasures'),
      searchedBy: 'idNumber' satisfies keyof ApplicantDetails,
    });
    if (mode === 'write') await catchUpErasures(ledger, vault);
    return vault;
  } catch (error) {
    // Nest closes only what it has finished building.
    await ledger.close();
    throw error;
  }
}

/** What is kept outside the ledger and its keys, on another disk where there is one. */
function witnessOf(folder: string): string {
  return resolve(process.env['GONGKAI_WITNESS'] ?? join(folder, 'witness'));
}

function keysOf(folder: string): string {
  return join(folder, 'keys');
}
