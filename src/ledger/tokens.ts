/**
 * Injection tokens of the ledger floor. Handlers name these, and only the composition root names
 * adapters.
 */
export const LEDGER = Symbol('LEDGER');
export const RECORDER = Symbol('RECORDER');
export const VAULT = Symbol('VAULT');
export const SEALED_FILES = Symbol('SEALED_FILES');
