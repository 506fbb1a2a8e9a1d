import type { Command, Refusal } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { refuseDate, type DateRefusal } from './dates.rules.js';
import type {
  OpinionGiven,
  OpinionRequestReceived,
  OpinionSought,
  ThirdPartyInformed,
} from './handling.events.js';
import type { Consultation, Handling } from './handling.facts.js';
import type { Received } from './received.js';
import { dueAfter, type Terms } from './terms.js';

/** 征求意见: of one party; several may be asked at once. */
export type SeekOpinion = Command<
  'SeekOpinion',
  Omit<OpinionSought['data'], 'due' | 'consultation'> & { sentOn: LocalDate },
  { consultee: string; matter?: string }
> & { readonly sealed: { readonly consultee: string; readonly matter?: string } };

/** 登记征求意见书已送达. */
export type RecordOpinionReceipt = Command<
  'RecordOpinionReceipt',
  Omit<OpinionRequestReceived['data'], 'due' | 'respondBy'> & { reachedOn: LocalDate }
>;

/** 登记意见; for `silent` the last day of the period counts, and `answeredOn` where no article sets one. */
export type RecordOpinion = Command<
  'RecordOpinion',
  Omit<OpinionGiven['data'], 'due'> & { answeredOn: LocalDate },
  { reasons?: string }
>;

/** 告知第三方决定公开. */
export type InformThirdParty = Command<
  'InformThirdParty',
  ThirdPartyInformed['data'] & { informedOn: LocalDate },
  { reasons: string }
> & { readonly sealed: { readonly reasons: string } };

export type ConsultationCommand =
  SeekOpinion | RecordOpinionReceipt | RecordOpinion | InformThirdParty;

export type ConsultationRefusal =
  | DateRefusal
  | Refusal<
      | 'request/consultee-missing'
      | 'request/no-such-consultation'
      | 'request/opinion-already-given'
      | 'request/opinion-request-not-received'
      | 'request/opinion-period-running'
      | 'request/third-party-did-not-object'
      | 'request/third-party-reasons-missing'
    >;

/** 征求意见: fifteen working days from receipt (第32、34条). */
const OPINION_WORKING_DAYS = 15;

const ARTICLES: Readonly<Record<Consultation['party'], string>> = {
  'third-party': '《条例》第32条',
  'co-maker': '《条例》第34条',
  organ: '《条例》第33条',
};

export function seekOpinion(
  { data, sealed, today }: SeekOpinion,
  state: Received,
  terms: Terms,
): readonly [OpinionSought] | ConsultationRefusal {
  const { sentOn, ...sought } = data;
  const basis = ARTICLES[data.party];
  const misdated = refuseDate(sentOn, today, basis, state);
  if (misdated !== null) return misdated;
  if (sealed.consultee.trim() === '') return { refused: 'request/consultee-missing', basis };
  const { handling, receivedOn } = state;
  const consultation = handling.consultations.length + 1;
  const begun: Consultation = {
    consultation,
    party: data.party,
    sentOn,
    ...{ receivedOn: null, respondBy: null, opinion: null, answeredOn: null, informedOn: null },
  };
  const due = dueAfter(receivedOn, withConsultation(handling, begun), terms);
  const event = { ...sought, consultation, due };
  return [{ type: 'OpinionSought', occurredOn: sentOn, data: event, sealed }];
}

export function recordOpinionReceipt(
  { data, today }: RecordOpinionReceipt,
  state: Received,
  terms: Terms,
): readonly [OpinionRequestReceived] | ConsultationRefusal {
  const { reachedOn, ...key } = data;
  const known = unanswered(data.consultation, state);
  if ('refused' in known) return known;
  const basis = ARTICLES[known.party];
  const order = { receivedOn: state.receivedOn, after: known.sentOn };
  const misdated = refuseDate(reachedOn, today, basis, order);
  if (misdated !== null) return misdated;
  const bound = known.party !== 'organ';
  const respondBy = bound
    ? terms.calendar.workingDayAfter(reachedOn, OPINION_WORKING_DAYS).on
    : null;
  const reached = { ...known, receivedOn: reachedOn, respondBy };
  const due = dueAfter(state.receivedOn, withConsultation(state.handling, reached), terms);
  const event = { ...key, respondBy, due };
  return [{ type: 'OpinionRequestReceived', occurredOn: reachedOn, data: event }];
}

export function recordOpinion(
  { data, sealed, today }: RecordOpinion,
  state: Received,
  terms: Terms,
): readonly [OpinionGiven] | ConsultationRefusal {
  const { answeredOn, ...given } = data;
  const known = unanswered(data.consultation, state);
  if ('refused' in known) return known;
  const basis = ARTICLES[known.party];
  const bound = known.party !== 'organ';
  let on = answeredOn;
  if (data.opinion === 'silent' && bound) {
    if (known.respondBy === null) {
      return { refused: 'request/opinion-request-not-received', basis };
    }
    if (today <= known.respondBy) {
      const facts = { respondBy: known.respondBy };
      return { refused: 'request/opinion-period-running', basis, facts };
    }
    // The period had passed then, whenever the clerk says so.
    on = known.respondBy;
  }
  const order = { receivedOn: state.receivedOn, after: known.receivedOn ?? known.sentOn };
  const misdated = refuseDate(on, today, basis, order);
  if (misdated !== null) return misdated;
  const answered = { ...known, opinion: data.opinion, answeredOn: on };
  const due = dueAfter(state.receivedOn, withConsultation(state.handling, answered), terms);
  const reasons = sealed === undefined ? {} : { sealed };
  return [{ type: 'OpinionGiven', occurredOn: on, data: { ...given, due }, ...reasons }];
}

export function informThirdParty(
  { data, sealed, today }: InformThirdParty,
  state: Received,
): readonly [ThirdPartyInformed] | ConsultationRefusal {
  const { informedOn, ...key } = data;
  const basis = ARTICLES['third-party'];
  const known = state.handling.consultations.find(
    ({ consultation }) => consultation === data.consultation,
  );
  if (known === undefined) return noSuchConsultation(data.consultation);
  if (known.party !== 'third-party' || known.opinion !== 'objects') {
    return { refused: 'request/third-party-did-not-object', basis };
  }
  if (sealed.reasons.trim() === '') {
    return { refused: 'request/third-party-reasons-missing', basis };
  }
  const order = { receivedOn: state.receivedOn, after: known.answeredOn };
  const misdated = refuseDate(informedOn, today, basis, order);
  if (misdated !== null) return misdated;
  return [{ type: 'ThirdPartyInformed', occurredOn: informedOn, data: key, sealed }];
}

function unanswered(
  consultation: number,
  { handling }: Received,
): Consultation | ConsultationRefusal {
  const known = handling.consultations.find((it) => it.consultation === consultation);
  if (known === undefined) return noSuchConsultation(consultation);
  if (known.opinion === null) return known;
  const facts = { consultation, opinion: known.opinion, on: known.answeredOn ?? '' };
  return { refused: 'request/opinion-already-given', basis: ARTICLES[known.party], facts };
}

function noSuchConsultation(consultation: number): ConsultationRefusal {
  const facts = { consultation };
  return { refused: 'request/no-such-consultation', basis: ARTICLES['third-party'], facts };
}

/** The handling with this consultation as it would be. */
function withConsultation(handling: Handling, changed: Consultation): Handling {
  const others = handling.consultations.filter(
    ({ consultation }) => consultation !== changed.consultation,
  );
  return { ...handling, consultations: [...others, changed] };
}
