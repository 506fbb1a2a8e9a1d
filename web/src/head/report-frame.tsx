import { Select } from 'antd';
import type { ReactNode } from 'react';
import { NavLink, useLocation, useNavigate, useParams } from 'react-router';
import { PageHead } from '../parts/page-head';
import { reportYears } from '../report/report';
import { useSession } from '../session';

const STEPS = [
  ['', '表格', 'reports.read'],
  ['/text', '文字', 'reports.draft'],
  ['/checks', '校验', 'reports.read'],
  ['/print', '预览', 'reports.read'],
  ['/close', '封账和报送', 'reports.submit'],
] as const;

/** The year of the address. */
export function useYear(): number {
  return Number(useParams()['year']);
}

type Given = Readonly<{ title: string; lead?: ReactNode; children: ReactNode }>;

/** What stands over every screen of one year's report. */
export function ReportFrame({ title, lead, children }: Given) {
  const year = useYear();
  const { may } = useSession();
  const go = useNavigate();
  const { pathname } = useLocation();
  const years = reportYears().map((value) => ({ value, label: `${String(value)} 年度` }));
  const rest = pathname.replace(/^\/reports\/\d+/, '').replace(/^\/cells\/.*$/, '');
  const picked = (value: number): void => void go(`/reports/${String(value)}${rest}`);
  return (
    <>
      <PageHead
        title={`${String(year)} 年度报告：${title}`}
        lead={lead}
        actions={<Select aria-label="年度" value={year} options={years} onChange={picked} />}
      />
      <nav className="steps no-print" aria-label="年度报告的各部分">
        {STEPS.filter(([, , permission]) => may(permission)).map(([path, name]) => (
          <NavLink key={path} to={`/reports/${String(year)}${path}`} end>
            {name}
          </NavLink>
        ))}
      </nav>
      {children}
    </>
  );
}
