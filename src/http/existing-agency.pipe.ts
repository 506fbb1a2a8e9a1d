import { Inject, Injectable, type PipeTransform } from '@nestjs/common';
import { CommandRefused } from '../ledger/command-refused.js';
import { ReadModels } from '../read-models/read-models.js';

/**
 * Lets through the id of an agency that the ledger knows, so that no fact is logged for a misspelt
 * one.
 */
@Injectable()
export class ExistingAgency implements PipeTransform<string, Promise<string>> {
  constructor(@Inject(ReadModels) private readonly models: ReadModels) {}

  async transform(agencyId: string): Promise<string> {
    const agencies = await this.models.agencies();
    if (agencies.some((agency) => agency.agencyId === agencyId)) return agencyId;
    throw new CommandRefused({
      refused: 'agency/not-established',
      basis: '台账规则：一个机关一本台账，事实只增不改',
    });
  }
}
