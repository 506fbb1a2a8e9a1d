/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: {
    '^\\./reader-program\\.js$': '<rootDir>/test/support/office-files/reader-program',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  // Nothing is timed by it: a test that starts many processes must also end beside other work.
  testTimeout: 120000,
  maxWorkers: 2,
  ci: true,
  reporters: ['default', '<rootDir>/test/support/closing-line.cjs'],
};
