import { createTransport } from 'nodemailer';
import { MailFailed } from '../requests/reminder-outlets.js';
import type { BoardList, BoardRow, DeadlineBoard } from '../requests/domain/deadline-board.js';
import { boardWords } from '../words/deadlines.zh-CN.js';

/** What the environment says of the mail server. */
export type MailSettings = Readonly<{
  /** `smtps://user:password@host:465` or `smtp://host:25`; a password in it is percent-encoded. */
  url: string | undefined;
  from: string | undefined;
}>;

const TIMEOUT_MS = 20_000;

/** What a mail is about; the rest is on the board. */
const URGENT: readonly BoardList[] = ['overdue', 'due-soon'];

/** Sends what is overdue and due soon. Nothing in it says who asked. */
export async function mailReminders(
  { url, from }: MailSettings,
  agency: string,
  board: DeadlineBoard,
  to: readonly string[],
): Promise<readonly BoardRow[]> {
  const rows = board.rows.filter(({ list }) => URGENT.includes(list));
  if (rows.length === 0) return rows;
  if (url === undefined || from === undefined) {
    throw new MailFailed(
      '没有写明邮件服务器，提醒没有发出。请设置 GONGKAI_SMTP_URL（如 smtps://用户:密码@主机:465）' +
        '和 GONGKAI_MAIL_FROM（发件地址）。',
    );
  }
  const transport = createTransport(url, {
    from,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
  const { overdue, 'due-soon': dueSoon } = board.total;
  const text = boardWords(agency, board, URGENT).join('\n');
  try {
    await transport.sendMail({
      to: [...to],
      subject: `${agency}：逾期未办 ${String(overdue)} 件，即将逾期 ${String(dueSoon)} 件`,
      text: `${text}\n`,
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new MailFailed(`提醒没有发出：${why}。请检查邮件服务器的地址、用户和密码，再发一次。`, {
      cause: error,
    });
  } finally {
    transport.close();
  }
  return rows;
}
