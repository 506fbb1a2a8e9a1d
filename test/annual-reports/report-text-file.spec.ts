import { readReportText, UnreadableReportText } from '../../src/annual-reports/report-text-file.js';

const HEADINGS = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
] as const;

function file(...lines: readonly string[]): string {
  return lines.join('\n');
}

describe('readReportText 报告文字', () => {
  it('takes what stands below a heading for its part, and what stands above all for the preamble', () => {
    const text = file(
      '引言一。',
      '',
      '引言二。',
      HEADINGS[0],
      '（一）主动公开',
      '共{{信息公开条数}}条。',
      HEADINGS[1],
      HEADINGS[2],
      '如下：',
      HEADINGS[3],
      '',
      HEADINGS[4],
      '问题。',
      HEADINGS[5],
      '无。',
      '',
    );
    expect(readReportText(text, 2024, '2025-01-05')).toStrictEqual({
      preamble: '引言一。\n引言二。',
      parts: {
        overview: '（一）主动公开\n共{{信息公开条数}}条。',
        publications: '',
        requests: '如下：',
        appeals: '',
        problems: '问题。',
        otherMatters: '无。',
      },
      signedOn: '2025-01-05',
    });
  });

  it('reads what an editor on Windows saved: byte order mark, CRLF, indented lines', () => {
    const parts = HEADINGS.map((heading) => `\u3000\u3000${heading} \r\n  字。\r\n`);
    const text = `\ufeff${parts.join('')}`;
    const read = readReportText(text, 2024, '2025-01-05');
    expect(read.preamble).toBe('');
    expect(Object.values(read.parts)).toStrictEqual(HEADINGS.map(() => '字。'));
  });

  it('knows a heading only when it has a line to itself', () => {
    const text = file(...HEADINGS.map((heading) => `${heading}\n见“${heading}”。`));
    expect(readReportText(text, 2024, '2025-01-05').parts.problems).toBe(
      '见“五、存在的主要问题及改进情况”。',
    );
  });

  it.each(HEADINGS)('says that the heading %s is missing', (heading) => {
    const text = file(...HEADINGS.filter((other) => other !== heading));
    expect(() => readReportText(text, 2024, '2025-01-05')).toThrow(UnreadableReportText);
    expect(() => readReportText(text, 2024, '2025-01-05')).toThrow(
      `缺少标题“${heading}”，请独占一行写上。`,
    );
  });

  it.each(HEADINGS)('says that the heading %s comes twice', (heading) => {
    const atTheEnd = file(...HEADINGS, '字。', heading);
    const atOnce = file(...HEADINGS.flatMap((it) => (it === heading ? [it, it] : [it])));
    for (const text of [atTheEnd, atOnce]) {
      expect(() => readReportText(text, 2024, '2025-01-05')).toThrow(UnreadableReportText);
      expect(() => readReportText(text, 2024, '2025-01-05')).toThrow(
        `标题“${heading}”出现了两次。`,
      );
    }
  });

  it.each([0, 1, 2, 3, 4])('says that headings %i and the next are the wrong way round', (at) => {
    const swapped = [...HEADINGS.slice(0, at), HEADINGS[at + 1]!, HEADINGS[at]!];
    const text = file(...swapped, ...HEADINGS.slice(at + 2));
    expect(() => readReportText(text, 2024, '2025-01-05')).toThrow(UnreadableReportText);
    expect(() => readReportText(text, 2024, '2025-01-05')).toThrow(
      '六个部分的标题顺序不对，应为一、二、三、四、五、六。',
    );
  });
});
