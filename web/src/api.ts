import { useCallback, useEffect, useRef, useState } from 'react';

/** What the server says of a request it did not carry out (RFC 9457), in words for the clerk. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    /** 0 when the server could not be reached at all. */
    readonly status: number,
    readonly code: string,
    readonly title: string,
    /** One sentence: what is wrong and what to do. */
    readonly detail: string,
    readonly basis?: string,
    readonly errors: readonly Readonly<{ path: string; reason: string }>[] = [],
  ) {
    super(detail);
  }
}

type Body = object | Blob | undefined;

/** Asks for something. Throws a {@link Problem}. */
export async function get<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  const response = await reach(path, signal === undefined ? {} : { signal });
  return (await response.json()) as Answer;
}

/**
 * Sends something. Under the same key the same may be sent again after a lost answer, and is done
 * once. Throws a {@link Problem}.
 */
export async function post<Answer>(path: string, body?: Body, key?: string): Promise<Answer> {
  const response = await sent('POST', path, body, key);
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

/** Puts something in the place of what was there. Throws a {@link Problem}. */
async function put(path: string, body: object): Promise<void> {
  await sent('PUT', path, body);
}

export async function del(path: string): Promise<void> {
  await sent('DELETE', path, undefined);
}

/** Sends something that is answered with a file. */
export async function postForFile(path: string, body: object): Promise<Blob> {
  const response = await sent('POST', path, body);
  return response.blob();
}

function sent(method: string, path: string, body: Body, key?: string): Promise<Response> {
  const type = body instanceof Blob ? body.type : 'application/json';
  const content = body instanceof Blob ? body : JSON.stringify(body);
  return reach(path, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': type }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(body instanceof File ? { 'file-name': encodeURIComponent(body.name) } : {}),
    },
    ...(body === undefined ? {} : { body: content }),
  });
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, credentials: 'same-origin' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem(
      0,
      'page/unreachable',
      '连不上服务器',
      '没有收到服务器的回答；请确认程序在运行、网络通畅，然后重试。已填写的内容还在，重试不会重复登记。',
    );
  }
  if (response.ok) return response;
  const problem = await problemOf(response);
  if (problem.code === 'access/not-signed-in') window.dispatchEvent(new Event(LOGGED_OUT));
  throw problem;
}

/** Told to the window when the server no longer knows who this is. */
export const LOGGED_OUT = 'gongkai:logged-out';

async function problemOf(response: Response): Promise<Problem> {
  const said: unknown = await response.json().catch(() => null);
  const { status } = response;
  if (said === null || typeof said !== 'object' || !('detail' in said)) {
    const detail = '服务器没有说明原因；请稍后重试，仍不行时把发生的时间告诉管理员。';
    return new Problem(status, 'page/unreadable', `没有办成（${String(status)}）`, detail);
  }
  const { code, title, detail, basis, errors } = said as Problem;
  return new Problem(status, code, title, detail, basis, errors);
}

/** What an answer to a question looks like while it is awaited, and after. */
export type Asked<Answer> = Readonly<{
  answer: Answer | undefined;
  problem: Problem | undefined;
  asking: boolean;
  again: () => void;
}>;

/**
 * Asks whenever the path changes; null asks nothing. The last answer stays on the screen until the
 * next has come.
 */
export function useAsked<Answer>(path: string | null): Asked<Answer> {
  const [state, setState] = useState<{ answer?: Answer; problem?: Problem; of: string | null }>({
    of: null,
  });
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (path === null) return;
    const leaving = new AbortController();
    get<Answer>(path, leaving.signal).then(
      (answer) => setState({ answer, of: path }),
      (error: unknown) => {
        if (!leaving.signal.aborted) setState({ problem: asProblem(error), of: path });
      },
    );
    return () => leaving.abort();
  }, [path, round]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  const { answer, problem, of } = state;
  return { answer, problem, asking: path !== null && of !== path, again };
}

/** Something that is sent on a click, at most once at a time, under one key until it succeeds. */
export type Sending<Answer> = Readonly<{
  /** Undefined when it failed; the problem is then in `problem`. */
  send: (path: string, body?: Body) => Promise<Answer | undefined>;
  sending: boolean;
  problem: Problem | undefined;
  clear: () => void;
}>;

export function useSending<Answer = unknown>(): Sending<Answer> {
  const key = useRef(newKey());
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const send = useCallback(async (path: string, body: Body = {}) => {
    setSending(true);
    setProblem(undefined);
    try {
      const answer = await post<Answer>(path, body, key.current);
      key.current = newKey();
      return answer;
    } catch (error) {
      setProblem(asProblem(error));
      return undefined;
    } finally {
      setSending(false);
    }
  }, []);
  const clear = useCallback(() => setProblem(undefined), []);
  return { send, sending, problem, clear };
}

/** The same for what is put in the place of something: to put it twice is to put it once. */
export function usePutting() {
  const [putting, setPutting] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const putIt = useCallback(async (path: string, body: object): Promise<boolean> => {
    setPutting(true);
    setProblem(undefined);
    try {
      await put(path, body);
      return true;
    } catch (error) {
      setProblem(asProblem(error));
      return false;
    } finally {
      setPutting(false);
    }
  }, []);
  return { put: putIt, putting, problem };
}

/** A fault of the page itself is told as well, never swallowed. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem(
    0,
    'page/fault',
    '页面出错',
    `请刷新后重试；仍不行时告诉管理员：${String(error)}`,
  );
}

/** `crypto.randomUUID` is missing where the page is served over plain http to another machine. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
