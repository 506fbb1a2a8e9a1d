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
  testTimeout: 30000,
  maxWorkers: 2,
  ci: true,
  reporters: ['default', '<rootDir>/test/support/closing-line.cjs'],
};
