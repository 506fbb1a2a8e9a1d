import { APPLICANT_LABELS, OUTCOME_ROWS } from '../../../src/requests/domain/outcome-labels.js';
import { OUTCOMES } from '../../../src/requests/domain/request.events.js';
import type { Chance } from './random.js';

/** A person who can be told from every other text, so that a byte search knows them anywhere. */
export type CanaryPerson = Readonly<{
  number: string;
  name: string;
  idNumber: string;
  contact: string;
}>;

/**
 * What every canary has in common, and no mask leaves standing: the first two characters of the
 * name, and digits in the middle of the two numbers. No other text of the project has them.
 */
export const MARKERS = { name: '龘靐', idNumber: '987654', contact: '1991357' } as const;

export function canaryPersons(count: number, chance: Chance): readonly CanaryPerson[] {
  return Array.from({ length: count }, (_, at) => {
    const serial = String(at).padStart(5, '0');
    const rare = String.fromCodePoint(0x4e00 + (at % 5_000), 0x4e00 + chance.below(5_000));
    return {
      number: `C-${serial}`,
      name: `${MARKERS.name}${rare}`,
      idNumber: `3${MARKERS.idNumber}1990${serial}${String(chance.below(10))}X`,
      contact: `${MARKERS.contact}${String(1_000 + (at % 9_000))}`,
    };
  });
}

const HEAD =
  '登记编号,收到日期,渠道,申请人类型,申请人,证件号码,联系方式,所需信息,办结日期,办理结果,备注';

/** A register in which all of them asked for something in 2021; one in ten is open still. */
export function registerOf(persons: readonly CanaryPerson[], chance: Chance): string {
  const lines = persons.map(({ number, name, idNumber, contact }) => {
    const received = `2021-0${String(1 + chance.below(9))}-1${String(chance.below(10))}`;
    const kind = chance.pick(Object.values(APPLICANT_LABELS));
    const { group, label } = OUTCOME_ROWS[chance.pick(OUTCOMES)];
    const ending =
      chance.below(10) === 0 ? ',' : `2021-12-0${String(1 + chance.below(9))},${group}${label}`;
    return `${number},${received},网站,${kind},${name},${idNumber},${contact},第${number}号批复,${ending},`;
  });
  return `${[HEAD, ...lines].join('\n')}\n`;
}
