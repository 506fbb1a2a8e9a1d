import { Module } from '@nestjs/common';
import { ConcludeAppealHandler } from './conclude-appeal.handler.js';
import { FileAppealHandler } from './file-appeal.handler.js';
import { ImportAppealsHandler } from './import-appeals.handler.js';

/** 行政复议、行政诉讼. */
@Module({
  providers: [ConcludeAppealHandler, FileAppealHandler, ImportAppealsHandler],
})
export class AppealsModule {}
