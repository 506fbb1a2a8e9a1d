import {
  applyDecorators,
  Inject,
  Injectable,
  SetMetadata,
  UnsupportedMediaTypeException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiConsumes } from '@nestjs/swagger';
import type { Request } from 'express';

const JSON_TYPE = 'application/json';
export const CSV_TYPE = 'text/csv';
export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const BYTES_TYPE = 'application/octet-stream';

const TAKES = 'takes-content-type';

/** A route that takes something else than JSON. */
export function Takes(
  ...types: readonly (typeof CSV_TYPE | typeof WORKBOOK_TYPE | typeof BYTES_TYPE)[]
): MethodDecorator {
  return applyDecorators(SetMetadata(TAKES, types), ApiConsumes(...types));
}

/**
 * Refuses a body of another kind than the route takes, with 415. The few kinds that a form of
 * another site may send without asking first are among them.
 */
@Injectable()
export class ContentTypeGuard implements CanActivate {
  constructor(@Inject(Reflector) private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const { method, headers } = context.switchToHttp().getRequest<Request>();
    if (method === 'GET' || method === 'HEAD') return true;
    const sent = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
    const hasBody =
      headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
    const takes = this.reflector.get<readonly string[] | undefined>(
      TAKES,
      context.getHandler(),
    ) ?? [JSON_TYPE];
    if (sent === undefined ? !hasBody : takes.includes(sent)) return true;
    throw new UnsupportedMediaTypeException(`请以 Content-Type: ${takes.join(' 或者 ')} 提交`);
  }
}
