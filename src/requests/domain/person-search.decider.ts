import type { Command, Decider } from '../../kernel/decider.js';
import { unstated, type PersonalDataRefusal } from './personal-data.rules.js';
import type { PersonSearched } from './person-search.events.js';

/** 按证件号码查找. */
export type SearchPerson = Command<'SearchPerson', PersonSearched['data']>;

/** Every search is put down, the fruitless too: it has shown that there is nothing. */
export const personSearchDecider: Decider<null, SearchPerson, PersonSearched, PersonalDataRefusal> =
  {
    initialState: null,
    decide: ({ data, today }) =>
      unstated(data.by, data.purpose) ?? [{ type: 'PersonSearched', occurredOn: today, data }],
    evolve: () => null,
  };
