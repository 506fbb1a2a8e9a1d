import { useAsked } from '../api';
import { Loaded } from '../parts/loaded';
import { PageHead } from '../parts/page-head';
import { momentOf } from '../words.zh-CN';

type Status = Readonly<{
  lastBackup: Readonly<{
    takenAt: string;
    events: number;
    into: string;
    keys: string | null;
  }> | null;
  ledgerBytes: number | null;
  events: number;
  checkpointAt: string;
}>;

/** A backup that is older than this is worth a sentence. */
const LATE_DAYS = 7;

const DAY_MS = 86_400_000;

/** 备份状态. The backup itself is made at the machine: the page cannot write to folders. */
export function BackupPage() {
  const asked = useAsked<Status>('/v1/backup-status');
  return (
    <>
      <PageHead title="备份" lead="台账备份了没有，丢得起多少。" />
      <Loaded of={asked}>{(status) => <Shown status={status} />}</Loaded>
    </>
  );
}

function Shown({ status }: Readonly<{ status: Status }>) {
  const { lastBackup, events, ledgerBytes, checkpointAt } = status;
  return (
    <>
      <section className="panel" aria-label="最近一次备份">
        <h2>最近一次备份</h2>
        {lastBackup === null ? (
          <p className="days-left late">✕ 从未备份。这台机器坏了，台账就没有了。</p>
        ) : (
          <LastBackup backup={lastBackup} events={events} />
        )}
      </section>
      <section className="panel" aria-label="台账">
        <h2>台账</h2>
        <dl className="facts">
          <div>
            <dt>事实</dt>
            <dd>{events} 条</dd>
          </div>
          <div>
            <dt>大小</dt>
            <dd>{ledgerBytes === null ? '在数据库里' : sizeOf(ledgerBytes)}</dd>
          </div>
          <div>
            <dt>最近的检查点</dt>
            <dd>
              {momentOf(checkpointAt)}（{ageOf(checkpointAt)}）
            </dd>
          </div>
        </dl>
        <p className="help">
          检查点是程序对全部事实的签名，每登记一次都重新签；很久没有变，就是很久没有登记。
        </p>
      </section>
      <section className="panel" aria-label="怎样备份">
        <h2>怎样备份</h2>
        <p>在运行程序的机器上执行，服务不必停；钥匙另放一处，不要和台账的备份放在一起。</p>
        <pre className="command">gongkai backup 台账的备份 --keys 钥匙的备份</pre>
        <p>建议每个工作日一次，放到另一块硬盘；每季度恢复一次试试。</p>
      </section>
    </>
  );
}

type Made = Readonly<{ backup: NonNullable<Status['lastBackup']>; events: number }>;

function LastBackup({ backup: { takenAt, events: saved, into, keys }, events }: Made) {
  const late = Date.now() - Date.parse(takenAt) > LATE_DAYS * DAY_MS;
  const since = events - saved;
  return (
    <>
      <p className={`days-left ${late ? 'late' : 'running'}`}>
        {late ? '✕' : '✓'} {momentOf(takenAt)}（{ageOf(takenAt)}），逐条核对，与台账一致
      </p>
      <dl className="facts">
        <div>
          <dt>备份里有</dt>
          <dd>{saved} 条事实</dd>
        </div>
        <div>
          <dt>以后又登记</dt>
          <dd>{since} 条，还没有备份</dd>
        </div>
        <div>
          <dt>放在</dt>
          <dd className="written">{into}</dd>
        </div>
        <div>
          <dt>钥匙</dt>
          <dd className="written">{keys ?? '✕ 没有备份：丢了钥匙，个人信息再也读不出来'}</dd>
        </div>
      </dl>
    </>
  );
}

function sizeOf(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}

function ageOf(instant: string): string {
  const days = Math.floor((Date.now() - Date.parse(instant)) / DAY_MS);
  return days < 1 ? '不到一天前' : `${String(days)} 天前`;
}
