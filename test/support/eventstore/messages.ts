import { Metadata, status, type ServiceError } from '@grpc/grpc-js';
import { Empty, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type { AppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import { AppendResp, ReadResp, ReadReq } from '@eventstore/db-client/generated/streams_pb.js';

import type { Expected, Proposed, Written } from './event-log.js';

/*
 * The protocol of EventStoreDB, as far as a ledger needs it: what comes in, what goes out. The
 * identity of an error is the trailer `exception`, not its code.
 */

const TICKS_PER_MS = 10_000n;

/** What is read: a stream or everything, from where, how many, or for ever. */
export type Wanted = Readonly<{
  stream: string | null;
  backwards: boolean;
  from: 'start' | 'end' | number;
  /** Undefined for a subscription. */
  count: number | undefined;
}>;

export function wantedOf(request: ReadReq): Wanted {
  const options = present(request.getOptions());
  const count = options.hasSubscription() ? undefined : Number(options.getCount());
  const backwards = options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;
  const stream = options.getStream();
  if (stream !== undefined) {
    const from = stream.hasEnd()
      ? 'end'
      : stream.hasStart()
        ? 'start'
        : Number(stream.getRevision());
    return { stream: nameOf(stream.getStreamIdentifier()), backwards, from, count };
  }
  const all = present(options.getAll());
  const position = all.getPosition();
  const from =
    position === undefined
      ? all.hasEnd()
        ? 'end'
        : 'start'
      : Number(position.getCommitPosition());
  return { stream: null, backwards, from, count };
}

export function targetOf(request: AppendReq): Readonly<{ stream: string; expected: Expected }> {
  const options = present(request.getOptions());
  const stream = nameOf(options.getStreamIdentifier());
  if (options.hasRevision()) return { stream, expected: Number(options.getRevision()) };
  if (options.hasNoStream()) return { stream, expected: 'no_stream' };
  return { stream, expected: options.hasStreamExists() ? 'stream_exists' : 'any' };
}

export function proposedOf(request: AppendReq): Proposed {
  const message = present(request.getProposedMessage());
  const metadata = message.getMetadataMap();
  return {
    id: present(message.getId()).getString(),
    type: metadata.get('type') ?? '',
    contentType: metadata.get('content-type') ?? '',
    data: message.getData_asB64(),
    metadata: message.getCustomMetadata_asB64(),
  };
}

export function appended(last: Written | undefined): AppendResp {
  const position = new AppendResp.Position();
  position.setCommitPosition(String(last?.position ?? 0));
  position.setPreparePosition(String(last?.position ?? 0));
  const success = new AppendResp.Success();
  success.setCurrentRevision(String(last?.revision ?? 0));
  success.setPosition(position);
  return new AppendResp().setSuccess(success);
}

/** Not an error in this protocol, but an answer. */
export function wrongVersion(expected: Expected, actual: number): AppendResp {
  const wrong = new AppendResp.WrongExpectedVersion();
  if (typeof expected === 'number') wrong.setExpectedRevision(String(expected));
  else if (expected === 'no_stream') wrong.setExpectedNoStream(new Empty());
  else wrong.setExpectedStreamExists(new Empty());
  if (actual < 0) wrong.setCurrentNoStream(new Empty());
  else wrong.setCurrentRevision(String(actual));
  return new AppendResp().setWrongExpectedVersion(wrong);
}

export function eventMessage(event: Written): ReadResp {
  const recorded = new ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(new UUID().setString(event.id));
  recorded.setStreamIdentifier(identifier(event.stream));
  recorded.setStreamRevision(String(event.revision));
  recorded.setCommitPosition(String(event.position));
  recorded.setPreparePosition(String(event.position));
  recorded.setData(event.data);
  recorded.setCustomMetadata(event.metadata);
  const metadata = recorded.getMetadataMap();
  metadata.set('type', event.type);
  metadata.set('content-type', event.contentType);
  metadata.set('created', String(BigInt(event.created) * TICKS_PER_MS));
  const read = new ReadResp.ReadEvent();
  read.setEvent(recorded);
  read.setCommitPosition(String(event.position));
  return new ReadResp().setEvent(read);
}

export function streamNotFound(stream: string): ReadResp {
  const notFound = new ReadResp.StreamNotFound();
  notFound.setStreamIdentifier(identifier(stream));
  return new ReadResp().setStreamNotFound(notFound);
}

export function confirmation(id: string): ReadResp {
  const confirmed = new ReadResp.SubscriptionConfirmation();
  confirmed.setSubscriptionId(id);
  return new ReadResp().setConfirmation(confirmed);
}

export function caughtUp(): ReadResp {
  return new ReadResp().setCaughtUp(new ReadResp.CaughtUp());
}

export function failure(
  code: status,
  details: string,
  trailers: Readonly<Record<string, string>> = {},
): ServiceError {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return Object.assign(new Error(details), { code, details, metadata });
}

export function streamDeleted(stream: string): ServiceError {
  return failure(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });
}

function identifier(stream: string): StreamIdentifier {
  return new StreamIdentifier().setStreamName(Buffer.from(stream, 'utf8').toString('base64'));
}

function nameOf(stream: StreamIdentifier | undefined): string {
  return Buffer.from(present(stream).getStreamName_asU8()).toString('utf8');
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the client left out a field of the protocol');
  return value;
}
