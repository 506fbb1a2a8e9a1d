import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { CalendarAndMail } from '../../src/remind/outlets.js';
import { deadlineBoard, type DeadlineBoard } from '../../src/requests/domain/deadline-board.js';
import { mondayToFriday } from '../support/calendar.js';
import * as procedure from '../support/builders/procedure.js';
import { registerRequest } from '../support/builders/requests.js';

const { facts } = procedure.taking([registerRequest(), procedure.assign()]);
const board = (today: '2025-03-10' | '2025-04-01'): DeadlineBoard =>
  deadlineBoard([facts], mondayToFriday, { today, within: 5 });

/** A mail server of its own on 127.0.0.1 that keeps what it was sent. */
async function mailServer(secret: string) {
  const sent: { from: string; to: string[]; text: string }[] = [];
  const server = new SMTPServer({
    authOptional: false,
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    onAuth: ({ username, password }, _session, done) => {
      if (password === secret) done(null, { user: username });
      else done(new Error('Invalid username or password'));
    },
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        sent.push({ from, to, text: Buffer.concat(parts).toString() });
        done();
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  return { sent, port, close: () => new Promise<void>((done) => server.close(() => done())) };
}

/** The text of a message of one part. */
function bodyOf(message: string): string {
  const [head = '', ...body] = message.split('\r\n\r\n');
  const encoding = /content-transfer-encoding: (\S+)/i.exec(head)?.[1];
  const text = body.join('\r\n\r\n');
  if (encoding === 'base64') return Buffer.from(text, 'base64').toString();
  const bytes = text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, '%$1');
  return decodeURIComponent(bytes);
}

describe('reminders by mail', () => {
  it('are sent through the server of the settings, to everybody named', async () => {
    const server = await mailServer('s3cret');
    const url = `smtp://clerk:s3cret@127.0.0.1:${String(server.port)}`;
    const outlets = new CalendarAndMail({ url, from: 'ledger@example.gov.cn' });
    const to = ['a@example.gov.cn', 'b@example.gov.cn'];
    await expect(outlets.mail('某市甲局', board('2025-04-01'), to)).resolves.toMatchObject([
      { number: '2025-0042', list: 'overdue' },
    ]);
    await server.close();
    expect(server.sent).toMatchObject([{ from: 'ledger@example.gov.cn', to }]);
    const text = bodyOf(server.sent[0]!.text);
    expect(text).toContain('【逾期未办】');
    expect(text).toContain('2025-0042（李科员），期限 2025-03-31，已逾期 1 个工作日');
    expect(text).not.toContain('张三');
  });

  it('are not sent when nothing is urgent, server or not', async () => {
    const outlets = new CalendarAndMail({ url: undefined, from: undefined });
    await expect(outlets.mail('某市甲局', board('2025-03-10'), ['a@b.cn'])).resolves.toEqual([]);
  });

  it.each([
    ['no server is named', async () => Promise.resolve(undefined), /GONGKAI_SMTP_URL/],
    [
      'the password is wrong',
      async (port: number) => Promise.resolve(`smtp://c:no@127.0.0.1:${String(port)}`),
      /用户和密码/,
    ],
    [
      'nobody listens',
      async () => `smtp://127.0.0.1:${String(await freePort())}`,
      /没有发出：.*ECONNREFUSED/,
    ],
  ])('fail with a sentence when %s', async (_, urlOf, words) => {
    const server = await mailServer('s3cret');
    const outlets = new CalendarAndMail({
      url: await urlOf(server.port),
      from: 'l@example.gov.cn',
    });
    await expect(outlets.mail('某市甲局', board('2025-04-01'), ['a@b.cn'])).rejects.toThrow(words);
    await server.close();
    expect(server.sent).toEqual([]);
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((done) => server.close(() => done()));
  return port;
}

describe('reminders as a calendar', () => {
  const unfolded = (text: string): string => text.replace(/\r\n[ \t]/g, '');
  const feed = async (of: DeadlineBoard): Promise<string> =>
    unfolded(await new CalendarAndMail({ url: undefined, from: undefined }).calendar('甲局', of));

  it('are all-day events with an alarm, and name no person', async () => {
    const text = await feed(board('2025-03-10'));
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\n/);
    expect(text).toContain('DTSTART;VALUE=DATE:20250331');
    expect(text).toContain('SUMMARY:答复期限届满：登记编号 2025-0042');
    expect(text).toContain('BEGIN:VALARM');
    expect(text).not.toContain('张三');
    expect(text).not.toContain('李科员');
  });

  it('keep the id of an event when its day moves, and differ in nothing else unsaid', async () => {
    const { facts: later } = procedure.taking([
      registerRequest(),
      procedure.assign(),
      procedure.extend(5),
    ]);
    const today = '2025-03-24';
    const moved = deadlineBoard([later], mondayToFriday, { today, within: 5 });
    const [before, after] = [await feed(board('2025-03-10')), await feed(moved)];
    const id = /UID:(.*)/.exec(before)?.[1];
    expect(id).toBe('2025-0042-reply-0@gongkai-ledger');
    expect(after).toContain(`UID:${String(id)}`);
    expect(after).toContain('DTSTART;VALUE=DATE:20250407');
    expect(await feed(moved)).toBe(after);
  });
});
