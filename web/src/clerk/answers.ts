import type { Outcome, Status } from '../labels.zh-CN';
import type { AttachmentKind, LetterKind } from '../labels.zh-CN';
import type { BoardList } from '../words.zh-CN';

/* What the server answers, as far as the clerk's screens read it. The server says all of it at /api. */

export type WorkRow = Readonly<{
  number: string;
  subject: 'disclosure' | 'record-correction';
  status: Status;
  list: BoardList | null;
  handler: string | null;
  section: string | null;
  channel: string;
  arrivedOn: string | null;
  receivedOn: string | null;
  dueOn: string | null;
  provisional: boolean;
  workingDaysLeft: number | null;
  outcome: Outcome | null;
  documentNumber: string | null;
  closedOn: string | null;
}>;

export type WorkList = Readonly<{ rows: readonly WorkRow[]; total: number; page: number }>;

export type WaitingRow = WorkRow & Readonly<{ waitsFor: string | null; until: string | null }>;

type Cut<Row> = Readonly<{ rows: readonly Row[]; total: number }>;

export type TodayAnswer = Readonly<{
  today: string;
  due: Cut<WorkRow>;
  cameIn: Cut<WorkRow>;
  waiting: Cut<WaitingRow>;
  toServe: Cut<WorkRow>;
}>;

export type Consultation = Readonly<{
  consultation: number;
  party: 'third-party' | 'co-maker' | 'organ';
  sentOn: string;
  receivedOn: string | null;
  respondBy: string | null;
  opinion: 'consents' | 'objects' | 'silent' | null;
  answeredOn: string | null;
  informedOn: string | null;
}>;

export type Attachment = Readonly<{
  hash: string;
  size: number;
  mediaType: string;
  kind: AttachmentKind;
  addedOn: string;
  voidedOn: string | null;
}>;

export type RequestDetails = Readonly<{
  number: string;
  subject: 'disclosure' | 'record-correction';
  status: Status;
  arrivedOn: string | null;
  receivedOn: string | null;
  applicantKind: string;
  channel: string;
  dueOn: string | null;
  provisional: boolean;
  outcome: Outcome | null;
  documentNumber: string | null;
  decidedOn: string | null;
  servedOn: string | null;
  closedOn: string | null;
  handling: Readonly<{
    assigned: Readonly<{ handler: string; section?: string }> | null;
    supplement: Readonly<{ respondBy: string; receivedOn: string | null }> | null;
    consultations: readonly Consultation[];
    reasons: Readonly<{ respondBy: string }> | null;
    fee: Readonly<{ payBy: string; amount: number; paidOn: string | null }> | null;
    extensions: readonly Readonly<{ workingDays: number; toldOn: string }>[];
  }>;
  redecisions: readonly Readonly<{ dueOn: string }>[];
  attachments: readonly Attachment[];
  applicant:
    | Readonly<{ applicant: string; idNumber: string; contact: string; description: string }>
    | 'erased'
    | 'lost'
    | 'restricted';
  history: readonly Readonly<{
    type: string;
    occurredOn: string;
    recordedAt: string;
    actor: string;
    by?: string;
    why?: string;
  }>[];
}>;

export type LikelyDuplicate = Readonly<{
  number: string;
  receivedOn: string | null;
  status: Status;
  outcome: Outcome | null;
  documentNumber: string | null;
  similarity: number | null;
  sameDocument: boolean;
}>;

export type Repeats = Readonly<{
  duplicates: readonly LikelyDuplicate[];
  duplicatesFound: number;
  counts: Readonly<{ inMonth: number; inYear: number; fee: { due: number } }> | null;
}>;

export type Letters = Readonly<{
  issued: readonly Readonly<{
    year: number;
    serial: number;
    kind: LetterKind;
    documentNumber: string | null;
    issuedOn: string;
    cancelledOn: string | null;
  }>[];
  issuable: readonly LetterKind[];
}>;

export type Explanation = Readonly<{ sentences: readonly string[] }>;
