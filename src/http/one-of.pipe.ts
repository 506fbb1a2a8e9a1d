import { NotFoundException, type PipeTransform } from '@nestjs/common';

/** Lets through one of a few path segments; anything else is not a page. */
export class OneOfPipe implements PipeTransform<string, string> {
  constructor(private readonly choices: readonly string[]) {}

  transform(segment: string): string {
    if (this.choices.includes(segment)) return segment;
    throw new NotFoundException(`没有“${segment}”，应为：${this.choices.join('、')}`);
  }
}
