import { useParams } from 'react-router';
import { useAsked } from '../api';
import { Loaded } from '../parts/loaded';
import { cellNames } from '../report/layout';
import { useSession } from '../session';
import { RollUpFrame, useYear } from './roll-up-frame';

type Share = Readonly<{
  agencyId: string;
  name: string;
  printed: number | string | null;
  counts: number;
}>;

/** 汇总下钻: what each child adds to one number. */
export function SharePage() {
  const year = useYear();
  const { cell = '' } = useParams();
  const { at } = useSession();
  const shares = useAsked<readonly Share[]>(at(`reports/${String(year)}/roll-up/cells/${cell}`));
  const name = cellNames(year < 2021 ? '2019' : '2021').get(cell) ?? cell;
  return (
    <RollUpFrame title="一个数字的明细" lead={name}>
      <section className="panel">
        <Loaded of={shares}>
          {(rows) =>
            rows.length === 0 ? (
              <p>各下级都是 0。</p>
            ) : (
              <table className="plain-table">
                <thead>
                  <tr>
                    <th scope="col">机关</th>
                    <th scope="col">报告里印的</th>
                    <th scope="col">计入</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((share) => (
                    <tr key={share.agencyId}>
                      <th scope="row">{share.name}</th>
                      <td>{share.printed === '' ? '（空白）' : share.printed}</td>
                      <td>{share.counts}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )
          }
        </Loaded>
      </section>
    </RollUpFrame>
  );
}
