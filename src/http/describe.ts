import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, getSchemaPath, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { Problem } from './problem.js';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;

/** What may go wrong on every route. */
const ALWAYS = {
  400: '填写有误，errors 列出各项',
  401: '没有登录，或者登录已过期',
  403: '角色不能办理，不是本机，或者是其他网站的提交',
  429: '次数过多，请按 Retry-After 等候',
  500: '程序出错',
  503: '台账已停止，或者打印失败',
} as const;
const NAMING = { 404: '没有这个机关、申请、案件、文件或者数字' } as const;
const WRITING = {
  409: '与台账现有的事实相抵触',
  413: '内容过大',
  415: '提交的不是这个接口要的格式',
  422: '法律、格式或者日历不允许',
  507: '磁盘已满，没有登记完',
} as const;

/** The OpenAPI document. What can go wrong follows from the kind of a route and is added here. */
export function describe(app: INestApplication): OpenAPIObject {
  const title = new DocumentBuilder()
    .setTitle('公开台账 gongkai-ledger')
    .setDescription('政府信息公开台账：登记事实，汇编年度报告。只在本机提供服务。')
    .setVersion('1')
    .build();
  const document = SwaggerModule.createDocument(app, title, { extraModels: [Problem] });
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of ['get', 'put', 'post', 'delete'] as const) {
      const operation = item[method];
      if (operation !== undefined) addProblems(operation, path, method !== 'get');
    }
  }
  return document;
}

function addProblems(operation: Operation, path: string, writes: boolean): void {
  const causes: Readonly<Record<string, string>> = {
    ...ALWAYS,
    ...(path.includes('{') ? NAMING : {}),
    // A report that does not balance, or of a year that cannot have one, is refused when read too.
    ...(writes || path.includes('/reports/') ? WRITING : {}),
  };
  for (const [status, description] of Object.entries(causes)) {
    operation.responses[status] ??= {
      description,
      content: { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } },
    };
  }
}
