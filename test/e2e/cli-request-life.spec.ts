import { emptyFolder, gongkai, gongkaiTold, removeFolders } from '../support/e2e/gongkai.js';

afterAll(removeFolders);

/** The program is started some thirty times, and a busy machine starts it slowly. */
jest.setTimeout(120_000);

const ENTRY = [
  '登记编号：A-1',
  '到达日期：2025-03-03',
  '渠道：信函',
  '申请人类型：自然人',
  '申请人：张三',
  '代理人：李律师',
  '委托书：有',
  '联合申请人：王五',
  '  赵六',
  '联合申请人类型：自然人、自然人',
  '所需信息：某批复',
  '通信地址：某路1号',
  '形式要求：纸质，邮寄',
].join('\n');

/** What is written, what a file says of persons, and where the request then stands. */
const LIFE: readonly (readonly [line: string, told: string, stands: string])[] = [
  ['联系未果 --on 2025-03-03 --way 电话', '', '待确认收到，答复期限没有起算'],
  ['confirm --on 2025-03-04 --way 电话', '', '已登记，答复期限 2025-04-01'],
  ['assign --on 2025-03-05 --handler 李科员 --section 业务科', '', '办理中，答复期限 2025-04-01'],
  [
    '告知补正 --on 2025-03-06 --grounds 内容、委托书 --respond-by 2025-03-20',
    '补正事项：请写明文号',
    '待补正，答复期限暂停：等待补正，补正期限 2025-03-20',
  ],
  ['supplement --on 2025-03-10', '补正内容：文号是甲', '办理中，答复期限 2025-04-08'],
  [
    'consult --on 2025-03-12 --party 第三方',
    '征求意见对象：某公司',
    '征求第三方意见，答复期限暂停：征求意见',
  ],
  [
    'consult-received --on 2025-03-13 --consultation 1',
    '',
    '征求第三方意见，答复期限暂停：征求意见',
  ],
  [
    'opinion --on 2025-03-21 --consultation 1 --opinion 不同意',
    '理由：商业秘密',
    '办理中，答复期限 2025-04-17',
  ],
  [
    '延期 --on 2025-04-10 --days 3 --approved-by 王主任',
    '理由：案情复杂',
    '办理中，答复期限 2025-04-22',
  ],
  [
    'fee-notice --on 2025-04-14 --method 按件 --quantity 11 --amount 100',
    '',
    '待缴费，答复期限暂停：等待缴费，缴费期限 2025-05-14',
  ],
  ['payment --on 2025-04-15 --amount 100', '', '办理中，答复期限 2025-05-20'],
  [
    'review --on 2025-04-16 --review 保密审查 --opinion 同意 --by 赵科长',
    '',
    '办理中，答复期限 2025-05-20',
  ],
];

const AFTER: readonly (readonly [line: string, stands: string])[] = [
  [
    'order-redecision --on 2025-07-01 --by 法院 --case 行初1号',
    '重新答复中，重新答复期限 2025-07-29',
  ],
  ['redecide 予以公开 --on 2025-07-10', '重新答复待送达，重新答复期限 2025-07-29'],
  ['serve-redecision --on 2025-07-11 --way 直接送达', '已办结，2025-04-18 办结'],
  ['publish --on 2025-08-01', '已办结，2025-04-18 办结'],
  ['归档 --on 2025-09-01 --file-number 2025-Y-12 --pages 18', '已归档，2025-04-18 办结'],
];

describe('the longest life of a request at the command line', () => {
  it('goes from arrival to the archive, and says after each step where it stands', async () => {
    const data = emptyFolder();
    const told = async (input: string, ...args: readonly string[]): Promise<string> => {
      const { exit, out, err } = await gongkaiTold(input, '--data', data, ...args);
      expect([args, exit, err]).toEqual([args, 0, '']);
      return out;
    };
    const step = (line: string, input: string): Promise<string> => {
      const [name = '', ...rest] = line.split(' ');
      return told(input, 'step', name, 'A-1', ...rest, ...(input === '' ? [] : ['--from', '-']));
    };
    await told('', 'init', '--name', '某局');
    expect(await told(ENTRY, 'arrive', '--from', '-')).toBe(
      '登记编号 A-1 已登记到达，待与申请人确认收到，记入台账第 2 条。\n',
    );
    for (const [line, input, stands] of LIFE) {
      expect(await step(line, input)).toMatch(
        new RegExp(`^登记编号 A-1：“.+”已记入台账。现在：${stands}。\n$`),
      );
    }
    await told('', 'decide', 'A-1', '部分公开', '--on', '2025-04-17');
    const served = ['--on', '2025-04-18', '--way', '邮寄送达', '--carrier', '邮政'];
    expect(await told('', 'serve-reply', 'A-1', ...served)).toBe(
      '登记编号 A-1 的答复已于 2025-04-18 送达。\n',
    );
    for (const [line, stands] of AFTER) {
      expect(await step(line, '')).toContain(`现在：${stands}。`);
    }
    expect((await told('', 'show', 'A-1')).split('\n')).toEqual([
      '登记编号 A-1：已归档，2025-04-18 办结。',
      '2025-03-03 到达，2025-03-04 收到，信函，自然人',
      '申请人：张*',
      '所需信息：某批复',
      '联系申请人：1 次未果',
      '承办：李科员，业务科',
      '补正：2025-03-06 告知，期限 2025-03-20，2025-03-10 收到',
      '征求意见 1（第三方）：2025-03-12 发出，2025-03-13 收到，2025-03-21 不同意公开',
      '延期：3 个工作日，王主任 同意，2025-04-10 告知',
      '收费：按件 11 件，100 元，2025-04-14 通知，2025-04-15 缴清',
      '保密审查：同意（赵科长，2025-04-16）',
      '答复：（二）部分公开（区分处理的，只计这一情形，不计其他情形），2025-04-17 作出，2025-04-18 送达',
      '重新答复：法院 行初1号，2025-07-01 责令，（一）予以公开，2025-07-10 作出，2025-07-11 送达',
      '转为主动公开：2025-08-01',
      '归档：2025-09-01',
      '流水：',
      ...Array.from({ length: 20 }, (): unknown =>
        expect.stringMatching(/^ {2}2025-\d\d-\d\d {2}\S/),
      ),
      '',
    ]);
    const why = ['--unmask', '--by', '王科员', '--purpose', '核对'];
    const unmasked = await told('', 'show', 'A-1', ...why);
    for (const words of [
      '代理人：李律师',
      '联合申请人：王五\n赵六',
      '2025-03-12  征求意见  征求意见对象：某公司',
      '2025-04-10  延长答复期限  理由：案情复杂',
    ]) {
      expect(unmasked).toContain(words);
    }
  });

  it('is refused in the wrong state with exit 1 and a sentence; what cannot be read, with 2', async () => {
    const data = emptyFolder();
    const run = (...args: readonly string[]) => gongkai('--data', data, ...args);
    await run('init', '--name', '某局');
    await gongkaiTold(ENTRY, '--data', data, 'arrive', '--from', '-');
    for (const [line, exit, says] of [
      ['assign A-1 --on 2025-03-05 --handler 李科员', 1, '请先确认（gongkai step confirm）'],
      ['分办 A-1 --on 2025-03-05 --handler 张三', 1, '不能有申请人或者代理人的姓名'],
      ['confirm A-1 --way 电话', 2, '--on'],
      ['confirm A-1 --on 2025-03-04 --way 托人', 2, '没有“托人”这个联系方式'],
      ['payment A-1 --on 2025-03-05 --amount 一百', 2, '应为整数'],
      ['ask-supplement A-1 --on 2025-03-05 --grounds 内容 --respond-by 2025-03-20', 2, '--from'],
    ] as const) {
      const ran = await run('step', ...line.split(' '));
      expect([line, ran.exit]).toEqual([line, exit]);
      expect(ran.err).toContain(says);
    }
  });

  it('splits an application, each part on a line of its own, and merges two', async () => {
    const data = emptyFolder();
    const told = (input: string, ...args: readonly string[]) =>
      gongkaiTold(input, '--data', data, ...args);
    await told('', 'init', '--name', '某局');
    const entry = ENTRY.replace('到达日期', '收到日期');
    await told(entry, 'register', '--from', '-');
    const parts = 'A-2：某地块的批复\nA-3：某道路的批复，\n  以及附图\n';
    const split = await told(parts, 'step', 'split', 'A-1', '--from', '-');
    expect(split.out).toBe('登记编号 A-1 已拆分，另登记 A-2、A-3。\n');
    const shown = await told('', 'show', 'A-3');
    expect(shown.out).toContain('2025-03-03 收到，信函，自然人，由 A-1 拆分\n');
    expect(shown.out).toContain('所需信息：某道路的批复，\n以及附图\n');
    const merged = await told('', 'step', '并案', 'A-3', '--into', 'A-2', '--on', '2025-03-10');
    expect(merged.out).toBe('登记编号 A-3 已并入 A-2。\n');
    expect((await told('', 'show', 'A-3')).out).toContain('并案：2025-03-10 并入 A-2\n');
  });
});
