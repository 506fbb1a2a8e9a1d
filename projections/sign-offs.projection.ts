import {
  signOffFacts,
  type SignOffEvent,
  type SignOffFacts,
} from '../src/requests/domain/sign-off.events.js';
import { rowKey, type Projection } from './projection.js';

/** 送签登记: what was put before the head, by request. */
export const signOffs: Projection<SignOffFacts, SignOffEvent> = {
  name: 'sign-offs',
  handles: { SignOffSought: true, SignOffAnswered: true, SignOffTakenBack: true },
  keyOf: ({ data }) => rowKey(data.agencyId, data.number),
  evolve: signOffFacts,
};
