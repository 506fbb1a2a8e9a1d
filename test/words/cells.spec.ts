import { formOf } from '../../projections/forms/forms.js';
import { cellWords } from '../../src/words/cells.zh-CN.js';

describe('cellWords 单元格的名称', () => {
  it.each([2020, 2021])(
    'name every cell of the form of %i in Chinese, and no two alike',
    (year) => {
      const { cells } = formOf(year);
      const words = cells.map(cellWords);
      expect(words.filter((name) => /[a-z]/.test(name))).toEqual([]);
      expect(new Set(words).size).toBe(cells.length);
    },
  );

  it.each([
    ['table2.regulations.valid', '表二 规章 现行有效件数'],
    ['table2.fees_wan_yuan', '表二 行政事业性收费（万元）'],
    ['table2.licensing.change', '表二 行政许可 本年增/减'],
    ['table3.other_single.legal', '表三 （六）其他处理 法律服务机构'],
    ['table3.granted.natural', '表三 （一）予以公开 自然人'],
    ['table3.total.total', '表三 三、（七）总计 总计'],
    ['table4.review.pending', '表四 行政复议 尚未审结'],
  ])('find %s where the form has it', (cell, words) => {
    expect(cellWords(cell)).toBe(words);
  });

  it('leave alone what is no cell', () => {
    expect(cellWords('nothing')).toBe('nothing');
  });
});
