import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder, gongkai, removeFolders } from '../support/e2e/gongkai.js';
import { startServer } from '../support/e2e/server.js';
import { honestWorkbook, workbookWith } from '../support/hostile-files.js';

afterAll(removeFolders);

const HEAD = ['受理编号', '收到日期', '渠道', '申请人类型', '申请人', '证件号码', '联系方式'];
const REST = ['所需信息', '办结日期', '办理结果', '备注'];
const MAP = ['--map', '登记编号=受理编号'];
const day = (month: number, on: number): Date => new Date(Date.UTC(2021, month - 1, on));

/** A register as an office keeps it: a title, a blank line, headings of its own. */
const register = honestWorkbook([
  ['某局依申请公开台账（2021 年）'],
  [],
  [...HEAD, ...REST],
  [
    '1',
    day(3, 5),
    '网站',
    '自然人',
    '张三',
    '330902199901010011',
    '',
    '方案一',
    day(3, 20),
    '予以公开',
    '',
  ],
  ['2', '2021年3月6日', '网站', '外星人', '=HYPERLINK("x")', '', '-', '方案二', '', '', ''],
]);

describe('导入旧台账', () => {
  it('proposes what the columns are, and remembers what was said of them', async () => {
    const folder = emptyFolder();
    const run = (...args: readonly string[]) => gongkai('--data', join(folder, 'data'), ...args);
    await run('init', '--name', '某局');
    const file = (number: string) => {
      const path = join(folder, `${number}.xlsx`);
      const row = [number, day(3, 5), '网站', '群众', '张三', '', '', '方案', '', '', ''];
      writeFileSync(path, honestWorkbook([['台账'], [...HEAD, ...REST], row]));
      return path;
    };
    const proposed = await run('columns', 'requests', file('1'));
    expect(proposed.out).toContain('受理编号 → 登记编号（可能是，请核对），如：1');
    expect(proposed.out).not.toContain('张三');
    expect(proposed.out).toMatch(/导入时写上：\n {2}--map 登记编号=受理编号\n$/);

    const said = [...MAP, '--value', '申请人类型=自然人=群众'];
    const first = await run('import', 'requests', file('1'), ...said);
    expect(first).toMatchObject({ exit: 0, out: expect.stringContaining('对照已经记住') });
    const second = await run('import', 'requests', file('2'));
    expect(second.out).toContain('新登记 1 行');
    expect(second.out).toContain(`照记住的对照：${said.join(' ')}`);
    expect((await run('columns', 'requests', file('3'))).out).toContain('登记编号（上次的对照）');
    const wrong = await run('import', 'requests', file('4'), '--map', '编号=受理编号');
    expect(wrong).toMatchObject({ exit: 2, err: expect.stringContaining('不是这本台账的列') });
  });

  it('rehearses a workbook, takes it in, and takes the refused rows when they are mended', async () => {
    const folder = emptyFolder();
    const [file, rejects] = [join(folder, 'old.xlsx'), join(folder, 'rejects.csv')];
    writeFileSync(file, register);
    const run = (...args: readonly string[]) => gongkai('--data', join(folder, 'data'), ...args);
    await run('init', '--name', '某局');

    const unnamed = await run('import', 'requests', file);
    expect(unnamed).toMatchObject({
      exit: 2,
      err: expect.stringContaining('没有一张工作表（“台账”）'),
    });
    const rehearsed = await run('import', 'requests', file, ...MAP, '--dry-run');
    expect(rehearsed.out).toContain('新登记 1 行，已在账 0 行，退回 1 行');
    expect(rehearsed.out).toContain('这是试导，什么也没有登记');
    const none = await run('cases', '2021', 'table3.new_received.total');
    expect(none.out).toContain('：0\n');

    const taken = await run('import', 'requests', file, ...MAP, '--rejects', rejects);
    expect(taken).toMatchObject({ exit: 1, out: expect.stringContaining('第 5 行「申请人类型」') });
    const list = readFileSync(rejects, 'utf8');
    expect(list).toContain(`受理编号,收到日期`);
    // A spreadsheet shows it and runs nothing.
    expect(list).toContain(`"'=HYPERLINK(""x"")"`);

    writeFileSync(rejects, list.replace('外星人', '自然人'));
    const mended = await run('import', 'requests', rejects, ...MAP);
    expect(mended).toMatchObject({ exit: 0, out: expect.stringContaining('新登记 1 行') });
    const again = await run('import', 'requests', file, ...MAP);
    expect(again.out).toContain('新登记 0 行，已在账 1 行，退回 1 行');
    const shown = await run('show', '2', '--unmask', '--purpose', '核对');
    expect(shown.out + shown.err).not.toContain(`'=HYPERLINK`);
  }, 60_000);

  it('comes in over HTTP as it is, and a hostile file is refused while the server goes on', async () => {
    const running = await startServer();
    const { http, at } = running;
    const send = (bytes: Uint8Array, query = '') =>
      http
        .post(at(`/imports/counts${query}`))
        .set('Content-Type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .send(Buffer.from(bytes));
    const counts = honestWorkbook([
      ['类别', '月份', '数量'],
      ['行政许可', '2021-03', 12],
    ]);
    const rehearsed = await send(counts, '?dryRun=true').expect(200);
    expect(rehearsed.body).toMatchObject({ rows: 1, added: 1 });
    const taken = await send(counts).expect(200);
    expect(taken.body).toMatchObject({ rows: 1, added: 1, unchanged: 0 });
    const again = await send(counts).expect(200);
    expect(again.body).toMatchObject({ rows: 1, added: 0, unchanged: 1 });

    const entities = workbookWith(
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet/>',
    );
    const refused = await send(entities).expect(422);
    expect(refused.body).toMatchObject({ code: 'input/unreadable-csv' });
    expect(JSON.stringify(refused.body)).toContain('办公软件不会写的声明');
    await http.get(at('/deadlines')).expect(200);
    await running.close();
  }, 60_000);
});
