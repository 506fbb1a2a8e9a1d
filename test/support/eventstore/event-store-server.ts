import { randomUUID } from 'node:crypto';

import {
  Server,
  ServerCredentials,
  status,
  type Metadata,
  type ServerReadableStream,
  type ServerUnaryCall,
  type ServerWritableStream,
  type ServiceError,
  type sendUnaryData,
} from '@grpc/grpc-js';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { ClusterInfo, EndPoint, MemberInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { UUID, type Empty } from '@eventstore/db-client/generated/shared_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type {
  AppendReq,
  AppendResp,
  ReadReq,
  ReadResp,
} from '@eventstore/db-client/generated/streams_pb.js';

import type { EventLog, Proposed, Written } from './event-log.js';
import { Faults, type Fault, type Method } from './faults.js';
import {
  appended,
  caughtUp,
  confirmation,
  eventMessage,
  failure,
  proposedOf,
  streamDeleted,
  streamNotFound,
  targetOf,
  wantedOf,
  wrongVersion,
  type Wanted,
} from './messages.js';

/** One node of a cluster, as gossip tells of it. */
export type Member = Readonly<{ port: number; leader: boolean; alive: boolean }>;

export type ServerOptions = Readonly<{
  log: EventLog;
  port?: number;
  /** PEM. Without it there is neither TLS nor any user. */
  tls?: Readonly<{ key: string; certificate: string }>;
  /** Passwords by name. Who reads only has `:r` after the name. */
  users?: Readonly<Record<string, string>>;
  /** Who leads, by port, if this node does not. */
  leader?: () => number | undefined;
  members?: () => readonly Member[];
}>;

const MAX_APPEND_BYTES = 1_048_576;

type Reading = ServerWritableStream<ReadReq, ReadResp>;

/**
 * An EventStoreDB as the unmodified client sees it: append with expected revisions and the
 * repetition of a write, reads, `$all`, subscriptions, gossip, leaders, TLS and users, on the wire
 * of the real one, and faults on demand. It has no BatchAppend, as servers before 21.6.
 */
export class EventStoreServer {
  readonly faults = new Faults();
  readonly #log: EventLog;
  readonly #options: ServerOptions;
  readonly #server = new Server({ 'grpc.max_receive_message_length': 16 * 1_048_576 });
  #port = 0;

  private constructor(options: ServerOptions) {
    this.#options = options;
    this.#log = options.log;
    this.#server.addService(StreamsService, {
      append: (
        call: ServerReadableStream<AppendReq, AppendResp>,
        answer: sendUnaryData<AppendResp>,
      ) => this.#append(call, answer),
      read: (call: Reading) => this.#read(call),
    });
    this.#server.addService(ServerFeaturesService, {
      getSupportedMethods: (_: ServerUnaryCall<Empty, never>, answer: sendUnaryData<never>) =>
        answer(failure(status.INTERNAL, 'a ledger never asks what this server can do')),
    });
    this.#server.addService(GossipService, {
      read: (_: ServerUnaryCall<Empty, ClusterInfo>, answer: sendUnaryData<ClusterInfo>) =>
        answer(null, this.#gossip()),
    });
  }

  static async start(options: ServerOptions): Promise<EventStoreServer> {
    const server = new EventStoreServer(options);
    const { tls, port = 0 } = options;
    const credentials =
      tls === undefined
        ? ServerCredentials.createInsecure()
        : ServerCredentials.createSsl(null, [
            { private_key: Buffer.from(tls.key), cert_chain: Buffer.from(tls.certificate) },
          ]);
    server.#port = await new Promise<number>((resolve, reject) => {
      server.#server.bindAsync(`127.0.0.1:${port}`, credentials, (error, bound) =>
        error === null ? resolve(bound) : reject(error),
      );
    });
    return server;
  }

  get port(): number {
    return this.#port;
  }

  /** Breaks every connection. */
  stop(): void {
    this.#server.forceShutdown();
  }

  #append(
    call: ServerReadableStream<AppendReq, AppendResp>,
    answer: sendUnaryData<AppendResp>,
  ): void {
    const requests: AppendReq[] = [];
    call.on('error', () => undefined);
    call.on('data', (request: AppendReq) => requests.push(request));
    // A call that its client gave up ends too: what came of it is a part, and no write.
    call.on('end', () =>
      setImmediate(() => {
        if (!call.cancelled) this.#answerAppend(call.metadata, requests, answer);
      }),
    );
  }

  #answerAppend(
    metadata: Metadata,
    requests: readonly AppendReq[],
    answer: sendUnaryData<AppendResp>,
  ): void {
    const refused = this.#refusal(metadata, true);
    if (refused !== undefined) {
      answer(refused);
      return;
    }
    const fault = this.#fault('append');
    if (fault === 'hang') return;
    const before = fault === undefined ? undefined : ERRORS[fault];
    if (before !== undefined) {
      answer(before());
      return;
    }
    const result = this.#write(requests);
    if (fault === 'die-after') process.kill(process.pid, 'SIGKILL');
    if (fault === 'hang-after') return;
    if (fault === 'unavailable-after') answer(failure(status.UNAVAILABLE, 'cut'));
    else if (result instanceof Error) answer(result);
    else answer(null, result);
  }

  #write([first, ...rest]: readonly AppendReq[]): AppendResp | ServiceError {
    if (first === undefined) return failure(status.INVALID_ARGUMENT, 'an append without options');
    const { stream, expected } = targetOf(first);
    const events: Proposed[] = rest.map(proposedOf);
    const bytes = events.reduce((sum, { data }) => sum + Buffer.byteLength(data, 'base64'), 0);
    if (bytes > MAX_APPEND_BYTES) {
      return failure(status.INVALID_ARGUMENT, 'Maximum Append Size Exceeded.', {
        exception: 'maximum-append-size-exceeded',
        'maximum-append-size': String(MAX_APPEND_BYTES),
      });
    }
    const outcome = this.#log.append(stream, expected, events);
    if (outcome === 'deleted') return streamDeleted(stream);
    return 'wrong' in outcome ? wrongVersion(expected, outcome.wrong) : appended(outcome.written);
  }

  #read(call: Reading): void {
    const wanted = wantedOf(call.request);
    const fault = this.#fault(wanted.count === undefined ? 'subscribe' : 'read');
    if (fault === 'hang') return;
    const refused =
      this.#refusal(call.metadata, false) ?? (fault === undefined ? undefined : ERRORS[fault]?.());
    // `destroy` would not send the status, and the client would wait for ever.
    if (refused !== undefined) call.emit('error', refused);
    else if (wanted.stream !== null && this.#log.deleted(wanted.stream)) {
      call.emit('error', streamDeleted(wanted.stream));
    } else if (wanted.count === undefined) this.#subscribe(call, wanted);
    else this.#history(call, wanted, wanted.count);
  }

  #history(call: Reading, wanted: Wanted, count: number): void {
    const { stream } = wanted;
    if (stream !== null && this.#log.stream(stream).length === 0) {
      call.write(streamNotFound(stream));
    } else {
      for (const event of this.#chosen(wanted).slice(0, count)) call.write(eventMessage(event));
    }
    call.end();
  }

  /** Inclusive, but for `$all` backwards. */
  #chosen({ stream, backwards, from }: Wanted): readonly Written[] {
    const events = stream === null ? this.#log.all : this.#log.stream(stream);
    const placeOf = (event: Written): number => (stream === null ? event.position : event.revision);
    if (!backwards) {
      if (from === 'end') return [];
      return from === 'start' ? events : events.filter((event) => placeOf(event) >= from);
    }
    if (from === 'start') return [];
    const until = from === 'end' ? events : events.filter((event) => placeOf(event) <= from);
    return until.toReversed();
  }

  /** Confirmation, history after the place given, caught up, and then what comes. */
  #subscribe(call: Reading, { stream, from }: Wanted): void {
    call.write(confirmation(randomUUID()));
    const events = (): readonly Written[] =>
      stream === null ? this.#log.all : this.#log.stream(stream);
    const placeOf = (event: Written): number => (stream === null ? event.position : event.revision);
    let sent = from === 'end' ? events().length : 0;
    const deliver = (): void => {
      for (const event of events().slice(sent)) {
        if (typeof from !== 'number' || placeOf(event) > from) call.write(eventMessage(event));
      }
      sent = events().length;
    };
    deliver();
    call.write(caughtUp());
    const silence = this.#log.onWritten(deliver);
    call.on('cancelled', silence);
    call.on('close', silence);
  }

  #refusal(metadata: Metadata, writes: boolean): ServiceError | undefined {
    const { users, leader } = this.#options;
    const port = leader?.();
    if (port !== undefined && port !== this.#port && metadata.get('requires-leader').length > 0) {
      return failure(status.NOT_FOUND, 'Leader info available', {
        exception: 'not-leader',
        'leader-endpoint-host': '127.0.0.1',
        'leader-endpoint-port': String(port),
      });
    }
    if (users === undefined) return undefined;
    const given = String(metadata.get('authorization')[0] ?? '').replace(/^Basic /, '');
    const [name = '', password] = Buffer.from(given, 'base64').toString('utf8').split(':');
    const [reader, writer] = [users[`${name}:r`], users[name]];
    if (password === undefined || password !== (writer ?? reader)) {
      return failure(status.UNAUTHENTICATED, 'Unauthenticated');
    }
    if (!writes || writer !== undefined) return undefined;
    return failure(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });
  }

  #fault(method: Method): Fault | undefined {
    const fault = this.faults.next(method);
    if (fault === 'die') process.kill(process.pid, 'SIGKILL');
    return fault;
  }

  #gossip(): ClusterInfo {
    const members = this.#options.members?.() ?? [{ port: this.#port, leader: true, alive: true }];
    const info = new ClusterInfo();
    info.setMembersList(
      members.map(({ port, leader, alive }) => {
        const { LEADER, FOLLOWER } = MemberInfo.VNodeState;
        const member = new MemberInfo();
        member.setInstanceId(new UUID().setString(randomUUID()));
        member.setTimeStamp('0');
        member.setState(leader ? LEADER : FOLLOWER);
        member.setIsAlive(alive);
        return member.setHttpEndPoint(new EndPoint().setAddress('127.0.0.1').setPort(port));
      }),
    );
    return info;
  }
}

const ERRORS: Partial<Record<Fault, () => ServiceError>> = {
  unavailable: () => failure(status.UNAVAILABLE, 'Server Is Not Ready'),
  internal: () => failure(status.INTERNAL, 'something broke'),
  cancelled: () => failure(status.CANCELLED, 'cancelled by the server'),
  timeout: () => failure(status.ABORTED, 'Operation timed out: Prepare phase timed out.'),
  'too-slow': () =>
    failure(
      status.ABORTED,
      'Operation timed out: Consumer too slow to handle event while live. Client resubscription required.',
    ),
};
