import { categoryNamed } from '../../src/publications/count-category.js';

describe('categoryNamed 计数类别', () => {
  it.each([
    ['行政许可', 'licensing'],
    [' 行政处罚 ', 'punishment'],
    ['行政强制', 'coercion'],
    ['licensing', 'licensing'],
    ['fees_fen', 'fees_fen'],
    ['信息公开条数', 'narrative:信息公开条数'],
    [' 政策解读 ', 'narrative:政策解读'],
    ['本年行政许可', 'narrative:本年行政许可'],
  ])('takes %p for %s', (name, category) => {
    expect(categoryNamed(name)).toBe(category);
  });

  it.each(['行政许可决定', '行政处罚数', '行政强制 ', '行政事业性收费', '期初现行有效规章'])(
    'takes %p for no counter of its own when it only resembles a row of table two',
    (name) => {
      expect(categoryNamed(`${name}件数`)).toBeNull();
    },
  );
});
