import { masked } from '../../src/requests/masked-applicant.js';

describe('masked 申请人信息', () => {
  it('shows who knows the applicant that it is she, and nobody else who she is', () => {
    expect(
      masked({
        applicant: '欧阳小红',
        idNumber: '330902199001011234',
        contact: '13800001234',
        description: '某项目的批复',
        remarks: '不给人看',
      }),
    ).toStrictEqual({
      applicant: '欧***',
      idNumber: '3****************4',
      contact: '*******1234',
      description: '某项目的批复',
    });
  });

  it('shows nothing of what is too short to be hidden in part', () => {
    const short = { applicant: '张', idNumber: '12', contact: '1234', description: '甲' };
    expect(masked(short)).toStrictEqual({
      applicant: '*',
      idNumber: '**',
      contact: '****',
      description: '甲',
    });
    expect(masked({ contact: '12345', idNumber: '123' })).toMatchObject({
      contact: '*2345',
      idNumber: '1*3',
    });
  });

  it('counts characters, so that a rare one is not cut in half', () => {
    expect(masked({ applicant: '𠮷田𠮷' }).applicant).toBe('𠮷**');
  });

  it('shows an empty text for what is not there, or is no text', () => {
    const nothing = { applicant: '', idNumber: '', contact: '', description: '' };
    expect(masked({})).toStrictEqual(nothing);
    expect(masked({ applicant: 5, idNumber: null, contact: ['1'] })).toStrictEqual(nothing);
  });
});
