import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEntry } from '../../src/cli/entry-file.js';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const HEADINGS = ['登记编号', '申请人', '所需信息'];

function read(content: string | Buffer): Promise<Readonly<Record<string, string>>> {
  const file = join(folder, 'entry');
  writeFileSync(file, content);
  return readEntry(file, HEADINGS).then(({ cells }) => cells);
}

describe('an entry in a file', () => {
  it('has a line for each heading, with either colon, and indented lines that go on', async () => {
    const text =
      '登记编号：A-1\r\n\r\n申请人: 张三\n所需信息：第一行：甲\n  第二行：乙\n\t第三行\n';
    expect(await read(text)).toStrictEqual({
      登记编号: 'A-1',
      申请人: '张三',
      所需信息: '第一行：甲\n第二行：乙\n第三行',
    });
  });

  it('may be one JSON object of texts', async () => {
    expect(await read(' {"登记编号":"A-1","申请人":" 张三 "}')).toStrictEqual({
      登记编号: 'A-1',
      申请人: '张三',
    });
  });

  it.each([
    [
      'a heading that is none',
      '登记编号：A-1\n申请入：张三',
      '第 2 行没有可用的项目名，应写成“登记编号：……”的样子',
    ],
    ['a heading that is none, in JSON', '{"申请入":"张三"}', '没有“申请入”这一项'],
    ['a heading twice', '申请人：张三\n申请人：李四', '第 2 行：“申请人”写了两次。'],
    ['an indented line that continues nothing', '  张三', '第 1 行没有可用的项目名'],
    ['half a JSON object', '{"申请人":', '内容不是完整的 JSON'],
    ['a number in JSON', '{"申请人":330902199001011234}', '“申请人”应为文字，请加引号。'],
    ['another encoding', Buffer.from([0xc9, 0xea]), '内容不是 UTF-8 编码'],
    ['a whole book', 'x'.repeat(1_000_001), '内容过大'],
  ])('is refused with %s', async (_what, content, says) => {
    await expect(read(content)).rejects.toThrow(says);
  });

  it('never quotes a line it cannot read, which may say who', async () => {
    await expect(read('张三的身份证号码')).rejects.not.toThrow('张三');
  });
});
