import { Controller, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  feeByItems,
  feeByPages,
  type ProcessingFee,
} from '../requests/domain/processing-fee.rules.js';
import { Allow } from './allow.js';
import { FeeAnswer, FeeQuery } from './dto/fee.dto.js';
import { BadInput } from './problem.filter.js';
import { Reads } from './routes.js';

/** 信息处理费. */
@ApiTags('requests 依申请公开')
@Controller('v1/fees')
export class FeesController {
  @Allow('calendar.read')
  @Reads('', '信息处理费：按件（同一申请人一个自然月）或者按页（一件申请），二者选一', FeeAnswer)
  fee(@Query() { items, pages }: FeeQuery): ProcessingFee {
    if (items !== undefined && pages === undefined) return feeByItems(items);
    if (pages !== undefined && items === undefined) return feeByPages(pages);
    throw new BadInput([{ path: 'items', reason: '请写 items 或者 pages，只写一个' }]);
  }
}
