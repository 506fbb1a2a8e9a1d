import { randomUUID } from 'node:crypto';
import { AdoptCountingRulesCommand } from '../agencies/adopt-counting-rules.handler.js';
import type { Output } from './output.js';
import { agencyMeant, type Session } from './session.js';

/** `gongkai rules`: adopts what is named and shows what then holds. */
export async function countingRules(
  session: Session,
  output: Output,
  {
    feeDecimals,
    agency,
  }: Readonly<{ feeDecimals: number | undefined; agency: string | undefined }>,
): Promise<void> {
  const { agencyId, name } = await agencyMeant(session, agency);
  if (feeDecimals !== undefined) {
    const data = { agencyId, feeDecimals };
    const today = session.clock.today();
    const meta = { commandId: randomUUID(), actor: session.actor };
    const command = { type: 'AdoptCountingRules', data, today } as const;
    await session.commands.execute(new AdoptCountingRulesCommand(command, meta));
  }
  const { rules } = await agencyMeant(session, agencyId);
  const words = `${name} 统计口径：行政事业性收费（万元）保留 ${String(rules.feeDecimals)} 位小数。`;
  output.answer(rules, words);
}
