/** Mutation of the rules: `npm run mutation`, or `npm run mutation -- --mutate FILE` for one file. */
export default {
  packageManager: 'npm',
  testRunner: 'jest',
  jest: { configFile: 'jest.mutation.cjs', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  ignoreStatic: false,
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: 'coverage/mutation.json' },
  tempDirName: 'coverage/mutants',
  ignorePatterns: ['dist', 'docs', 'coverage', 'samples', 'templates', 'deploy', 'data'],
  thresholds: { high: 95, low: 90, break: 90 },
  mutate: [
    'src/requests/domain/*.rules.ts',
    'src/requests/domain/transitions.ts',
    'src/requests/domain/deadline.ts',
    'src/requests/domain/request-clock.ts',
    'src/requests/domain/request-status.ts',
    'src/requests/domain/handling.facts.ts',
    'src/requests/domain/request.facts.ts',
    'src/agencies/domain/procedure.rules.ts',
  ],
};
