import type { LetterKind } from '../../letters/domain/letter.events.js';
import type { LetterFacts } from '../../letters/domain/letter-facts.js';
import { LETTER_TITLES } from './letter-titles.js';

/** A cell of a form; `text` may have several lines, `span` counts the four columns. */
export type LetterCell = Readonly<{ text: string; head: boolean; span: number }>;

/** `tall` leaves room to write by hand. */
export type LetterRow = Readonly<{ cells: readonly LetterCell[]; tall: boolean }>;

export type LetterBlock =
  Readonly<{ paragraph: string; flush?: true }> | Readonly<{ rows: readonly LetterRow[] }>;

/** One document of its own: a letter, or the reply form that goes with it. */
export type Sheet = Readonly<{
  /** The lines of the title, broken by sense: the organ and the kind. */
  title: readonly string[];
  documentNumber: string | null;
  /** 主送, without its colon. */
  addressee: string | null;
  body: readonly LetterBlock[];
  enclosures: readonly string[];
  /** 署名 and 成文日期. */
  signature: Readonly<{ agency: string; date: string }> | null;
  /** 附注: whom to ask. */
  note: string | null;
}>;

/** 文书 as words, for whatever prints it. */
export type Letter = Readonly<{
  kind: LetterKind;
  sheets: readonly [Sheet, ...Sheet[]];
}>;

/** The parts that differ from letter to letter. */
type Written = Readonly<{ to: string | null; body: readonly LetterBlock[] }>;

/** The common frame: title, 文号, 主送, text, 附件, 署名, 成文日期, 附注. */
export function sheet(facts: LetterFacts, { to, body }: Written): Sheet {
  const { agency, kind, documentNumber, issuedOn, said } = facts;
  return {
    title: [agency.name, LETTER_TITLES[kind]],
    documentNumber,
    addressee: to,
    body,
    enclosures: enclosureLines(linesOf(said.enclosures ?? '')),
    signature: { agency: agency.name, date: dateWords(issuedOn) },
    note: officeWords(facts),
  };
}

export function paragraphs(...texts: readonly (string | null)[]): LetterBlock[] {
  return texts.filter((text) => text !== null).map((paragraph) => ({ paragraph }));
}

/** What somebody wrote, line by line: one paragraph each. */
export function written(text: string | undefined): LetterBlock[] {
  return paragraphs(...linesOf(text ?? ''));
}

/** 你 to a person, 你单位 to an organisation. */
export function you({ request }: LetterFacts): string {
  return request.applicantKind === 'natural' ? '你' : '你单位';
}

/** “本机关于……收到你的申请”, as every answer to the applicant begins. */
export function received(facts: LetterFacts): string {
  const { request, said } = facts;
  const on = request.receivedOn === null ? '' : `于${dateWords(request.receivedOn)}`;
  return (
    `本机关${on}收到${you(facts)}提出的政府信息公开申请` +
    `（登记编号：${request.number}），申请公开的内容为：${quoted(said.description ?? '')}。`
  );
}

/** 《条例》 at its first mention. */
export const REGULATION = '《中华人民共和国政府信息公开条例》（以下简称《条例》）';

/** In quotation marks, on one line; those inside become single ones. */
export function quoted(text: string): string {
  const inside = text.trim().replace(/\s*\n\s*/g, ' ');
  return `“${inside.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

/** Without the mark that the sentence around it sets itself. */
export function clause(text: string | undefined): string {
  return (text ?? '')
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[。；;.]+$/, '');
}

/** 2026年3月2日, without leading zeros (GB/T 9704—2012). */
export function dateWords(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}年${String(Number(month))}月${String(Number(day))}日`;
}

export function linesOf(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

type Labelled = readonly [label: string, text: string | undefined];

/** A label and what stands beside it, over the whole width or over half of it. */
export function row(...pairs: readonly Labelled[]): LetterRow {
  const span = pairs.length === 1 ? 3 : 1;
  const cells = pairs.flatMap(([label, text = '']) => [
    { text: label, head: true, span: 1 },
    { text: text.trim(), head: false, span },
  ]);
  return { cells, tall: false };
}

export function tall(...pairs: readonly Labelled[]): LetterRow {
  return { ...row(...pairs), tall: true };
}

/** 附件说明 (GB/T 9704—2012): numbered when there are several. */
function enclosureLines(names: readonly string[]): readonly string[] {
  if (names.length === 1) return [`附件：${names.join('')}`];
  return names.map((name, at) => `${at === 0 ? '附件：' : ''}${String(at + 1)}.${name}`);
}

function officeWords({ agency: { office } }: LetterFacts): string | null {
  if (office === null) return null;
  const { office: name, phone, address, email } = office;
  const parts = [
    `联系单位：${name}`,
    ...(phone === undefined ? [] : [`联系电话：${phone}`]),
    ...(address === undefined ? [] : [`地址：${address}`]),
    ...(email === undefined ? [] : [`电子邮箱：${email}`]),
  ];
  return `（${parts.join('；')}）`;
}
