import { join, resolve } from 'node:path';
import {
  Global,
  Inject,
  Module,
  type DynamicModule,
  type Type,
  type OnApplicationShutdown,
  type Provider,
} from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AccessModule } from './access/access.module.js';
import { AccessStore } from './access/access-store.js';
import { AgenciesModule } from './agencies/agencies.module.js';
import { AnnualReportsModule } from './annual-reports/annual-reports.module.js';
import { REPORT_PRINTER, type ReportPrinter } from './annual-reports/report-printer.js';
import { AppealsModule } from './appeals/appeals.module.js';
import { stateCouncilCalendar, stateCouncilYears } from './calendar/state-council-calendar.js';
import { CLOCK, systemClock } from './ledger/clock.js';
import type { Recorder } from './ledger/decide-and-append.js';
import { Housekeeping } from './ledger/housekeeping.js';
import { BEGINNING, type Ledger } from './ledger/ledger.js';
import { sealedParts } from './ledger/open-sealed.js';
import { LEDGER, RECORDER, SEALED_FILES, VAULT } from './ledger/tokens.js';
import { Transparency } from './ledger/transparency/transparency.js';
import { openWitnessed, type Witnessed } from './ledger/transparency/witnessed-ledger.js';
import { Turns } from './ledger/turns.js';
import type { DiskFailed } from './ledger/sqlite/store.js';
import { openKeyStore } from './ledger/vault/key-store.js';
import { requireKeys, requireUnbound } from './ledger/vault/key-store-schema.js';
import { SealedFileStore, type SealedFiles } from './ledger/vault/sealed-files.js';
import type { Vault } from './ledger/vault/vault.js';
import { Printer } from './print/printer.js';
import { PuppeteerLetterPrinter } from './print/puppeteer-letter-printer.js';
import { PuppeteerReportPrinter } from './print/puppeteer-report-printer.js';
import { LETTER_PRINTER } from './letters/letter-printer.js';
import { LettersModule } from './letters/letters.module.js';
import { REQUEST_DESK } from './letters/request-desk.js';
import { PublicationsModule } from './publications/publications.module.js';
import { ReadModels } from './read-models/read-models.js';
import { CalendarAndMail } from './remind/outlets.js';
import { catchUpErasures } from './requests/catch-up-erasures.js';
import { tidyFiles } from './requests/kept-files.js';
import { REMINDER_OUTLETS, type ReminderOutlets } from './requests/reminder-outlets.js';
import { BARE } from './requests/domain/person-marks.js';
import { RequestDesk } from './requests/request-desk.js';
import { RequestsModule } from './requests/requests.module.js';
import { NOTICES, WORKING_CALENDAR, type Notices } from './requests/tokens.js';
import {
  accessOf,
  erasuresIn,
  filesOf,
  fileOfLedger,
  keysOf,
  lastBackupOf,
  ledgerUrl,
  openStore,
  witnessOf,
} from './stores.js';

export type AppOptions = Readonly<{
  /** Folder of the ledger, its keys, the office's fonts and the printed reports. */
  dataDir: string;
  /** One process writes; readers may stand beside it. */
  mode: 'read' | 'write';
  /** Begins the high-water mark anew, with the ledger as it is. */
  newWitness?: boolean;
  /** Modules of the edges that are served; the command line needs none of them, and starts without. */
  edges?: readonly Type[];
  /** Told the first error of the disk; the process must then end. */
  diskFailed?: DiskFailed;
}>;

const WITNESSED = Symbol('WITNESSED');

const SHIPPED: Notices = { years: stateCouncilYears, edition: stateCouncilCalendar.edition };

/** What depends on nothing that is opened. */
const GIVEN: Provider[] = [
  { provide: CLOCK, useValue: systemClock },
  { provide: WORKING_CALENDAR, useValue: stateCouncilCalendar },
  { provide: NOTICES, useValue: SHIPPED },
  { provide: REMINDER_OUTLETS, useFactory: outletsOf },
];

/** The composition root. The stores it chooses from are named in `stores.ts`. */
@Global()
@Module({})
export class AppModule implements OnApplicationShutdown {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(VAULT) private readonly vault: Vault,
    @Inject(REPORT_PRINTER) private readonly printer: ReportPrinter,
    @Inject(AccessStore) private readonly access: AccessStore,
  ) {}

  static for(options: AppOptions): DynamicModule {
    const { dataDir, edges = [] } = options;
    return {
      module: AppModule,
      imports: [
        CqrsModule.forRoot(),
        AccessModule,
        AgenciesModule,
        RequestsModule,
        AppealsModule,
        PublicationsModule,
        AnnualReportsModule,
        LettersModule,
        ...edges,
      ],
      providers: [
        { provide: WITNESSED, useFactory: () => openLedger(options) },
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
          useFactory: (ledger: Ledger) => openKeys(options, ledger),
          inject: [LEDGER],
        },
        {
          provide: SEALED_FILES,
          useFactory: (ledger: Ledger, vault: Vault) => openFiles(options, ledger, vault),
          inject: [LEDGER, VAULT],
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
        ...besideLedger(options),
        ...GIVEN,
        ...paperOf(dataDir),
      ],
      exports: [
        LEDGER,
        Housekeeping,
        AccessStore,
        RECORDER,
        VAULT,
        SEALED_FILES,
        Transparency,
        ReadModels,
        CLOCK,
        WORKING_CALENDAR,
        NOTICES,
        REPORT_PRINTER,
        REMINDER_OUTLETS,
        LETTER_PRINTER,
        REQUEST_DESK,
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.printer.close();
    this.access.close();
    await this.ledger.close();
    await this.vault.close();
  }
}

/** What lies in the data folder beside the ledger and is none of it. */
function besideLedger({ dataDir, diskFailed }: AppOptions): Provider[] {
  const files = { lastBackup: lastBackupOf(dataDir), ledger: fileOfLedger(dataDir) };
  const openAccess = (): AccessStore => new AccessStore(accessOf(dataDir), diskFailed);
  return [
    { provide: AccessStore, useFactory: openAccess },
    { provide: Housekeeping, useValue: new Housekeeping(files) },
  ];
}

/** What prints. One browser prints everything. */
function paperOf(dataDir: string): Provider[] {
  const fonts = process.env['GONGKAI_FONTS'] === 'bundled' ? 'bundled' : 'office';
  const printing = { fontsDir: join(resolve(dataDir), 'fonts'), fonts } as const;
  return [
    { provide: Printer, useFactory: () => new Printer(printing) },
    {
      provide: REPORT_PRINTER,
      useFactory: (printer: Printer) => new PuppeteerReportPrinter(printing, printer),
      inject: [Printer],
    },
    {
      provide: LETTER_PRINTER,
      useFactory: (printer: Printer) => new PuppeteerLetterPrinter(printing, printer),
      inject: [Printer],
    },
    { provide: REQUEST_DESK, useExisting: RequestDesk },
  ];
}

/** The ledger, compared with its high-water mark. */
async function openLedger(options: AppOptions): Promise<Witnessed> {
  const { dataDir, mode, diskFailed, newWitness = false } = options;
  const keysDirectory = keysOf(dataDir);
  const beforeFounding = (): void => {
    requireUnbound(keysDirectory);
  };
  const ledger = await openStore(ledgerUrl(dataDir), { mode, beforeFounding, diskFailed });
  const [clock, directory] = [systemClock.now, witnessOf(dataDir)];
  return closedOnFailure(ledger, async () => {
    // The truer sentence: without the keys the mark could not be believed either.
    if (mode === 'write' && !(await isNew(ledger))) requireKeys(keysDirectory, ledger.ledgerId);
    const where = { directory, keysDirectory };
    return openWitnessed(ledger, { ...where, clock, mode, anew: newWitness, diskFailed });
  });
}

function openKeys({ dataDir, mode, diskFailed }: AppOptions, ledger: Ledger): Promise<Vault> {
  return closedOnFailure(ledger, async () => {
    const ledgerIsNew = await isNew(ledger);
    const vault = openKeyStore({
      directory: keysOf(dataDir),
      mode,
      ledgerId: ledger.ledgerId,
      ledgerIsNew,
      erasures: erasuresIn(witnessOf(dataDir)),
      searchedBy: BARE,
      diskFailed,
    });
    if (mode === 'write') {
      await catchUpErasures(ledger, vault);
      await vault.completeIndex(() => sealedParts(ledger));
    }
    return vault;
  });
}

/** The sealed files, put in order by who writes. */
async function openFiles(
  { dataDir, mode }: AppOptions,
  ledger: Ledger,
  vault: Vault,
): Promise<SealedFiles> {
  const files = new SealedFileStore(filesOf(dataDir), ledger.ledgerId, vault);
  const tidy = (): Promise<void> => tidyFiles(ledger, vault, files, new Date(systemClock.now()));
  if (mode === 'write') await closedOnFailure(ledger, tidy);
  return files;
}

/** The password of the mail server stays out of the command line and of the data folder. */
function outletsOf(): ReminderOutlets {
  const { GONGKAI_SMTP_URL: url, GONGKAI_MAIL_FROM: from } = process.env;
  return new CalendarAndMail({ url, from });
}

async function isNew(ledger: Ledger): Promise<boolean> {
  return (await ledger.head()) === BEGINNING;
}

/** Nest closes only what it has finished building. */
async function closedOnFailure<T>(ledger: Ledger, build: () => Promise<T>): Promise<T> {
  try {
    return await build();
  } catch (error) {
    await ledger.close();
    throw error;
  }
}
