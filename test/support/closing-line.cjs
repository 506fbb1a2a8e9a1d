'use strict';

/**
 * Jest's own summary leaves out what is zero; a reader of a log wants the three numbers on a line
 * of their own.
 */
module.exports = class ClosingLine {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numPendingTests, numTodoTests }) {
    const skipped = numPendingTests + numTodoTests;
    console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${skipped} skipped`);
  }
};
