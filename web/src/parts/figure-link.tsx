import { Link } from 'react-router';

type Given = Readonly<{ value: number | string; to: string; of: string; unit?: string }>;

/** A number that leads to what it counts. `of` says what that is, for who cannot see the table. */
export function FigureLink({ value, to, of: what, unit = '' }: Given) {
  return (
    <Link className="figure" to={to} aria-label={`${what}：${String(value)}${unit}，查看明细`}>
      {value}
      {unit}
    </Link>
  );
}
