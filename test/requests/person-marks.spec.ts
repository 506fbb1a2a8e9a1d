import { agrees, BARE } from '../../src/requests/domain/person-marks.js';

describe('what a person is recognised by', () => {
  it.each([
    ['idNumber', '１１０１０１ 19900307-888x', '11010119900307888X'],
    ['applicant', '欧阳　慕华', '欧阳慕华'],
    ['applicant', 'Ａ公司', 'A公司'],
    ['contact', '0633-８３２１ 234', '06338321234'],
    ['contact', 'Zhang@Example.com', 'zhang@example.com'],
  ] as const)('is the same however it is typed: %s %s', (mark, typed, form) => {
    expect(BARE[mark](typed)).toBe(form);
    expect(agrees(mark, { [mark]: typed }, { [mark]: form })).toBe(true);
  });

  it('keeps the hyphen of a name, which is part of it', () => {
    expect(agrees('applicant', { applicant: '甲-乙公司' }, { applicant: '甲乙公司' })).toBe(false);
  });

  it('agrees with nobody where it is missing or blank', () => {
    expect(agrees('contact', {}, {})).toBe(false);
    expect(agrees('contact', { contact: ' ' }, { contact: ' ' })).toBe(false);
    expect(agrees('idNumber', { idNumber: '1' }, {})).toBe(false);
  });
});
