import { useMemo, useState } from 'react';
import { useAsked } from '../api';
import { Form } from '../parts/form';
import { today, type Field } from '../parts/fields';
import { Loaded } from '../parts/loaded';
import { Rows } from '../parts/rows';
import { useSession } from '../session';

type Count = Readonly<{ month: string; category: string; quantity: number }>;

const CATEGORIES = {
  licensing: '行政许可（件）',
  punishment: '行政处罚（件）',
  coercion: '行政强制（件）',
  fees_fen: '行政事业性收费（元）',
} as const;

const OWN = 'own';

function fieldsNow(): readonly Field[] {
  const among = Object.entries(CATEGORIES).map(([value, label]) => ({ value, label }));
  return [
    {
      ...{ name: 'category', label: '哪一项', kind: 'choice', initial: 'licensing' },
      choices: [...among, { value: OWN, label: '本机关自己的计数' }],
    },
    {
      ...{ name: 'name', label: '计数的名称', kind: 'text', help: '例如：网站信息公开条数' },
      asked: ({ category }) => category === OWN,
    },
    { name: 'month', label: '月份', kind: 'month', initial: today().slice(0, 7) },
    {
      ...{ name: 'quantity', label: '数量', kind: 'number' },
      help: '收费写元，可有两位小数。',
    },
  ];
}

/** 月度数量 and the agency's own counters. Fees are written in 元 and kept in 分. */
export function MonthlyCounts() {
  const { at } = useSession();
  const [year, setYear] = useState(() => Number(today().slice(0, 4)));
  const asked = useAsked<readonly Count[]>(at(`counts?year=${String(year)}`));
  const fields = useMemo(fieldsNow, []);
  return (
    <section className="panel" aria-label="月度数量">
      <h2>月度数量</h2>
      <div className="columns">
        <Loaded of={asked}>
          {(counts) => (
            <Rows
              caption={`${String(year)}年的月度数量`}
              columns={[
                { name: '月份', cell: ({ month }) => month },
                { name: '项目', cell: ({ category }) => nameOf(category) },
                { name: '数量', cell: shown },
              ]}
              rows={counts}
              keyOf={({ month, category }) => `${month} ${category}`}
              none={`${String(year)}年还没有上报数量。`}
            />
          )}
        </Loaded>
        <div>
          <label>
            看哪一年
            <select
              className="select"
              value={year}
              onChange={({ target }) => setYear(Number(target.value))}
            >
              {Array.from({ length: 8 }, (_, at) => Number(today().slice(0, 4)) - at).map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </label>
          <h3>上报</h3>
          <Form
            draft="count"
            fields={fields}
            path={at('counts')}
            body={({ category, name, month, quantity }) => ({
              category: category === OWN ? name : category,
              month,
              quantity: category === 'fees_fen' ? Math.round(Number(quantity) * 100) : quantity,
            })}
            action="上报"
            done={asked.again}
          />
        </div>
      </div>
    </section>
  );
}

function nameOf(category: string): string {
  const words: Readonly<Record<string, string>> = CATEGORIES;
  return words[category] ?? category.replace('narrative:', '');
}

function shown({ category, quantity }: Count): string {
  return category === 'fees_fen' ? (quantity / 100).toFixed(2) : String(quantity);
}
