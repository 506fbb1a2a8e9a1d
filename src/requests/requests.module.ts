import { Module } from '@nestjs/common';
import { CorrectEntryHandler } from './correct-entry.handler.js';
import { DecideRequestHandler } from './decide-request.handler.js';
import { ImportRequestsHandler } from './import-requests.handler.js';
import { RegisterRequestHandler } from './register-request.handler.js';
import { GetRequestHandler, ListRequestsHandler } from './request.queries.js';
import { ServeReplyHandler } from './serve-reply.handler.js';
import { WithdrawRequestHandler } from './withdraw-request.handler.js';
import { VoidEntryHandler } from './void-entry.handler.js';

/** 依申请公开. */
@Module({
  providers: [
    CorrectEntryHandler,
    DecideRequestHandler,
    ImportRequestsHandler,
    RegisterRequestHandler,
    ServeReplyHandler,
    VoidEntryHandler,
    WithdrawRequestHandler,
    GetRequestHandler,
    ListRequestsHandler,
  ],
})
export class RequestsModule {}
