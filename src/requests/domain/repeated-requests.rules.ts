import type { LocalDate } from '../../kernel/local-date.js';
import { agrees, PERSON_MARKS, type PersonMark } from './person-marks.js';
import { feeByItems, feeOfNotice } from './processing-fee.rules.js';
import type { ApplicantDetails } from './request.events.js';

/*
 * 疑似重复申请 (《条例》第36条第（六）项) and 数量、频次 (第35、42条). No official text says when two requests are the same or
 * two applicants one, so what stands here is inferred, and only ever shown: a person decides.
 */

type Particulars = Partial<ApplicantDetails>;

/** How alike two descriptions must be to be shown, in percent. Inferred. */
export const SIMILAR_FROM = 60;

/** Characters of a description that are compared; the rest of a long one makes no other request of it. */
const COMPARED_MAX = 2_000;

/** What two requests have in common. */
export type Likeness = Readonly<{
  /** What names the same person in both. */
  agreeing: readonly PersonMark[];
  /** Of the descriptions, in whole percent. */
  similarity: number;
  /** Both descriptions name one 文号. */
  sameDocument: boolean;
}>;

/** Compares other requests with one, whose text is taken apart once. */
export function comparingWith(one: Particulars): (other: Particulars) => Likeness {
  const [trigrams, documents] = [trigramsOf(one.description), documentsIn(one.description)];
  return (other) => ({
    agreeing: agreeingMarks(one, other),
    similarity: dice(trigrams, trigramsOf(other.description)),
    sameDocument: common(documents, documentsIn(other.description)) > 0,
  });
}

export function isLikelyDuplicate({ agreeing, similarity, sameDocument }: Likeness): boolean {
  return agreeing.length > 0 && (sameDocument || similarity >= SIMILAR_FROM);
}

type Sureness = Omit<Likeness, 'similarity'> & Readonly<{ similarity: number | null }>;

/** The surest first: several marks, one document, the more alike. */
export function bySureness(one: Sureness, other: Sureness): number {
  return (
    other.agreeing.length - one.agreeing.length ||
    Number(other.sameDocument) - Number(one.sameDocument) ||
    (other.similarity ?? 0) - (one.similarity ?? 0)
  );
}

/**
 * Empty for two persons of one name: where both have a number and these differ, the name says
 * nothing.
 */
function agreeingMarks(one: Particulars, other: Particulars): readonly PersonMark[] {
  const agreeing = PERSON_MARKS.filter((mark) => agrees(mark, one, other));
  const nameAlone = agreeing.length === 1 && agreeing[0] === 'applicant';
  return nameAlone && haveNumbers(one, other) ? [] : agreeing;
}

/**
 * One applicant for the counts: the number decides where both have one; without it the name and the
 * contact must agree together, because neither is one person's alone.
 */
export function isSameApplicant(one: Particulars, other: Particulars): boolean {
  if (haveNumbers(one, other)) return agrees('idNumber', one, other);
  return agrees('applicant', one, other) && agrees('contact', one, other);
}

function haveNumbers(one: Particulars, other: Particulars): boolean {
  return agrees('idNumber', one, one) && agrees('idNumber', other, other);
}

/** 同一申请人的件数: by the calendar month and year of receipt, this request among them. */
export type ApplicantCounts = Readonly<{
  receivedOn: LocalDate;
  inMonth: number;
  /** Which of the month's it is, by day of receipt and 登记编号. */
  ordinalInMonth: number;
  inYear: number;
  fee: ItemFee;
}>;

/** 按件收费 for the month, 元: all of it, what was noticed already, and what one more notice asks for. */
export type ItemFee = Readonly<{ inMonth: number; noticed: number; due: number }>;

/** A request as it is counted. `noticed`: what was asked for it by 件, 元. */
export type Counted = Readonly<{ number: string; receivedOn: LocalDate; noticed: number }>;

export function countsOf(one: Counted, others: readonly Counted[]): ApplicantCounts {
  const { receivedOn, number } = one;
  const within = (length: number): readonly Counted[] =>
    [one, ...others].filter(
      (each) => each.receivedOn.slice(0, length) === receivedOn.slice(0, length),
    );
  const month = within('YYYY-MM'.length);
  const before = month.filter(
    (each) =>
      each.receivedOn < receivedOn || (each.receivedOn === receivedOn && each.number < number),
  );
  const noticed = month.reduce((sum, each) => sum + each.noticed, 0);
  return {
    receivedOn,
    inMonth: month.length,
    ordinalInMonth: before.length + 1,
    inYear: within('YYYY'.length).length,
    fee: {
      inMonth: feeByItems(month.length).amount,
      noticed,
      due: feeOfNotice(month.length, noticed),
    },
  };
}

/** Every three characters that follow each other, of letters and figures alone. */
function trigramsOf(text = ''): ReadonlySet<string> {
  const bare = text.normalize('NFKC').toLowerCase();
  const characters = Array.from(bare.replace(/[^\p{L}\p{N}]/gu, '')).slice(0, COMPARED_MAX);
  if (characters.length === 0) return new Set();
  if (characters.length < 3) return new Set([characters.join('')]);
  return new Set(
    characters.slice(2).map((last, at) => `${characters[at]}${characters[at + 1]}${last}`),
  );
}

/** Dice's coefficient, in whole percent. */
function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const sizes = one.size + other.size;
  if (sizes === 0) return 0;
  const hundredfold = 200 * common(one, other);
  return (hundredfold - (hundredfold % sizes)) / sizes;
}

function common(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((each) => other.has(each)).length;
}

/** 文号 named in a text, by year and number: the same is written with many kinds of brackets. */
function documentsIn(text = ''): ReadonlySet<string> {
  const bare = text.normalize('NFKC').replace(/\s/g, '');
  const found = bare.matchAll(/[〔[(【〈](\d{4})[〕\])】〉]第?0*(\d+)号/gu);
  return new Set([...found].map(([, year, number]) => `${year}-${number}`));
}
