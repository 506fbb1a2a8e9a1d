import { ForbiddenException } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';

/**
 * The server speaks to this machine only; TLS for others ends in front of it. A page on another site can
 * reach 127.0.0.1 through a name of its own (DNS rebinding), but then it brings that name along.
 */
export function onlyThisMachine(request: Request, _response: Response, next: NextFunction): void {
  const here = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(request.headers.host ?? '');
  next(here ? undefined : new ForbiddenException('只接受本机访问'));
}

/**
 * A page of another site may not read our answers, but a browser would send its form all the same
 * (CSRF). It says where the page came from: Origin with every write, Sec-Fetch-Site in newer ones.
 * Programs that are no browser send neither.
 */
export function noForeignWrites(request: Request, _response: Response, next: NextFunction): void {
  const { method, headers } = request;
  const { host = '', origin } = headers;
  const site = headers['sec-fetch-site'];
  const reads = ['GET', 'HEAD', 'OPTIONS'].includes(method);
  const ownOrigin = origin === undefined || origin === `http://${host}`;
  const ownSite = site === undefined || site === 'same-origin' || site === 'none';
  next(
    reads || (ownOrigin && ownSite) ? undefined : new ForbiddenException('不接受其他网站的提交'),
  );
}
