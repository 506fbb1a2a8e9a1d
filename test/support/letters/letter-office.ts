import type { CommandBus } from '@nestjs/cqrs';
import { join } from 'node:path';
import { agencyDecider, type AgencyCommand } from '../../../src/agencies/domain/agency.decider.js';
import type { LocalDate } from '../../../src/kernel/local-date.js';
import { decideAndAppend, type Recorder } from '../../../src/ledger/decide-and-append.js';
import { openKeyStore } from '../../../src/ledger/vault/key-store.js';
import type { Transparency } from '../../../src/ledger/transparency/transparency.js';
import { Turns } from '../../../src/ledger/turns.js';
import {
  CancelLetterCommand,
  CancelLetterHandler,
} from '../../../src/letters/cancel-letter.handler.js';
import type { WantedLetter } from '../../../src/letters/compile-letter.js';
import {
  IssueLetterCommand,
  IssueLetterHandler,
} from '../../../src/letters/issue-letter.handler.js';
import { ListLetters, ListLettersHandler } from '../../../src/letters/letter.queries.js';
import type { LetterFacts } from '../../../src/letters/domain/letter-facts.js';
import type { LetterPrinter, PrintedLetter } from '../../../src/letters/letter-printer.js';
import {
  PreviewLetterCommand,
  PreviewLetterHandler,
} from '../../../src/letters/preview-letter.handler.js';
import {
  ReprintLetterCommand,
  ReprintLetterHandler,
} from '../../../src/letters/reprint-letter.handler.js';
import { ReadModels } from '../../../src/read-models/read-models.js';
import {
  requestDecider,
  type RequestCommand,
} from '../../../src/requests/domain/request.decider.js';
import { RequestDesk } from '../../../src/requests/request-desk.js';
import { requestStream } from '../../../src/requests/request-stream.js';
import {
  ViewPersonalDataHandler,
  type ViewPersonalDataCommand,
} from '../../../src/requests/view-personal-data.handler.js';
import { defaultTerms, fixedTerms } from '../calendar.js';
import { nextId, temporaryDirectory, TUESDAY_MORNING } from '../ledger/builders.js';
import { openMemoryLedger, type Memory } from '../ledger/memory-ledger.js';
import { keyStoreOptions } from '../ledger/vault.js';
import { sampleCheckpoint } from './letter-cases.js';
import { MemoryFiles } from './memory-files.js';

const AGENCY = 'jia';
const NUMBER = '2025-0042';
const KEY = { agencyId: AGENCY, number: NUMBER } as const;
export const TODAY: LocalDate = '2025-06-30';
const VIEWING = { by: '李科员', purpose: '核对' } as const;

/** Prints the facts as they are, so that a test reads what a document was made of. */
export class PlainPrinter implements LetterPrinter {
  prints = 0;

  html({ facts }: PrintedLetter): string {
    return JSON.stringify(facts);
  }

  preview(printed: PrintedLetter): Promise<Uint8Array> {
    return Promise.resolve(Buffer.from(this.html(printed)));
  }

  print(printed: PrintedLetter): ReturnType<LetterPrinter['print']> {
    this.prints += 1;
    const pdf = Buffer.from(this.html(printed));
    return Promise.resolve({
      files: { pdf, docx: Buffer.from(`docx ${this.prints}`) },
      missingGlyphs: [],
    });
  }
}

/** What the plain printer was given. */
export function factsIn(printed: string | Uint8Array): LetterFacts {
  return JSON.parse(Buffer.from(printed).toString()) as LetterFacts;
}

/** An office with agency 甲 and request 2025-0042, on a ledger in memory with real keys. */
export function letterOffice(memory: Memory) {
  const ledger = openMemoryLedger(memory, () => TUESDAY_MORNING);
  const directory = join(temporaryDirectory(), 'keys');
  const vault = openKeyStore(keyStoreOptions({ directory, ledgerId: 'here', ledgerIsNew: true }));
  const recorder: Recorder = { ledger, vault, turns: new Turns() };
  const models = new ReadModels(ledger);
  const viewer = new ViewPersonalDataHandler(recorder, fixedTerms());
  const bus = { execute: (it: ViewPersonalDataCommand) => viewer.execute(it) };
  const desk = new RequestDesk(recorder, bus as unknown as CommandBus);
  const printer = new PlainPrinter();
  const files = new MemoryFiles();
  const heads = { checkpoint: async () => sampleCheckpoint() } as unknown as Transparency;
  const meta = (commandId = nextId('letter')) => ({ commandId, actor: 'test' });
  const handlers = {
    issue: new IssueLetterHandler(recorder, models, desk, printer, files, heads),
    preview: new PreviewLetterHandler(models, desk, printer, heads),
    reprint: new ReprintLetterHandler(models, desk, files),
    cancel: new CancelLetterHandler(recorder, models, desk),
    list: new ListLettersHandler(models, desk),
  };
  const about = { agencyId: AGENCY, requestNumber: NUMBER };

  return {
    recorder,
    printer,
    files,
    vault,
    agency: (command: AgencyCommand) =>
      decideAndAppend(recorder, agencyDecider, `agency-${AGENCY}`, command, meta()),
    step: (command: RequestCommand) =>
      decideAndAppend(
        recorder,
        requestDecider(defaultTerms()),
        requestStream(KEY),
        command,
        meta(),
      ),
    issue: (
      wanted: Pick<WantedLetter, 'kind'> & Partial<WantedLetter>,
      id?: string,
      today = TODAY,
    ) =>
      handlers.issue.execute(
        new IssueLetterCommand({ ...about, said: {}, ...wanted, today }, meta(id)),
      ),
    preview: async (wanted: Pick<WantedLetter, 'kind'> & Partial<WantedLetter>) => {
      const asked = {
        ...about,
        said: {},
        ...wanted,
        format: 'html',
        viewing: VIEWING,
        today: TODAY,
      } as const;
      return factsIn(await handlers.preview.execute(new PreviewLetterCommand(asked, meta())));
    },
    reprint: (serial: number, format: 'pdf' | 'docx' = 'pdf') => {
      const asked = {
        agencyId: AGENCY,
        year: 2025,
        serial,
        format,
        viewing: VIEWING,
        today: TODAY,
      };
      return handlers.reprint.execute(new ReprintLetterCommand(asked, meta()));
    },
    cancel: (serial: number, reason = '受文者写错') => {
      const data = { agencyId: AGENCY, year: 2025, serial, reason };
      const command = { type: 'CancelLetter', data, today: TODAY } as const;
      return handlers.cancel.execute(new CancelLetterCommand(command, meta()));
    },
    list: () => handlers.list.execute(new ListLetters(AGENCY, NUMBER)),
    close: () => vault.close(),
  };
}

export type LetterOffice = ReturnType<typeof letterOffice>;
