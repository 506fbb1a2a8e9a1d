import { BadRequestException } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';

/** Deeper than any body of ours, and shallow enough for whatever walks it by calling itself. */
const DEPTH_MAX = 16;

/** A body of 5,000 brackets is small and well formed, and would use up the stack of its validator. */
export function noDeepBody(request: Request, _response: Response, next: NextFunction): void {
  const deep = isDeeperThan(DEPTH_MAX, request.body);
  next(
    deep ? new BadRequestException(`内容的层次过深，至多 ${String(DEPTH_MAX)} 层。`) : undefined,
  );
}

function isDeeperThan(most: number, body: unknown): boolean {
  let level = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return true;
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null && !Buffer.isBuffer(value)
        ? (Object.values(value) as unknown[])
        : [],
    );
  }
  return false;
}
