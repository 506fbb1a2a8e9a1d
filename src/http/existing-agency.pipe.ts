import { Inject, Injectable, type PipeTransform } from '@nestjs/common';
import { ReadModels } from '../read-models/read-models.js';

/**
 * Lets through the id of an agency that the ledger knows, so that no fact is logged for a misspelt
 * one.
 */
@Injectable()
export class ExistingAgency implements PipeTransform<string, Promise<string>> {
  constructor(@Inject(ReadModels) private readonly models: ReadModels) {}

  async transform(agencyId: string): Promise<string> {
    return (await this.models.established(agencyId)).agencyId;
  }
}
