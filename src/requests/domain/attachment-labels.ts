import type { AttachmentKind } from './attachment.events.js';

/** 附件种类 as clerks say them. */
export const ATTACHMENT_LABELS: Readonly<Record<AttachmentKind, string>> = {
  application: '申请书',
  identity: '身份证明',
  mandate: '委托书',
  supplement: '补正材料',
  opinion: '征求意见材料',
  'service-proof': '送达凭证',
  'reply-enclosure': '答复附件',
  other: '其他',
};

export function attachmentKindFrom(label: string): AttachmentKind | undefined {
  const entries = Object.entries(ATTACHMENT_LABELS) as [AttachmentKind, string][];
  return entries.find(([, known]) => known === label)?.[0];
}
