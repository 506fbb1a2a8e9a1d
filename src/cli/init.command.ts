import { randomUUID } from 'node:crypto';
import { agencyIdOf } from '../agencies/agency-id.js';
import { EstablishAgencyCommand } from '../agencies/establish-agency.handler.js';
import { shortText } from './texts.js';
import type { Output } from './output.js';
import type { Session } from './session.js';

/** `gongkai init --name NAME`. */
export async function establishAgency(
  session: Session,
  output: Output,
  {
    name,
    shortName = name,
    government,
  }: Readonly<{
    name: string;
    shortName?: string;
    government: boolean;
  }>,
): Promise<void> {
  shortText('--name', name);
  shortText('--short-name', shortName);
  const agencyId = agencyIdOf(name);
  const level = government ? 'government' : 'department';
  const data = { agencyId, name, shortName, level } as const;
  const command = { type: 'EstablishAgency', data, today: session.clock.today() } as const;
  const meta = { commandId: randomUUID(), actor: session.actor };
  await session.commands.execute(new EstablishAgencyCommand(command, meta));
  output.answer(
    { agencyId, name },
    `已建账：${name}（编号 ${agencyId}），数据在 ${session.dataDir}。`,
  );
}
