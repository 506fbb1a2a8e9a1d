import { yearOf } from '../src/kernel/local-date.js';
import type { PersonSearched } from '../src/requests/domain/person-search.events.js';
import { rowKey, type Projection } from './projection.js';

/** 按证件号码查找登记: how often in a year, and how often something was found. */
export type SearchesRow = Readonly<{ year: number; searches: number; fruitful: number }>;

export const personSearches: Projection<SearchesRow, PersonSearched> = {
  name: 'person-searches',
  handles: { PersonSearched: true },
  keyOf: ({ data, occurredOn }) => rowKey(data.agencyId, yearOf(occurredOn)),
  evolve: (row, { data, occurredOn }) => {
    const { searches, fruitful } = row ?? { searches: 0, fruitful: 0 };
    const hit = data.found > 0 ? 1 : 0;
    return { year: yearOf(occurredOn), searches: searches + 1, fruitful: fruitful + hit };
  },
};
