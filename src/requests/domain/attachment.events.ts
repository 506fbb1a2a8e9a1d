import type { Event } from '../../kernel/decider.js';
import type { MediaType } from './media-type.js';
import type { RequestKey } from './request-key.js';

/** 附件种类: what a file is to the request. */
export const ATTACHMENT_KINDS = [
  'application', // 申请书
  'identity', // 身份证明
  'mandate', // 授权委托书
  'supplement', // 补正材料
  'opinion', // 第三方或者其他机关的意见
  'service-proof', // 送达凭证
  'reply-enclosure', // 随答复提供的信息
  'other', // 其他
] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

/** What may be known of a file without opening it. */
export type AttachmentData = Readonly<{
  /** Names the sealed file: SHA-256 of its ciphertext, which tells nothing of the content. */
  hash: string;
  /** Of the plain bytes. */
  size: number;
  /** By what the bytes are. */
  mediaType: MediaType;
  kind: AttachmentKind;
}>;

/** Both would say who asked, or let somebody who has a file find out that it is here. */
export type AttachmentSealed = Readonly<{
  /** 文件名. */
  name: string;
  /** SHA-256 of the plain bytes, in hexadecimal. */
  digest: string;
}>;

/** 附件已收存; `occurredOn` is the day it came. */
export type AttachmentAdded = Event<
  'AttachmentAdded',
  RequestKey & AttachmentData,
  AttachmentSealed
>;

/**
 * 附件已作废: it does not belong to the request. `occurredOn` is the day of the voiding; the file stays
 * where it is, and is shown no more.
 */
export type AttachmentVoided = Event<
  'AttachmentVoided',
  RequestKey & { hash: string },
  { reason: string }
>;

export type AttachmentEvent = AttachmentAdded | AttachmentVoided;
