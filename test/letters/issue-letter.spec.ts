import type { Ledger } from '../../src/ledger/ledger.js';
import { VersionConflict } from '../../src/ledger/ledger.js';
import * as agency from '../support/builders/agencies.js';
import * as procedure from '../support/builders/procedure.js';
import { decideRequest, registerRequest, serveReply } from '../support/builders/requests.js';
import { collect, removeDirectories } from '../support/ledger/builders.js';
import type { Memory } from '../support/ledger/memory-ledger.js';
import { factsIn, letterOffice, type LetterOffice } from '../support/letters/letter-office.js';

let memory: Memory;
let office: LetterOffice;

beforeEach(async () => {
  memory = { ledgerId: 'here', events: [] };
  office = letterOffice(memory);
  await office.agency(agency.establishAgency());
  await office.step(registerRequest());
});
afterEach(() => office.close());
afterAll(removeDirectories);

const GRANTED = { kind: 'grant', said: { content: '随信寄上' } } as const;
const numbers = async () => (await office.list()).issued.map((it) => it.documentNumber);

describe('制发文书', () => {
  it('gives numbers that follow one another, by a prefix of the short name', async () => {
    await office.step(decideRequest('granted', '2025-03-17'));
    await office.issue(GRANTED);
    await office.issue({ kind: 'receipt' });
    await office.issue(GRANTED);
    expect(await numbers()).toStrictEqual(['甲局公开〔2025〕1号', null, '甲局公开〔2025〕2号']);
  });

  it('gives each of many at once a number of its own, without a gap, printing each once', async () => {
    await office.step(decideRequest('granted', '2025-03-17'));
    await Promise.all(Array.from({ length: 20 }, () => office.issue(GRANTED)));
    const expected = Array.from({ length: 20 }, (_, at) => `甲局公开〔2025〕${String(at + 1)}号`);
    expect(await numbers()).toStrictEqual(expected);
    expect(office.printer.prints).toBe(20);
    const printed = await Promise.all(
      expected.map(async (_, at) => factsIn((await office.reprint(at + 1)).bytes).documentNumber),
    );
    expect(printed).toStrictEqual(expected);
  });

  it('prints again with the next number when another process was quicker', async () => {
    await office.step(decideRequest('granted', '2025-03-17'));
    const ledger = office.recorder.ledger as Ledger;
    const append = ledger.append.bind(ledger);
    let raced = false;
    jest.spyOn(ledger, 'append').mockImplementation(async (ours) => {
      if (!raced && ours.stream === 'letters-jia-2025') {
        raced = true;
        const [first] = ours.events;
        const theirs = { ...first!, eventId: 'theirs' };
        await append({ ...ours, events: [theirs], commandId: 'theirs' });
        throw new VersionConflict(ours.stream, ours.expectedRevision, ours.expectedRevision + 1);
      }
      return append(ours);
    });
    const { letter } = await office.issue(GRANTED);
    expect(letter.documentNumber).toBe('甲局公开〔2025〕2号');
    expect(office.printer.prints).toBe(2);
    expect(String((await office.reprint(2)).bytes)).toContain('甲局公开〔2025〕2号');
  });

  it('begins again with each year', async () => {
    await office.step(decideRequest('granted', '2025-03-17'));
    await office.issue(GRANTED);
    const { letter } = await office.issue(GRANTED, undefined, '2026-01-05');
    expect(letter).toMatchObject({ year: 2026, serial: 1, documentNumber: '甲局公开〔2026〕1号' });
  });

  it('uses the prefix that the agency has chosen, from then on', async () => {
    await office.step(decideRequest('granted', '2025-03-17'));
    await office.issue(GRANTED);
    const data = { agencyId: 'jia', letterPrefix: '甲政公开' } as const;
    await office.agency({ type: 'AdoptLetterRules', data, today: '2025-06-30' });
    await office.issue(GRANTED);
    expect(await numbers()).toStrictEqual(['甲局公开〔2025〕1号', '甲政公开〔2025〕2号']);
  });

  it('is once and only once under one id', async () => {
    await office.step(decideRequest('granted', '2025-03-17'));
    const first = await office.issue(GRANTED, 'same');
    const again = await office.issue(GRANTED, 'same');
    expect(again).toMatchObject({ events: 0, position: first.position, letter: first.letter });
    expect(office.printer.prints).toBe(1);
  });

  it('writes no name into the ledger', async () => {
    await office.step(decideRequest('granted', '2025-03-17'));
    await office.issue({ ...GRANTED, said: { content: '秘密内容' } });
    const events = await collect(office.recorder.ledger.readStream('letters-jia-2025'));
    expect(JSON.stringify(events)).not.toMatch(/张三|秘密内容/);
  });

  it.each([
    ['a reply before the decision', 'letter/not-in-this-state', GRANTED],
    ['words that are missing', 'letter/particular-missing', { kind: 'supplement-notice' }],
    [
      'a day that is none',
      'letter/word-unusable',
      { kind: 'supplement-notice', said: { matters: '写明', respondBy: '2025-02-30' } },
    ],
    [
      'more than twenty days',
      'letter/word-unusable',
      { kind: 'extension-notice', said: { workingDays: '21' } },
    ],
    [
      'another applicant',
      'letter/differs-from-ledger',
      { kind: 'receipt', said: { applicant: '李四' } },
    ],
    ['an unknown request', 'request/not-registered', { kind: 'receipt', requestNumber: '2025-9' }],
  ] as const)('is refused with %s', async (_what, refused, wanted) => {
    await expect(office.issue(wanted)).rejects.toMatchObject({ refusal: { refused } });
    expect(office.printer.prints).toBe(0);
  });
});

describe('what a document takes from the ledger', () => {
  it('is what the recorded step says, so that it need not be typed again', async () => {
    await office.step(procedure.askSupplement());
    const { said } = await office.preview({ kind: 'supplement-notice' });
    expect(said).toMatchObject({
      applicant: '张三',
      description: '某项目的批复',
      matters: '请写明文号',
      respondBy: '2025-03-20',
    });
  });

  it('is the extension as it was told, with the day it leads to', async () => {
    await office.step(procedure.extend(10));
    const { said, request } = await office.preview({ kind: 'extension-notice' });
    expect(said).toMatchObject({ workingDays: '10', approvedBy: '王主任', reasons: '案情复杂' });
    expect(said.extendedTo).toBe(request.dueOn);
  });

  it('is what each party was asked, by its number or its name, else the newest', async () => {
    await office.step(procedure.seek('2025-03-10', {}, '甲公司'));
    await office.step(procedure.seek('2025-03-11', {}, '乙公司'));
    const kind = 'third-party-consultation';
    const said = { matter: '合同单价' };
    const asked = async (more: object) =>
      (await office.preview({ kind, said, ...more })).consultation?.consultation;
    expect(await asked({})).toBe(2);
    expect(await asked({ consultation: 1 })).toBe(1);
    expect(await asked({ said: { ...said, addressee: '甲公司' } })).toBe(1);
    const third = await office.preview({ kind, said: { ...said, addressee: '丙公司' } });
    expect(third).toMatchObject({ consultation: null, said: { addressee: '丙公司' } });
  });

  it('is what was decided, and the correction of a name', async () => {
    await office.step(decideRequest('denied_process_info', '2025-03-17'));
    const { said } = await office.preview({ kind: 'denial', said: { reasons: '过程稿' } });
    expect(said).toMatchObject({ applicant: '张三', reasons: '过程稿' });
  });
});

describe('预览文书', () => {
  it('has no number, takes none, and is put down as 查阅 with who and what for', async () => {
    await office.step(decideRequest('granted', '2025-03-17'));
    const facts = await office.preview(GRANTED);
    expect(facts.documentNumber).toBeNull();
    expect(await numbers()).toStrictEqual([]);
    const viewed = memory.events.filter(({ type }) => type === 'PersonalDataViewed');
    expect(viewed.map(({ data }) => data)).toMatchObject([{ by: '李科员', purpose: '核对' }]);
  });

  it('of what may not be issued is refused, and nobody has looked', async () => {
    await expect(office.preview(GRANTED)).rejects.toMatchObject({
      refusal: { refused: 'letter/not-in-this-state' },
    });
    expect(memory.events.some(({ type }) => type === 'PersonalDataViewed')).toBe(false);
  });
});

describe('重印文书', () => {
  beforeEach(async () => {
    await office.step(decideRequest('granted', '2025-03-17'));
    await office.issue(GRANTED);
  });

  it('gives back the very bytes, whatever has changed since', async () => {
    const first = await office.reprint(1);
    const data = {
      agencyId: 'jia',
      name: '某市乙局',
      shortName: '乙局',
      renamedOn: '2025-06-30',
    } as const;
    await office.agency({ type: 'RenameAgency', data, today: '2025-06-30' });
    expect((await office.reprint(1)).bytes).toStrictEqual(first.bytes);
    expect(String((await office.reprint(1, 'docx')).bytes)).toBe('docx 1');
    expect(office.printer.prints).toBe(1);
  });

  it('is refused for a document that is not there', async () => {
    await expect(office.reprint(2)).rejects.toMatchObject({
      refusal: { refused: 'letter/not-issued' },
    });
  });

  it('answers 已依法删除 once the request was erased', async () => {
    await office.step(serveReply('2025-03-18'));
    const by = { agencyId: 'jia', number: '2025-0042', retentionYears: 10, underAppeal: false };
    const proposed = { ...by, by: '甲', ground: 'consent-withdrawn', reason: '本人撤回同意' };
    await office.step({ type: 'ProposeErasure', data: proposed, today: '2025-06-30' } as never);
    await office.step({
      type: 'ApproveErasure',
      data: { agencyId: 'jia', number: '2025-0042', by: '乙' },
      today: '2025-06-30',
    });
    await office.vault.forget(['request-jia-2025-0042']);
    for (const shown of [office.reprint(1), office.issue(GRANTED), office.preview(GRANTED)]) {
      await expect(shown).rejects.toMatchObject({
        refusal: { refused: 'request/already-erased', facts: { on: '2025-06-30' } },
      });
    }
  });

  it('says that the key is missing where it is', async () => {
    office.files.forget('request-jia-2025-0042');
    await expect(office.reprint(1)).rejects.toMatchObject({
      refusal: { refused: 'request/key-lost' },
    });
  });
});

describe('作废文书', () => {
  it('leaves the number used and the file kept', async () => {
    await office.step(decideRequest('granted', '2025-03-17'));
    await office.issue(GRANTED);
    await office.cancel(1);
    await office.issue(GRANTED);
    const { issued } = await office.list();
    expect(issued.map((it) => [it.documentNumber, it.cancelledOn])).toStrictEqual([
      ['甲局公开〔2025〕1号', '2025-06-30'],
      ['甲局公开〔2025〕2号', null],
    ]);
    await expect(office.reprint(1)).resolves.toBeDefined();
  });

  it('is refused with a reason that names the applicant, and for what is not there', async () => {
    await office.issue({ kind: 'receipt' });
    await expect(office.cancel(1, '张三的名字写错')).rejects.toMatchObject({
      refusal: { refused: 'request/personal-data-in-clear' },
    });
    await expect(office.cancel(2)).rejects.toMatchObject({
      refusal: { refused: 'letter/not-issued' },
    });
  });
});

describe('ListLetters', () => {
  it('lists what was issued and what may be issued now', async () => {
    await office.issue({ kind: 'receipt' });
    const { issued, issuable } = await office.list();
    expect(issued.map(({ kind }) => kind)).toStrictEqual(['receipt']);
    expect(issuable).toContain('supplement-notice');
    expect(issuable).not.toContain('grant');
  });
});
