import { derivedId } from '../ledger/derived-id.js';

/**
 * The id an agency keeps for life, from the name it was established under: establishing it twice
 * meets the first. Short, because it stands in the name of every stream.
 */
export function agencyIdOf(name: string): string {
  return derivedId('agency', name.trim()).replaceAll('-', '').slice(0, 12);
}
