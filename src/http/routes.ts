import { applyDecorators, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { Recorded } from './dispatcher.js';
import { ExistingAgency } from './existing-agency.pipe.js';

/** A class of `dto/answer.dto.ts`. */
type Answer = new () => object;

/** A route that begins something: registers, files, issues. Answers 201 with where the fact stands. */
export function Begins(path: string, summary: string, type: Answer = Recorded): MethodDecorator {
  return records(path, summary, { status: 201, type });
}

/** A route that adds to what is there: decides, serves, corrects. Answers 200 likewise. */
export function Continues(path: string, summary: string, type: Answer = Recorded): MethodDecorator {
  return records(path, summary, { status: 200, type });
}

/** A route that only reads. Answers 200 with one of `type`, or with a list of it. */
export function Reads(path: string, summary: string, type: Answer | [Answer]): MethodDecorator {
  return applyDecorators(Get(path), ApiOperation({ summary }), ApiOkResponse({ type }));
}

/** The agency of the path, which the ledger must know. */
export const AgencyId = (): ParameterDecorator => Param('agencyId', ExistingAgency);

/** What a client sends along to be able to send the same again. */
export const IdempotencyKey = (): ParameterDecorator => Headers('idempotency-key');

function records(
  path: string,
  summary: string,
  { status, type }: Readonly<{ status: 200 | 201; type: Answer }>,
): MethodDecorator {
  return applyDecorators(
    Post(path),
    HttpCode(status),
    ApiOperation({ summary }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: '重发同一请求时用同一个值',
    }),
    ApiResponse({ status, type }),
  );
}
