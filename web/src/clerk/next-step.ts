import { dayOf } from '../words.zh-CN';
import type { RequestDetails } from './answers';

/** What has to be done next, by whom and until when, in one sentence. */
export function nextStep(request: RequestDetails): string {
  const { status, handling, dueOn, redecisions } = request;
  const due = dueOn === null ? '' : `，期限 ${dayOf(dueOn)}`;
  const open = handling.consultations.find(({ opinion }) => opinion === null);
  switch (status) {
    case 'awaiting-confirmation':
      return '下一步：与申请人联系，确认收到申请；确认之日的次日起算答复期限。';
    case 'registered':
      return `下一步：分办给承办人${due}。`;
    case 'handling':
      return `下一步：由 ${handling.assigned?.handler ?? '承办人'} 审查并作出答复${due}。`;
    case 'awaiting-supplement':
      return `等待申请人补正，至 ${dayOf(handling.supplement?.respondBy)}；逾期无正当理由的，可以不再处理。`;
    case 'consulting-third-party':
    case 'consulting-organ':
      return open === undefined || open.respondBy === null
        ? '等待对方收到征求意见书；收到后请登记“对方已收到”。'
        : `等待对方答复意见，至 ${dayOf(open.respondBy)}。`;
    case 'awaiting-reasons':
      return `等待申请人说明理由，至 ${dayOf(handling.reasons?.respondBy)}。`;
    case 'awaiting-payment':
      return `等待申请人缴费，至 ${dayOf(handling.fee?.payBy)}；逾期未缴的，可以不再处理。`;
    case 'awaiting-service':
      return `下一步：送达答复${due}。`;
    case 'redeciding':
      return `下一步：重新作出答复，期限 ${dayOf(redecisions.at(-1)?.dueOn)}。`;
    case 'awaiting-redecision-service':
      return `下一步：送达重新作出的答复，期限 ${dayOf(redecisions.at(-1)?.dueOn)}。`;
    case 'closed':
    case 'lapsed-supplement':
    case 'lapsed-payment':
    case 'ended':
      return `已于 ${dayOf(request.closedOn)} 办结；下一步：归档。`;
    case 'archived':
      return `已于 ${dayOf(request.closedOn)} 办结，并已归档。`;
    case 'voided':
      return '登记已作废，不计数，编号不再使用。';
  }
}

/** The step that usually follows, by its id, so that it stands out among those that may. */
export function usualStep({ status, handling }: RequestDetails): string | undefined {
  const open = handling.consultations.find(({ opinion }) => opinion === null);
  const opinion = open?.receivedOn === null ? 'opinion-receipt' : 'opinion';
  const usual: Readonly<Partial<Record<typeof status, string>>> = {
    'awaiting-confirmation': 'confirm',
    registered: 'assign',
    handling: 'decide',
    'awaiting-supplement': 'supplement',
    'consulting-third-party': opinion,
    'consulting-organ': opinion,
    'awaiting-reasons': 'reasons',
    'awaiting-payment': 'payment',
    'awaiting-service': 'serve',
    redeciding: 'redecide',
    'awaiting-redecision-service': 'serve-again',
    closed: 'archive',
    'lapsed-supplement': 'archive',
    'lapsed-payment': 'archive',
    ended: 'archive',
  };
  return usual[status];
}
