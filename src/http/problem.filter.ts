import {
  Catch,
  HttpException,
  Logger,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import type { Request, Response } from 'express';
import { PrintFailed } from '../annual-reports/report-printer.js';
import { UnreadableCsv } from '../csv/csv-file.js';
import { BrokenInvariant } from '../kernel/decider.js';
import { CommandRefused } from '../ledger/command-refused.js';
import {
  CommandIdReused,
  InvalidEvent,
  LedgerContradictsWitness,
  LedgerCorrupt,
  LedgerFull,
  LedgerLocked,
  LedgerStopped,
  LedgerUnreachable,
  VersionConflict,
} from '../ledger/ledger.js';
import { KeysRefused } from '../ledger/vault/keys-refused.js';
import { Unscrubbed } from '../ledger/vault/scrub.js';
import { keysWords, UNSCRUBBED } from '../words/keys.zh-CN.js';
import { refusalWords, type RefusalCode } from '../words/refusals.zh-CN.js';
import { witnessWords } from '../words/witness.zh-CN.js';
import type { FieldFault, Problem } from './problem.js';
import { REFUSAL_STATUS } from './refusal-status.js';

/** A body, a parameter or a query of the wrong shape: 400 with the path of every fault. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
  constructor(readonly faults: readonly FieldFault[]) {
    super(faults.map(({ path, reason }) => `${path}: ${reason}`).join('; '));
  }

  static from(errors: readonly ValidationError[]): BadInput {
    return new BadInput(errors.flatMap((error) => faultsOf(error, '')));
  }
}

function faultsOf(error: ValidationError, within: string): readonly FieldFault[] {
  const path = within + error.property;
  const own = Object.entries(error.constraints ?? {}).map(([check, reason]) => ({
    path,
    reason: check === 'whitelistValidation' ? '没有这一项，请核对名称' : reason,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, `${path}.`))];
}

type Told = Omit<Problem, 'type' | 'instance'>;

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const request = host.switchToHttp().getRequest<Request>();
    const { status, ...problem } = problemOf(error, request.method === 'GET');
    // The client is told nothing of the inside; the operator is.
    if (status >= 500) this.logger.error(error instanceof Error ? error.stack : String(error));
    if (response.headersSent) {
      response.end();
      return;
    }
    const wait = waitAfter(error, status);
    if (wait !== null) response.setHeader('Retry-After', String(wait));
    response
      .status(status)
      .type('application/problem+json')
      .send(
        JSON.stringify({
          type: `urn:gongkai-ledger:problem:${problem.code}`,
          status,
          ...problem,
          instance: request.path,
        } satisfies Problem),
      );
  }
}

/** Seconds after which the same may be tried again; null where that would change nothing. */
function waitAfter(error: unknown, status: number): number | null {
  if (error instanceof CommandRefused && status === 429) {
    return Number(error.refusal.facts?.['retryAfter'] ?? 30);
  }
  return status === 503 ? 30 : null;
}

/** `reading`: the request asked for something and had nothing taken in. */
function problemOf(error: unknown, reading: boolean): Told {
  if (error instanceof CommandRefused) {
    const { refusal } = error;
    const status = REFUSAL_STATUS[refusal.refused as RefusalCode];
    const detail = refusalWords(refusal);
    return { status, code: refusal.refused, title: '不予受理', detail, basis: refusal.basis };
  }
  if (error instanceof BadInput) {
    const detail = error.faults.map(({ path, reason }) => `${path}：${reason}`).join('；');
    return { status: 400, code: 'input/invalid', title: '填写有误', detail, errors: error.faults };
  }
  if (error instanceof UnreadableCsv) {
    const detail = `第 ${String(error.line)} 行：${error.reason}`;
    return { status: 422, code: 'input/unreadable-csv', title: '文件无法导入', detail };
  }
  if (error instanceof BrokenInvariant) {
    return {
      status: 409,
      code: 'report/unbalanced',
      title: '勾稽关系不成立',
      detail: error.message,
    };
  }
  if (error instanceof PrintFailed) {
    return { status: 503, code: 'print/failed', title: '打印失败', detail: error.message };
  }
  return ledgerProblem(error, reading) ?? frameworkProblem(error);
}

function ledgerProblem(error: unknown, reading: boolean): Told | null {
  if (error instanceof VersionConflict) {
    const detail = '有人同时在登记同一件，请刷新后重试。';
    return { status: 409, code: 'ledger/conflict', title: '同时登记', detail };
  }
  if (error instanceof CommandIdReused) {
    const detail = '同一个 Idempotency-Key 已用于另一件登记，请换一个。';
    return { status: 409, code: 'ledger/key-reused', title: '重复的编号', detail };
  }
  if (error instanceof InvalidEvent) {
    const detail = '内容过长，或者含有无法保存的字符，请缩短或者改写后再提交。';
    return { status: 422, code: 'ledger/invalid-event', title: '无法保存', detail };
  }
  if (error instanceof LedgerFull) {
    const detail =
      '磁盘已满，没有登记完：已经写入的留在台账里；腾出空间后原样重试，已登记的不会重复，查阅不受影响。';
    return { status: 507, code: 'ledger/full', title: '磁盘已满', detail };
  }
  if (error instanceof LedgerContradictsWitness) {
    const detail = witnessWords(error.fault, error.sizes);
    const code = `ledger/witness-${error.fault}`;
    return { status: 503, code, title: '台账与高水位标记不符', detail };
  }
  if (error instanceof LedgerUnreachable) {
    const detail = reading
      ? '台账数据库没有应答，没有读到；请稍后重试。'
      : '台账数据库没有应答，是否已经登记还不知道；请稍后原样重试，已登记的不会重复。';
    return { status: 503, code: 'ledger/unreachable', title: '台账没有应答', detail };
  }
  if (error instanceof KeysRefused) {
    const detail = keysWords(error);
    return { status: 503, code: `keys/${error.fault}`, title: '密钥不能用', detail };
  }
  if (error instanceof Unscrubbed) {
    const title = '已经办成，尚待清除';
    return { status: 503, code: 'keys/unscrubbed', title, detail: UNSCRUBBED };
  }
  if (isStopped(error)) {
    const detail = reading
      ? '台账已停止，没有读到；请管理员检查磁盘和日志后重新启动。'
      : '台账已停止写入，是否已经登记还不知道；请管理员检查磁盘和日志后重新启动，再原样重试，已登记的不会重复。';
    return { status: 503, code: 'ledger/stopped', title: '台账已停止', detail };
  }
  return null;
}

function isStopped(error: unknown): boolean {
  return [LedgerStopped, LedgerCorrupt, LedgerLocked].some((kind) => error instanceof kind);
}

function frameworkProblem(error: unknown): Told {
  const status = error instanceof HttpException ? error.getStatus() : bodyParserStatus(error);
  if (status === 404) {
    const detail =
      error instanceof HttpException && !error.message.startsWith('Cannot ')
        ? error.message
        : '没有这个地址，请核对。';
    return { status, code: 'http/not-found', title: '没有找到', detail };
  }
  if (status === 413) {
    return {
      status,
      code: 'http/too-large',
      title: '内容过大',
      detail: '提交的内容过大，请分开提交。',
    };
  }
  if (status === 403 || status === 415) {
    const code = status === 403 ? 'http/not-from-here' : 'http/unsupported-media-type';
    const detail = error instanceof Error ? `${error.message}。` : '';
    return { status, code, title: '不予接受', detail };
  }
  if (status >= 400 && status < 500) {
    const said = error instanceof HttpException ? error.message : '';
    const detail = /[\u4e00-\u9fff]/.test(said) ? said : '提交的内容无法读取，请核对格式。';
    return { status, code: 'http/bad-request', title: '请求有误', detail };
  }
  const detail = '程序出错，没有登记；请把发生的时间告诉管理员。';
  return { status: 500, code: 'internal', title: '程序出错', detail };
}

/** Express' body parser throws plain errors that carry a status. */
function bodyParserStatus(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? error.status : 500;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
