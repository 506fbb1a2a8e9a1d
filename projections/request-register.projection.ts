import {
  requestFacts,
  type RequestEvent,
  type RequestFacts,
} from '../src/requests/domain/request.events.js';
import { rowKey, type Projection } from './projection.js';

/** 依申请公开工作台账: one row per request, the table the clerk works from. */
export type RegisterRow = RequestFacts;

export const requestRegister: Projection<RegisterRow, RequestEvent> = {
  name: 'request-register',
  handles: {
    RequestRegistered: true,
    ReplyDecided: true,
    ReplyServed: true,
    RequestWithdrawn: true,
    EntryCorrected: true,
    EntryVoided: true,
    ErasureProposed: true,
    PersonalDataErased: true,
    ProcessingRestricted: true,
    RestrictionLifted: true,
    PersonalDataViewed: true,
  },
  keyOf: ({ data }) => rowKey(data.agencyId, data.number),
  evolve: requestFacts,
};
