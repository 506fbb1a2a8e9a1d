import { Module } from '@nestjs/common';
import { CancelLetterHandler } from './cancel-letter.handler.js';
import { IssueLetterHandler } from './issue-letter.handler.js';
import { ListLettersHandler } from './letter.queries.js';
import { PreviewLetterHandler } from './preview-letter.handler.js';
import { ReprintLetterHandler } from './reprint-letter.handler.js';

/** 文书. */
@Module({
  providers: [
    CancelLetterHandler,
    IssueLetterHandler,
    ListLettersHandler,
    PreviewLetterHandler,
    ReprintLetterHandler,
  ],
})
export class LettersModule {}
