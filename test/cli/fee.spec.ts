import { said } from '../support/said.js';

describe('gongkai fee 信息处理费', () => {
  it('shows the sum, each tier and the articles', async () => {
    expect(await said('fee', '--items', '31')).toEqual({
      exit: 0,
      out:
        '按件收取信息处理费：31 件，共 2200 元\n' +
        '第 1 至 10 件：不收费\n' +
        '第 11 至 30 件：20 件 × 100 元 = 2000 元\n' +
        '第 31 至 31 件：1 件 × 200 元 = 200 元\n' +
        '依据：《条例》第42条；国办函〔2020〕109号第四条\n',
      err: '',
    });
    const { out } = await said('--json', 'fee', '--pages', '101');
    expect(JSON.parse(out)).toMatchObject({ method: 'per-page', quantity: 101, amount: 720 });
  });

  it.each([
    [[], '请写 --items 件数 或者 --pages 页数，只写一个：一件申请按一种方式收费。'],
    [
      ['--items', '1', '--pages', '1'],
      '请写 --items 件数 或者 --pages 页数，只写一个：一件申请按一种方式收费。',
    ],
    [['--items', '10001'], '数量不大于 10000，请核对。'],
    [['--pages', '一百'], '“--pages <页数>”的“一百”应为整数。用 gongkai --help 看用法。'],
  ])('is told what it counts: %j', async (args, says) => {
    expect(await said('fee', ...args)).toEqual({ exit: 2, out: '', err: `${says}\n` });
  });
});
