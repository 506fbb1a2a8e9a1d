/**
 * Floors, lowest first. A file imports its own floor or a lower one; nothing imports upwards.
 * Floors are folders, never suffixes, so no file can step out of its floor by its name. The
 * suffixes that count open a door: facts are what slices share (`.events.ts`, `.facts.ts`), and the
 * names of the streams they are kept in (`-stream.ts`).
 *
 * `test/house/floors.spec.ts` plants a breach of every rule and looks for the report.
 */
const KERNEL = '^src/kernel/';
const DOMAIN = '^src/[^/]+/domain/';
const EVENTS = '^src/[^/]+/domain/[^/]+[.](events|facts)[.]ts$';
const STREAMS = '^src/[^/]+/[^/]+-streams?[.]ts$';
const PROJECTIONS = '^projections/';
const CALENDAR = '^src/calendar/';
const LEDGER = '^src/ledger/';
const OFFICE_FILES = '^src/office-files/';
const CSV = '^src/csv/';
const READ_MODELS = '^src/read-models/';
const WORDS = '^src/words/';
const EDGE = '^src/(http|cli|print|remind|web)/';
// `src/cli.ts` is the top, `src/cli/` an edge.
const TOP = '^src/(main|cli|app[.]module|open-session|serve|stores|backup)[.]ts$';
const TEST = '^test/';
const VERIFIER = '^verifier/';
const PAGE = '^web/';

/** Everything this project wrote itself; npm packages and node:* are outside. */
const OURS = ['^src/', PROJECTIONS];

const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    forbid('no-cycles', 'Type-only cycles count: they erode the floors.', {}, { circular: true }),
    forbid(
      'no-dead-ends',
      'An import that leads nowhere escapes every other rule.',
      {},
      { couldNotResolve: true },
    ),

    forbid(
      'kernel-imports-nothing',
      'Not even npm or node:*.',
      { path: KERNEL },
      { pathNot: KERNEL },
    ),
    forbid(
      'domain-is-pure',
      'No Nest, no node:*, no npm: a decider runs the same anywhere.',
      { path: DOMAIN },
      { pathNot: [DOMAIN, KERNEL] },
    ),
    forbid(
      'projections-fold-events',
      'Facts in, tables out: no decider, no ledger, no Nest.',
      { path: PROJECTIONS },
      { pathNot: [PROJECTIONS, KERNEL, EVENTS] },
    ),
    forbid(
      'ledger-knows-no-domain',
      'Events are bytes to it.',
      { path: LEDGER },
      { path: OURS, pathNot: [LEDGER, KERNEL] },
    ),
    forbid(
      'calendar-knows-the-kernel',
      "Days off are nobody's business but the calendar's.",
      { path: CALENDAR },
      { path: OURS, pathNot: [CALENDAR, KERNEL] },
    ),
    forbid(
      'office-files-know-nobody',
      'They run beside the ledger, in a process of their own.',
      { path: OFFICE_FILES },
      { path: OURS, pathNot: [OFFICE_FILES] },
    ),
    forbid(
      'csv-knows-no-domain',
      'Rows are texts to it; what it appends, slices hand it as commands.',
      { path: CSV },
      { path: OURS, pathNot: [CSV, OFFICE_FILES, LEDGER, KERNEL] },
    ),
    forbid(
      'read-models-fold-projections',
      'They carry folds along the ledger and know events, not deciders.',
      { path: READ_MODELS },
      { path: OURS, pathNot: [READ_MODELS, PROJECTIONS, LEDGER, KERNEL, EVENTS] },
    ),
    forbid(
      'slices-meet-through-events',
      'What another slice decided is known by its events alone.',
      { path: '^src/([^/]+)/', pathNot: [KERNEL, LEDGER, CSV, READ_MODELS, WORDS, EDGE] },
      {
        path: '^src/',
        pathNot: ['^src/$1/', KERNEL, LEDGER, CSV, READ_MODELS, EVENTS, STREAMS],
      },
    ),

    forbid(
      'words-name-codes',
      'They need the codes and labels of a domain, and what a row was refused for.',
      { path: WORDS },
      { path: OURS, pathNot: [WORDS, KERNEL, DOMAIN, CSV] },
    ),
    forbid(
      'words-run-nothing',
      'A code is a type; wording it must not load a decider.',
      { path: WORDS },
      { path: '[.]decider[.]ts$', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'words-are-for-people',
      'Only the edges speak; below them a code is enough.',
      { pathNot: [WORDS, EDGE, TOP, TEST] },
      { path: WORDS },
    ),
    forbid(
      'edges-are-strangers',
      'Each could be taken away without the others noticing.',
      { path: '^src/(http|cli|print|remind|web)/' },
      { path: EDGE, pathNot: '^src/$1/' },
    ),
    forbid(
      'nothing-imports-the-edge',
      'Only the top wires edges.',
      { pathNot: [EDGE, TOP, TEST] },
      { path: EDGE },
    ),
    forbid(
      'nothing-imports-the-top',
      'It is where imports end.',
      { pathNot: [TOP, TEST] },
      { path: TOP },
    ),

    forbid(
      'verifier-is-a-stranger',
      'It judges what the program wrote, so it shares nothing with it.',
      { path: VERIFIER },
      {
        pathNot: [VERIFIER, 'node_modules/(better-sqlite3|sm-crypto-v2)/'],
        dependencyTypesNot: ['core'],
      },
    ),
    forbid(
      'verifier-is-started',
      'Nobody imports it: it runs as a process of its own.',
      { pathNot: [VERIFIER, TEST] },
      { path: VERIFIER },
    ),

    forbid(
      'page-is-a-stranger',
      'It runs in the browser: it knows the server by its answers, and the forms as data.',
      { path: PAGE },
      { pathNot: [PAGE, '^node_modules/', '^templates/'] },
    ),
    forbid(
      'nobody-imports-the-page',
      'It is built and served as files.',
      { pathNot: [PAGE, TEST] },
      { path: PAGE },
    ),

    forbid('not-to-test', 'The program runs without its tests.', { pathNot: TEST }, { path: TEST }),
    forbid(
      'not-to-dev-tools',
      'A package of the workshop is missing where the program runs.',
      { path: OURS },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'no-orphans',
      'A file that nobody imports and that imports nobody is dead.',
      { orphan: true, pathNot: [TOP, '[.]spec[.]ts$', '[.]d[.]ts$', '[.]cjs$'] },
      {},
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    // As Node itself finds `csv-parse/sync`: through the package's own map, for a CommonJS caller.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default', 'types'],
    },
  },
};
