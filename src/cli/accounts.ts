import type { Command } from 'commander';
import { ChangeAccountCommand } from '../access/change-account.handler.js';
import { NOT_OPENED } from '../access/domain/account.decider.js';
import { spokenToken } from '../access/reference-token.js';
import { CommandRefused } from '../ledger/command-refused.js';
import { ROLE_LABELS } from '../words/roles.zh-CN.js';
import type { Output } from './output.js';
import { send, type Session } from './session.js';
import type { Within } from './within.js';

/** What is done to accounts at the machine itself, where nobody has to sign in. */
export function addAccounts(program: Command, within: Within): void {
  const accounts = program
    .command('accounts')
    .description('账户：谁可以登录，各有什么角色')
    .action(() => within('read', listAccounts));
  accounts
    .command('reset')
    .description('忘记密码、丢了手机：代设一个密码，解除动态口令，各处的登录立即退出；请先停下服务')
    .argument('<登录名>')
    .action((loginName: string) =>
      within('write', (session, output) => resetAccount(session, output, loginName)),
    );
}

async function listAccounts({ accounts }: Session, output: Output): Promise<void> {
  const found = await accounts.all();
  const lines = found.map(({ names, roles, disabled, secondFactor }) => {
    const { name, loginName } = names ?? { name: '（姓名打不开）', loginName: '' };
    const held =
      roles.length === 0 ? '没有角色' : roles.map((role) => ROLE_LABELS[role]).join('、');
    const more = [...(disabled ? ['已停用'] : []), ...(secondFactor ? ['动态口令'] : [])];
    return [loginName, name, held, ...more].join('  ');
  });
  output.answer(found, lines.length === 0 ? '还没有账户，首次启用时开通。' : lines);
}

async function resetAccount(session: Session, output: Output, typed: string): Promise<void> {
  const { accounts, passwords, secondFactor } = session;
  const account = await accounts.named(typed);
  if (account === null) throw new CommandRefused(NOT_OPENED);
  const { accountId, agencyId } = account;
  const data = { accountId, agencyId };
  await send(session, ChangeAccountCommand, { type: 'ResetPassword', data });
  if (account.secondFactor) {
    await send(session, ChangeAccountCommand, { type: 'RemoveSecondFactor', data });
    await secondFactor.forget(accountId);
  }
  const password = spokenToken();
  await passwords.set(accountId, password, true);
  output.answer({ accountId, password }, [
    `代设的密码：${password}`,
    '只显示这一次；第一次登录须修改。',
  ]);
}
