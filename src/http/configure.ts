import { ValidationPipe } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { CSV_BYTES_MAX } from '../csv/csv-file.js';
import { BadInput, ProblemFilter } from './problem.filter.js';

/** A report's text at its longest, in UTF-8. */
const JSON_MAX = '2mb';

/**
 * What every way of starting the server shares: limits, headers, validation, problems, the
 * description at /api.
 */
export function configureHttp(app: NestExpressApplication): void {
  app.useBodyParser('json', { limit: JSON_MAX, strict: true });
  app.useBodyParser('raw', { type: 'text/csv', limit: CSV_BYTES_MAX });
  app.disable('x-powered-by');
  app.use(onlyThisMachine);
  app.use(helmet());
  app.useGlobalPipes(
    new ValidationPipe({
      transform: true,
      whitelist: true,
      stopAtFirstError: true,
      forbidNonWhitelisted: true,
      exceptionFactory: (errors) => BadInput.from(errors),
    }),
  );
  app.useGlobalFilters(new ProblemFilter());

  const description = new DocumentBuilder()
    .setTitle('公开台账 gongkai-ledger')
    .setDescription('政府信息公开台账：登记事实，汇编年度报告。只在本机提供服务。')
    .setVersion('1')
    .build();
  SwaggerModule.setup('api', app, SwaggerModule.createDocument(app, description));
}

/**
 * There are no accounts yet, so the server speaks to this machine only. A page on another site can
 * reach 127.0.0.1 through a name of its own (DNS rebinding), but then it brings that name along.
 */
function onlyThisMachine(request: Request, response: Response, next: NextFunction): void {
  if (/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(request.headers.host ?? '')) {
    next();
    return;
  }
  response.status(403).type('text/plain').send('只接受本机访问');
}
