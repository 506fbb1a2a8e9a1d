import { said } from '../support/said.js';

describe('a command line that cannot be read', () => {
  it.each([
    [['nothing'], '没有“nothing”这个命令'],
    [['inti', '--name', '某局'], '没有“inti”这个命令，是不是“init”'],
    [['init'], '缺少选项“--name <全称>”'],
    [['init', '--name'], '选项“--name <全称>”后面缺少内容'],
    [['init', '--name', '某局', '--nme', '某局'], '没有“--nme”这个选项，是不是“--name”'],
    [['workday', '2022-09-30'], '缺少“天数”'],
    [['workday', '2022-09-30', '20', '30'], '“workday”后面写的太多'],
    [['workday', '2022-09-30', 'x'], '“天数”的“x”应为整数'],
    [['serve', '--port', 'x'], '“--port <端口>”的“x”应为整数'],
    [
      ['erase', 'propose', '1', '--by', '甲', '--ground', '胡说'],
      '“--ground <情形>”的“胡说”不在其中，请写处理目的已实现、保存期限届满、撤回同意、违法处理、其他法定情形之一',
    ],
  ])('is answered in Chinese, and as JSON for programs: %j', async (args, words) => {
    const says = `${words}。用 gongkai --help 看用法。`;
    expect(await said(...args)).toEqual({ exit: 2, out: '', err: `${says}\n` });
    const { exit, out, err } = await said('--json', ...args);
    expect({ exit, out, err: JSON.parse(err) as object }).toEqual({
      exit: 2,
      out: '',
      err: { code: 'usage', says },
    });
  });

  it('is answered with the usage when it is empty, and with JSON alone for programs', async () => {
    const { exit, err } = await said();
    expect({ exit, lines: err.split('\n').slice(0, 1) }).toEqual({
      exit: 2,
      lines: ['用法： gongkai [options] [command]'],
    });
    expect(err).toMatch(/没有写命令。用 gongkai --help 看用法。\n$/);
    const { err: json } = await said('--json');
    expect(JSON.parse(json)).toMatchObject({ code: 'usage' });
  });
});

it('shows the usage when it is asked for', async () => {
  const { exit, out, err } = await said('--help');
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toContain('命令：');
});
