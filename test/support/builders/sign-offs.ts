import {
  signOffDecider,
  type AnswerSignOff,
  type SeekSignOff,
  type TakeBackSignOff,
} from '../../../src/requests/domain/sign-off.decider.js';
import { refusedBy } from './refused-by.js';
import type { SignOffEvent } from '../../../src/requests/domain/sign-off.events.js';

const KEY = { agencyId: 'jia', number: '2025-0042' } as const;

export const seek = (
  given: Partial<SeekSignOff['data']> = {},
  today: SeekSignOff['today'] = '2025-03-20',
): SeekSignOff => {
  const reply = { matter: 'reply', outcome: 'granted' } as const;
  const data = { ...KEY, ...reply, by: '李科员', reason: '拟予公开', open: true, ...given };
  return { type: 'SeekSignOff', data, today };
};

/** 送签延期. */
export const seekExtension = (given: Partial<SeekSignOff['data']> = {}): SeekSignOff => {
  const { outcome: _outcome, ...data } = seek().data;
  const asked = { ...data, matter: 'extension', workingDays: 10, ...given } as const;
  return { type: 'SeekSignOff', data: asked, today: '2025-03-20' };
};

export const answer = (given: Partial<AnswerSignOff['data']> = {}): AnswerSignOff => {
  const agreed = { matter: 'reply', opinion: 'agrees', by: '王主任' } as const;
  return { type: 'AnswerSignOff', data: { ...KEY, ...agreed, ...given }, today: '2025-03-21' };
};

export const takeBack = (given: Partial<TakeBackSignOff['data']> = {}): TakeBackSignOff => ({
  type: 'TakeBackSignOff',
  data: { ...KEY, matter: 'reply', by: '李科员', ...given },
  today: '2025-03-21',
});

export const sought = (given: Partial<SeekSignOff['data']> = {}): SignOffEvent => {
  const { open: _open, ...data } = seek(given).data;
  return { type: 'SignOffSought', occurredOn: '2025-03-20', data };
};

export const answered = (given: Partial<AnswerSignOff['data']> = {}): SignOffEvent => ({
  type: 'SignOffAnswered',
  occurredOn: '2025-03-21',
  data: answer(given).data,
});

/** 送签、批示. */
export function signOffRefusals() {
  const refusal = refusedBy(signOffDecider);
  return {
    'sign-off/request-not-open': refusal(seek({ open: false })),
    'sign-off/incomplete': refusal(seek({ workingDays: 5 })),
    'sign-off/already-sought': refusal(seek(), sought()),
    'sign-off/not-sought': refusal(answer()),
    'sign-off/same-person': refusal(answer({ by: '李 科员' }), sought()),
    'sign-off/reason-missing': refusal(answer({ opinion: 'objects' }), sought()),
  };
}
