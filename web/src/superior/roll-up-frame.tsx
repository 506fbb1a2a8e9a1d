import { Select } from 'antd';
import type { ReactNode } from 'react';
import { NavLink, useNavigate, useParams } from 'react-router';
import { PageHead } from '../parts/page-head';
import { reportYears } from '../report/report';

/** The year of the address. */
export function useYear(): number {
  return Number(useParams()['year']);
}

type Given = Readonly<{ title: string; lead?: ReactNode; children: ReactNode }>;

/** What stands over the screens of one year's roll-up. */
export function RollUpFrame({ title, lead, children }: Given) {
  const year = useYear();
  const go = useNavigate();
  const years = reportYears().map((value) => ({ value, label: `${String(value)} 年度` }));
  return (
    <>
      <PageHead
        title={`${String(year)} 年度汇总：${title}`}
        lead={lead}
        actions={
          <Select
            aria-label="年度"
            value={year}
            options={years}
            onChange={(value: number) => void go(`/roll-up/${String(value)}`)}
          />
        }
      />
      <nav className="steps no-print" aria-label="汇总的各部分">
        <NavLink to={`/roll-up/${String(year)}`} end>
          下级报送
        </NavLink>
        <NavLink to={`/roll-up/${String(year)}/sum`} end>
          汇总的表格和校验
        </NavLink>
      </nav>
      {children}
    </>
  );
}
