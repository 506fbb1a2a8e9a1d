import { CommandRefused } from '../ledger/command-refused.js';
import type { AgencyView, ReadModels } from '../read-models/read-models.js';

/** The agency's tables, or the refusal `agency/not-established`. */
export async function agencyView(models: ReadModels, agencyId: string): Promise<AgencyView> {
  const view = await models.agency(agencyId);
  if (view !== undefined) return view;
  throw new CommandRefused({
    refused: 'agency/not-established',
    basis: '台账规则：一个机关一本台账，事实只增不改',
  });
}
