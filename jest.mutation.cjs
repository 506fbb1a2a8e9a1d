const all = require('./jest.config.cjs');

/**
 * The specs that state the rules of a request, and of the procedure it follows. The model is left out:
 * it would find every mutant, and say of none which rule it breaks.
 *
 * @type {import('jest').Config}
 */
module.exports = {
  ...all,
  roots: ['<rootDir>/test/requests', '<rootDir>/test/agencies'],
  testPathIgnorePatterns: ['procedure-model', 'import-requests', 'masked-applicant'],
  reporters: ['default'],
};
