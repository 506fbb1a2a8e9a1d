import { letterPrefixOf, type LetterRules } from '../../src/agencies/domain/letter-rules.events.js';
import { agencyDecider } from '../../src/agencies/domain/agency.decider.js';
import { CorruptStream } from '../../src/kernel/decider.js';
import { agencyDirectory } from '../../projections/agency-directory.projection.js';
import { project } from '../../projections/projection.js';
import {
  agencyEstablished,
  agencyRenamed,
  appointStaff,
  designateOffice,
  establishAgency,
  officeDesignated,
  releaseStaff,
  renameAgency,
  rulesAdopted,
  staffAppointed,
  staffReleased,
} from '../support/builders/agencies.js';
import { specification } from '../support/specification.js';

const given = specification(agencyDecider);

/** Today is Mon 2025-06-30. */
const established = agencyEstablished();
const appointed = staffAppointed('01', '2025-03-03');
const released = staffReleased('01', '2025-04-30');

describe('EstablishAgency 建账', () => {
  it.each(['department', 'government'] as const)('opens the ledger of a %s today', (level) => {
    given().when(establishAgency({ level })).then(agencyEstablished({ level }));
  });

  it.each([{ name: ' ' }, { shortName: ' ' }])('refuses an agency without a name: %p', (change) => {
    given().when(establishAgency(change)).thenRefused('agency/name-missing');
  });

  it('refuses to open it twice', () => {
    given(established).when(establishAgency()).thenRefused('agency/already-established');
  });
});

describe('RenameAgency 机关更名', () => {
  it('records the new names from the day they took effect', () => {
    given(established).when(renameAgency()).then(agencyRenamed());
  });

  it('records a change of one of the two names', () => {
    const [name, shortName] = ['某市甲局', '甲委'];
    given(established)
      .when(renameAgency({ name, shortName }))
      .then(agencyRenamed({ name, shortName }));
    given(established)
      .when(renameAgency({ name: '某市甲委', shortName: '甲局' }))
      .then(agencyRenamed({ name: '某市甲委', shortName: '甲局' }));
  });

  it('takes effect today at the latest', () => {
    given(established)
      .when(renameAgency({ renamedOn: '2025-06-30' }))
      .then({ ...agencyRenamed(), occurredOn: '2025-06-30' });
    given(established)
      .when(renameAgency({ renamedOn: '2025-07-01' }))
      .thenRefused('agency/date-in-future', { on: '2025-07-01', today: '2025-06-30' });
  });

  it('refuses the names it has', () => {
    given(established, agencyRenamed()).when(renameAgency()).thenRefused('agency/already-so-named');
    given(established)
      .when(renameAgency({ name: '某市甲局', shortName: '甲局' }))
      .thenRefused('agency/already-so-named');
  });

  it.each([{ name: ' ' }, { shortName: '' }])('refuses an agency without a name: %p', (change) => {
    given(established).when(renameAgency(change)).thenRefused('agency/name-missing');
  });
});

describe('DesignateDisclosureOffice 指定政府信息公开工作机构', () => {
  it('records the office and where it is found', () => {
    const found = { address: '某路1号', phone: '0580-1', email: 'a@b.cn' };
    given(established)
      .when(designateOffice('办公室', '2025-06-30', found))
      .then({
        ...officeDesignated('办公室', '2025-06-30'),
        data: { agencyId: 'jia', office: '办公室', ...found },
      });
  });

  it('allows several, and each one once', () => {
    given(established, officeDesignated('办公室', '2025-03-03'))
      .when(designateOffice('法规处', '2025-03-03'))
      .then(officeDesignated('法规处', '2025-03-03'));
    given(established, officeDesignated('办公室', '2025-03-03'))
      .when(designateOffice('办公室', '2025-03-04'))
      .thenRefused('agency/office-already-designated');
  });

  it('refuses one without a name, or to come', () => {
    given(established).when(designateOffice(' ', '2025-03-03')).thenRefused('agency/name-missing');
    given(established)
      .when(designateOffice('办公室', '2025-07-01'))
      .thenRefused('agency/date-in-future', { on: '2025-07-01', today: '2025-06-30' });
  });
});

describe('AppointStaff 登记工作人员到岗', () => {
  it('records the post in the clear, and the name sealed where it is given', () => {
    const sealed = { name: '李四' };
    given(established).when(appointStaff('01', '2025-03-03')).then(appointed);
    given(established)
      .when(appointStaff('01', '2025-03-03', { sealed }))
      .then({ ...appointed, sealed });
    given(established)
      .when(appointStaff('01', '2025-06-30'))
      .then(staffAppointed('01', '2025-06-30'));
  });

  it('refuses who is in post, and takes her back once she was released', () => {
    given(established, appointed)
      .when(appointStaff('01', '2025-04-01'))
      .thenRefused('agency/staff-already-appointed');
    given(established, appointed)
      .when(appointStaff('02', '2025-04-01'))
      .then(staffAppointed('02', '2025-04-01'));
    given(established, appointed, released)
      .when(appointStaff('01', '2025-05-06'))
      .then(staffAppointed('01', '2025-05-06'));
    given(established, appointed, released, staffAppointed('01', '2025-05-06'))
      .when(appointStaff('01', '2025-05-07'))
      .thenRefused('agency/staff-already-appointed');
  });

  it.each(['', '.', '..'])('refuses the number “%s”, which no address can carry', (staffId) => {
    given(established)
      .when(appointStaff(staffId, '2025-04-01'))
      .thenRefused('agency/staff-id-missing');
  });

  it('refuses a day that is still to come', () => {
    given(established)
      .when(appointStaff('01', '2025-07-01'))
      .thenRefused('agency/date-in-future', { on: '2025-07-01', today: '2025-06-30' });
  });
});

describe('ReleaseStaff 登记工作人员离岗', () => {
  it.each(['2025-03-03', '2025-04-30', '2025-06-30'] as const)(
    'records the day %s, from the first day in post until today',
    (on) => {
      given(established, appointed).when(releaseStaff('01', on)).then(staffReleased('01', on));
    },
  );

  it('refuses who is not in post, or no longer', () => {
    given(established)
      .when(releaseStaff('01', '2025-04-30'))
      .thenRefused('agency/staff-not-appointed');
    given(established, appointed)
      .when(releaseStaff('02', '2025-04-30'))
      .thenRefused('agency/staff-not-appointed');
    given(established, appointed, released)
      .when(releaseStaff('01', '2025-05-06'))
      .thenRefused('agency/staff-not-appointed');
  });

  it('refuses a day before the post began, or to come', () => {
    given(established, appointed)
      .when(releaseStaff('01', '2025-03-02'))
      .thenRefused('agency/staff-released-before-appointed', {
        on: '2025-03-02',
        appointedOn: '2025-03-03',
      });
    given(established, appointed, released, staffAppointed('01', '2025-05-06'))
      .when(releaseStaff('01', '2025-05-05'))
      .thenRefused('agency/staff-released-before-appointed', {
        on: '2025-05-05',
        appointedOn: '2025-05-06',
      });
    given(established, appointed)
      .when(releaseStaff('01', '2025-07-01'))
      .thenRefused('agency/date-in-future', { on: '2025-07-01', today: '2025-06-30' });
  });
});

describe('AdoptCountingRules 确定统计口径', () => {
  const adopt = (feeDecimals: number) =>
    ({
      type: 'AdoptCountingRules',
      data: { agencyId: 'jia', feeDecimals },
      today: '2025-06-30',
    }) as const;

  it.each([0, 4, 6])('prints fees with %i decimals from now on', (feeDecimals) => {
    given(established).when(adopt(feeDecimals)).then(rulesAdopted(feeDecimals));
  });

  it('has nothing to do where the rules stay: two decimals, unless others were adopted', () => {
    given(established).when(adopt(2)).thenNothing();
    given(established, rulesAdopted(4)).when(adopt(4)).thenNothing();
    given(established, rulesAdopted(4)).when(adopt(2)).then(rulesAdopted(2));
  });

  it.each([-1, 7, 1.5, NaN])('refuses %p decimals', (feeDecimals) => {
    given(established)
      .when(adopt(feeDecimals))
      .thenRefused('agency/fee-decimals-out-of-range', { feeDecimals, max: 6 });
  });
});

describe('AdoptLetterRules 确定文书规则', () => {
  type Chosen = Partial<LetterRules>;
  const adopt = (chosen: Chosen) =>
    ({
      type: 'AdoptLetterRules',
      data: { agencyId: 'jia', ...chosen },
      today: '2025-06-30',
    }) as const;
  const adopted = (chosen: Chosen) =>
    ({
      type: 'LetterRulesAdopted',
      occurredOn: '2025-06-30',
      data: { agencyId: 'jia', ...chosen },
    }) as const;

  it('records only what was chosen anew', () => {
    const chosen = { letterPrefix: '甲公开', partlyGranted: 'free-choice' } as const;
    given(established).when(adopt(chosen)).then(adopted(chosen));
    const changed = { ...chosen, letterPrefix: '乙公开' };
    given(established, adopted(chosen))
      .when(adopt(changed))
      .then(adopted({ letterPrefix: '乙公开' }));
    given(established, adopted(chosen)).when(adopt(chosen)).thenNothing();
    given(established)
      .when(adopt({ partlyGranted: 'reconsideration-first' }))
      .thenNothing();
  });

  it.each(['', ' ', '甲 公开', '甲〔公开', '（甲）公开', '甲'.repeat(31)])(
    'refuses the prefix “%s”',
    (letterPrefix) => {
      given(established)
        .when(adopt({ letterPrefix }))
        .thenRefused('agency/letter-prefix-unusable', { letterPrefix });
    },
  );

  it('takes thirty characters, and gives the prefix back to the short name', () => {
    const letterPrefix = '甲'.repeat(30);
    given(established).when(adopt({ letterPrefix })).then(adopted({ letterPrefix }));
    given(established, adopted({ letterPrefix }))
      .when(adopt({ letterPrefix: null }))
      .then(adopted({ letterPrefix: null }));
  });

  it('makes the prefix of the short name where none was chosen', () => {
    expect(letterPrefixOf({ letterPrefix: null }, '甲局')).toBe('甲局公开');
    expect(letterPrefixOf({ letterPrefix: '甲政' }, '甲局')).toBe('甲政');
  });
});

describe('an agency without a ledger', () => {
  it.each([
    renameAgency(),
    designateOffice('办公室', '2025-03-03'),
    appointStaff('01', '2025-03-03'),
    releaseStaff('01', '2025-03-03'),
  ])('is refused: $type', (command) => {
    given().when(command).thenRefused('agency/not-established');
  });
});

describe('impossible histories', () => {
  it.each([
    ['established twice', [established, established]],
    ['renamed before established', [agencyRenamed()]],
    ['an office before the agency', [officeDesignated('办公室', '2025-03-03')]],
    ['staff before the agency', [appointed]],
    ['rules before the agency', [rulesAdopted(3)]],
    ['released before appointed', [established, released]],
    ['released twice', [established, appointed, released, released]],
    ['appointed twice', [established, appointed, appointed]],
    ['appointed twice, once back', [established, appointed, released, appointed, appointed]],
    [
      'released twice, once back',
      [established, appointed, released, appointed, released, released],
    ],
    ['of a type that no rule covers', [established, { ...appointed, type: 'Unheard' } as never]],
  ])('stop the decider and the directory: %s', (_, impossible) => {
    expect(() => given(...impossible).when(establishAgency())).toThrow(CorruptStream);
    expect(() => project(agencyDirectory, impossible)).toThrow(CorruptStream);
  });

  it('stop on a command that no rule covers', () => {
    const unheard = { ...renameAgency(), type: 'Unheard' } as never;
    expect(() => given(established).when(unheard)).toThrow(CorruptStream);
  });
});
