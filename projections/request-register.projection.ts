import type { RequestEvent } from '../src/requests/domain/request.events.js';
import { requestFacts, type RequestFacts } from '../src/requests/domain/request.facts.js';
import { rowKey, type Projection } from './projection.js';

/** 依申请公开工作台账: one row per request, the table the clerk works from. */
export type RegisterRow = RequestFacts;

export const requestRegister: Projection<RegisterRow, RequestEvent> = {
  name: 'request-register',
  handles: {
    RecordCorrectionRequested: true,
    RecordCorrectionDecided: true,
    RequestArrived: true,
    ContactAttempted: true,
    ReceiptConfirmed: true,
    RequestRegistered: true,
    SupplementRequested: true,
    SupplementReceived: true,
    RequestAssigned: true,
    OpinionSought: true,
    OpinionRequestReceived: true,
    OpinionGiven: true,
    ThirdPartyInformed: true,
    ReasonsAsked: true,
    ReasonsGiven: true,
    ReplyDelayed: true,
    DeadlineExtended: true,
    FeeNoticeServed: true,
    FeePaid: true,
    ReviewRecorded: true,
    DeadlineRecomputed: true,
    ReplyDecided: true,
    ReplyServed: true,
    RequestWithdrawn: true,
    RequestMerged: true,
    RedecisionOrdered: true,
    RedecisionMade: true,
    RedecisionServed: true,
    RequestedInformationPublished: true,
    RequestArchived: true,
    AttachmentAdded: true,
    AttachmentVoided: true,
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
