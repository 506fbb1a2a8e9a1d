import { Module } from '@nestjs/common';
import { CorrectAppealHandler } from './correct-appeal.handler.js';
import { ConcludeAppealHandler } from './conclude-appeal.handler.js';
import { FileAppealHandler } from './file-appeal.handler.js';
import { ImportAppealsHandler } from './import-appeals.handler.js';
import { VoidAppealHandler } from './void-appeal.handler.js';

/** 行政复议、行政诉讼. */
@Module({
  providers: [
    ConcludeAppealHandler,
    CorrectAppealHandler,
    FileAppealHandler,
    ImportAppealsHandler,
    VoidAppealHandler,
  ],
})
export class AppealsModule {}
