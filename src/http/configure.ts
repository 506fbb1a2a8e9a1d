import { ValidationPipe } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { CSV_BYTES_MAX } from '../csv/csv-file.js';
import { ATTACHMENT_BYTES_MAX } from '../requests/domain/attachment.rules.js';
import { noDeepBody } from './body-depth.js';
import { BYTES_TYPE, CSV_TYPE, WORKBOOK_TYPE } from './content-type.guard.js';
import { describe } from './describe.js';
import { noForeignWrites, onlyThisMachine } from './origin.js';
import { BadInput, ProblemFilter } from './problem.filter.js';

/** A report's text at its longest, in UTF-8. */
const JSON_MAX = '2mb';

/** Answers hold what only the one who asked may see: no browser and nothing between keeps them. */
function neverKept(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  next();
}

/**
 * What every way of starting the server shares: limits, headers, validation, problems, the
 * description at /api.
 */
export function configureHttp(app: NestExpressApplication): void {
  app.disable('x-powered-by');
  app.use(helmet());
  app.use('/v1', neverKept);
  // Who may ask at all is settled before a byte of what they sent is read.
  app.use(onlyThisMachine, noForeignWrites);
  app.useBodyParser('json', { limit: JSON_MAX, strict: true });
  app.use(noDeepBody);
  app.useBodyParser('raw', { type: [CSV_TYPE, WORKBOOK_TYPE], limit: CSV_BYTES_MAX });
  app.useBodyParser('raw', { type: BYTES_TYPE, limit: ATTACHMENT_BYTES_MAX });
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

  SwaggerModule.setup('api', app, describe(app));
}
