import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Recorder } from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { readRequest } from './applicant.js';
import type { PersonalDataErased } from './domain/personal-data.events.js';
import { requestStream } from './request-stream.js';

/** 销毁证明: what was destroyed, when, by whom and on which ground. It says nothing of the person. */
export type ErasureCertificate = Readonly<{
  ledgerId: string;
  stream: string;
  /** The destroyed data keys, as the sealed parts name them. */
  keys: readonly string[];
  /** How many sealed parts can never be read again. */
  sealedParts: number;
  erased: PersonalDataErased['data'];
  erasedOn: string;
  recordedAt: string;
  position: string;
  hash: string;
}>;

/** Null while nothing of the request was erased. */
export class GetErasureCertificate extends Query<ErasureCertificate | null> {
  constructor(
    readonly agencyId: string,
    readonly number: string,
  ) {
    super();
  }
}

@QueryHandler(GetErasureCertificate)
export class GetErasureCertificateHandler implements IQueryHandler<GetErasureCertificate> {
  constructor(@Inject(RECORDER) private readonly recorder: Recorder) {}

  async execute(key: GetErasureCertificate): Promise<ErasureCertificate | null> {
    const stream = requestStream(key);
    const { history } = await readRequest(this.recorder, stream);
    const fact = history.find(({ type }) => type === 'PersonalDataErased');
    if (fact === undefined) return null;
    const sealed = history.flatMap((event) => event.sealed ?? []);
    return {
      ledgerId: this.recorder.ledger.ledgerId,
      stream,
      keys: [...new Set(sealed.map(({ key: id }) => id))],
      sealedParts: sealed.length,
      erased: fact.data as unknown as PersonalDataErased['data'],
      erasedOn: fact.occurredOn,
      recordedAt: fact.recordedAt,
      position: fact.position,
      hash: fact.hash,
    };
  }
}
