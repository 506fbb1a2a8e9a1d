import type { CookieOptions, Request, Response } from 'express';

/** The session's reference token. It ends with the browser, or earlier on the server. */
const SESSION = 'gongkai';

/** What tells a browser that signed in before from a stranger's. */
const DEVICE = 'gongkai-device';

const DEVICE_MS = 365 * 24 * 3_600_000;

/** Scripts do not see it, and no other site makes a browser send it. */
const SHUT = { httpOnly: true, sameSite: 'strict', path: '/' } as const satisfies CookieOptions;

/** Where TLS ends before us, the cookie is sent over TLS alone and carries the name that says so. */
const nameFor = (name: string, { secure }: Request): string => (secure ? `__Host-${name}` : name);

export function sessionToken(request: Request): string | undefined {
  return cookieOf(request, nameFor(SESSION, request));
}

export function deviceToken(request: Request): string | undefined {
  return cookieOf(request, nameFor(DEVICE, request));
}

export function giveCookies(
  request: Request,
  response: Response,
  { token, device }: Readonly<{ token: string; device: string }>,
): void {
  const shut = { ...SHUT, secure: request.secure };
  response.cookie(nameFor(SESSION, request), token, shut);
  response.cookie(nameFor(DEVICE, request), device, { ...shut, maxAge: DEVICE_MS });
}

export function takeSessionCookie(request: Request, response: Response): void {
  response.clearCookie(nameFor(SESSION, request), { ...SHUT, secure: request.secure });
}

/** Our tokens are base64url, so nothing has to be unescaped. The first of a name counts. */
function cookieOf({ headers }: Request, name: string): string | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  return found !== undefined && /^[\w-]{43}$/.test(found) ? found : undefined;
}
