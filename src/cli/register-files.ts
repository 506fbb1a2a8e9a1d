import { ImportAppealsCommand } from '../appeals/import-appeals.handler.js';
import { ImportCountsCommand } from '../publications/import-counts.handler.js';
import { ImportDocumentsCommand } from '../publications/import-documents.handler.js';
import { ImportRequestsCommand } from '../requests/import-requests.handler.js';

/** The registers that `import` takes, by the word on the command line. */
export const REGISTERS = {
  requests: { title: '依申请公开台账', command: ImportRequestsCommand },
  appeals: { title: '复议诉讼台账', command: ImportAppealsCommand },
  publications: { title: '规章和行政规范性文件台账', command: ImportDocumentsCommand },
  counts: { title: '月度数量', command: ImportCountsCommand },
} as const;

export type Register = keyof typeof REGISTERS;

export function isRegister(word: string): word is Register {
  return Object.hasOwn(REGISTERS, word);
}
