import {
  applicantKindFrom,
  OUTCOME_ROWS,
  outcomeFromText,
} from '../../src/requests/domain/outcome-labels.js';
import { OUTCOMES } from '../../src/requests/domain/request.events.js';

const printed = OUTCOMES.map((outcome) => ({ outcome, ...OUTCOME_ROWS[outcome] }));

describe('outcomeFromText 办理结果', () => {
  it.each(printed)('knows $outcome however its row is written', ({ outcome, group, label }) => {
    const halfWidth = label.replaceAll('（', '(').replaceAll('）', ')').replaceAll(/[“”]/g, '"');
    const written = [
      outcome,
      label,
      group + label,
      `${group} ${label}`,
      `${group}-${label}`,
      halfWidth,
      label.replaceAll(/[“”]/g, "'"),
      label.replaceAll('“', '「').replaceAll('”', '」'),
      label.replace(/^\d\./, ''),
      label.replace(/^(\d)\./, '$1、'),
      label.replace(/^(\d)\./, '$1．'),
      label.replace(/^（.）/, ''),
      label.replaceAll('、', '，'),
      ` ${label} `,
    ];
    expect(written.map(outcomeFromText)).toStrictEqual(written.map(() => outcome));
  });

  it('has 21 rows, no two of them written alike', () => {
    expect(printed).toHaveLength(21);
    expect(new Set(printed.map(({ group, label }) => group + label)).size).toBe(21);
    expect(new Set(printed.map(({ label }) => label)).size).toBe(21);
  });

  it('knows 部分公开 without its remark, and 3.其他 from the group it stands in', () => {
    expect(outcomeFromText('部分公开')).toBe('partly_granted');
    expect(outcomeFromText('予以公开')).toBe('granted');
    expect(outcomeFromText('其他')).toBe('other_misc');
    expect(outcomeFromText('（六）其他处理3.其他')).toBe('other_misc');
  });

  it.each([
    '',
    ' ',
    '（其他）',
    '其他处理',
    '不予公开',
    '公开',
    '其他法律',
    '属于',
    'withheld',
    '1.',
  ])('means no row by %p: a group is not a result, and a guess would be counted', (text) => {
    expect(outcomeFromText(text)).toBeUndefined();
  });
});

describe('applicantKindFrom 申请人类型', () => {
  it('knows the words of old registers that can mean only one kind, and guesses at no other', () => {
    const words = ['公民', '个人', '法人或其他组织/企业', '律师事务所', '群众', '社会组织'];
    const kinds = ['natural', 'natural', 'business', 'legal', undefined, undefined];
    expect(words.map(applicantKindFrom)).toEqual(kinds);
  });
});
