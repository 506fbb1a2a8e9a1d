import { useMemo, useState } from 'react';
import { useAsked } from '../api';
import { Form } from '../parts/form';
import { today, type Field } from '../parts/fields';
import { Loaded } from '../parts/loaded';
import { PageHead } from '../parts/page-head';
import { Rows } from '../parts/rows';
import { useSession } from '../session';
import { dayOf } from '../words.zh-CN';

type Calendar = Readonly<{
  year: number;
  edition: string;
  announced: boolean;
  days: readonly Readonly<{ date: string; works: boolean; notice: string }>[];
}>;

const WEEKDAYS = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'];

/** 工作日历: which days depart from Monday to Friday, and by what notice. */
export function CalendarPage() {
  const { at, agency } = useSession();
  const now = Number(today().slice(0, 4));
  const [year, setYear] = useState(now);
  const asked = useAsked<Calendar>(at(`calendar/${String(year)}`));
  return (
    <>
      <PageHead
        title="工作日历"
        lead={`${agency?.name ?? ''}：期限按工作日计，工作日按这里的安排。`}
      />
      <section className="panel" aria-label="一年的安排">
        <label>
          看哪一年{' '}
          <select
            className="select short"
            value={year}
            onChange={({ target }) => setYear(Number(target.value))}
          >
            {Array.from({ length: 7 }, (_, back) => now + 1 - back).map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <Loaded of={asked}>{(calendar) => <Days calendar={calendar} />}</Loaded>
      </section>
      <Announce year={year} again={asked.again} />
    </>
  );
}

function Days({ calendar: { year, announced, edition, days } }: Readonly<{ calendar: Calendar }>) {
  return (
    <>
      {announced ? (
        <p className="days-left running">✓ {year} 年的节假日安排已经有了。</p>
      ) : (
        <p className="days-left soon">
          ✕ 还没有 {year} 年的节假日安排：按周一至周五推算，期限注明“待节假日安排公布”。
        </p>
      )}
      <Rows
        caption={`${String(year)} 年与周一至周五不同的日子`}
        columns={[
          { name: '日期', cell: ({ date }) => `${dayOf(date)}，${weekdayOf(date)}` },
          { name: '安排', cell: ({ works }) => (works ? '上班' : '放假') },
          { name: '依据', cell: ({ notice }) => notice },
        ]}
        rows={days}
        keyOf={({ date }) => date}
        none="没有与周一至周五不同的日子。"
      />
      <p className="help">版本：{edition}</p>
    </>
  );
}

function weekdayOf(date: string): string {
  return WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
}

type Given = Readonly<{ year: number; again: () => void }>;

/** 录入 of a year the program does not have, or of days of the agency's own. */
function Announce({ year, again }: Given) {
  const { at, agency } = useSession();
  const fields = useMemo(
    (): readonly Field[] => [
      {
        ...{ name: 'scope', label: '是谁的安排', kind: 'choice', initial: 'local' },
        choices: [
          { value: 'local', label: '地方的（如自治地方的节日）' },
          { value: 'state-council', label: '国务院的，程序里还没有的年份' },
        ],
      },
      { name: 'year', label: '哪一年', kind: 'number', initial: String(year) },
      { name: 'notice', label: '依据', kind: 'text', help: '文号，如“国办发明电〔2026〕×号”。' },
      {
        ...{ name: 'off', label: '放假的日子', kind: 'long', optional: true },
        help: '一行一个，如 2027-02-05。国务院的安排只写周一至周五。',
      },
      {
        ...{ name: 'work', label: '上班的日子', kind: 'long', optional: true },
        help: '一行一个。国务院的安排只写周六、周日。',
      },
    ],
    [year],
  );
  return (
    <section className="panel narrow" aria-label="录入安排">
      <h2>录入安排</h2>
      <p>同一年、同一种安排再录入一次，以后一次的为准；在办申请的期限随之重算。</p>
      <Form
        draft={`days-off-${agency?.agencyId ?? ''}`}
        fields={fields}
        path={at('days-off')}
        body={(sent, { off = '', work = '' }) => ({
          ...sent,
          off: linesOf(off),
          work: linesOf(work),
        })}
        action="录入"
        done={again}
      />
    </section>
  );
}

function linesOf(text: string): readonly string[] {
  return text.split(/[\s,，、]+/).filter((line) => line !== '');
}
