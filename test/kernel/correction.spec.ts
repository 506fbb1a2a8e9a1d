import { weighCorrection } from '../../src/kernel/correction.js';

type Fields = Readonly<{ name?: string; numbers?: readonly string[]; endedOn?: string }>;

const entry = { name: '甲', numbers: ['1', '2'], endedOn: null };

describe('a correction weighed against the entry', () => {
  it('keeps only what differs, lists by their members', () => {
    expect(weighCorrection<Fields>({ name: '甲', numbers: ['1', '2'] }, entry)).toStrictEqual({
      changes: {},
      absent: null,
    });
    expect(weighCorrection<Fields>({ name: '乙', numbers: ['2', '1'] }, entry)).toStrictEqual({
      changes: { name: '乙', numbers: ['2', '1'] },
      absent: null,
    });
  });

  it('names what the entry does not have', () => {
    const weighed = weighCorrection<Fields>({ name: '乙', endedOn: '2025-01-01' }, entry);
    expect(weighed.absent).toBe('endedOn');
  });
});
