import type { ProjectFile } from './project-files.js';

/** One thing to mend: where, and what to do instead. */
type Complaint = `${string}:${number}: ${string}`;

type Check = (file: ProjectFile) => readonly Complaint[];

/** Wide enough for a comment with a Chinese quotation, narrow enough for two files side by side. */
const COLUMNS_MAX = 110;

type Ban = Readonly<{ where: RegExp; what: RegExp; instead: string }>;

const CODE = /^(src|projections|test)\/.*[.]ts$/;
const CORE = /^(src\/kernel|src\/[^/]+\/domain|projections)\/.*[.]ts$/;
const FOLDS = /^(projections|src\/read-models)\/.*[.]ts$/;

// No pattern matches its own source, so that this file is held to its own list.
const BANS: readonly Ban[] = [
  { where: /[.]ts$/, what: /\b(?:TO(?:DO)|FIX(?:ME))\b/, instead: 'open an issue' },
  { where: CODE, what: /\bas\s+any\b/, instead: 'narrow from unknown' },
  {
    where: CODE,
    what: /^\s*(?:export\s+)?(?:declare\s+)?(?:const\s+)?enum\s/,
    instead: 'write a union of string literals',
  },
  { where: CODE, what: /^\s*export\s+default\b/, instead: 'export by name' },
  { where: CORE, what: /\bnew\s+Date\(|\bDate[.]\w/, instead: 'take it from the command' },
  { where: FOLDS, what: /\bEvent(?:Bus)\b/, instead: 'read the ledger: the bus swallows errors' },
  {
    where: /./,
    what: /(?<![\w.\-})])\/(?:work|home|root)\//,
    instead: 'say it from the root of the project: no machine has this path but yours',
  },
];

/** In code points, as an editor counts; prettier breaks code at 100 but no text and no comment. */
export const longLines: Check = ({ path, text }) =>
  path.endsWith('.ts')
    ? linesOf(text).flatMap((line, index) =>
        Array.from(line).length > COLUMNS_MAX
          ? [at(path, index, `more than ${COLUMNS_MAX} columns`)]
          : [],
      )
    : [];

/**
 * A document that has two titles is two documents. `#` in a block of code is a comment of a shell.
 */
export const documentTitles: Check = ({ path, text }) => {
  if (!path.endsWith('.md')) return [];
  const titles = proseOf(text).flatMap((line, index) => (line.startsWith('# ') ? [index] : []));
  if (titles.length === 0) return [at(path, 0, 'give the document one title, `# `')];
  return titles.slice(1).map((index) => at(path, index, 'a second title: make it a `## `'));
};

export const bannedWords: Check = ({ path, text }) => {
  const bans = BANS.filter(({ where }) => where.test(path));
  return linesOf(text).flatMap((line, index) =>
    bans.flatMap(({ what, instead }) => {
      const [found] = what.exec(line) ?? [];
      return found === undefined ? [] : [at(path, index, `"${found.trim()}": ${instead}`)];
    }),
  );
};

/** A barrel caused the cycle in nestjs/cqrs. */
export const barrels: Check = ({ path }) =>
  /(^|\/)index[.]ts$/.test(path) ? [at(path, 0, 'no barrels: import the file itself')] : [];

/** A lock file that names the mirror of one office cannot be installed from in another. */
export const lockedHosts: Check = ({ path, text }) => {
  if (!/(^|\/)package-lock[.]json$/.test(path)) return [];
  return linesOf(text).flatMap((line, index) => {
    const [, host] = /"resolved":\s*"\w+:\/\/([^/"]*)/.exec(line) ?? [];
    return host === undefined || host === 'registry.npmjs.org'
      ? []
      : [at(path, index, `resolved from ${host}: lock without hosts`)];
  });
};

export const CHECKS: readonly Check[] = [
  longLines,
  documentTitles,
  bannedWords,
  barrels,
  lockedHosts,
];

/** The lines of a document with those inside fenced blocks emptied, so that the numbers stay. */
export function proseOf(text: string): readonly string[] {
  let fence: string | undefined;
  return linesOf(text).map((line) => {
    const [, mark] = /^\s*(`{3,}|~{3,})/.exec(line) ?? [];
    if (fence === undefined) {
      fence = mark;
      return mark === undefined ? line : '';
    }
    if (mark?.startsWith(fence) === true) fence = undefined;
    return '';
  });
}

function linesOf(text: string): readonly string[] {
  return text.split('\n');
}

function at(path: string, index: number, complaint: string): Complaint {
  return `${path}:${index + 1}: ${complaint}`;
}
