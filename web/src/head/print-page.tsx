import { Button } from 'antd';
import { useSession } from '../session';
import { ReportFrame, useYear } from './report-frame';

const FILES = [
  ['pdf', 'PDF'],
  ['docx', 'Word'],
  ['xlsx', 'Excel'],
] as const;

/** The report as it will be printed, and as files. */
export function PrintPage() {
  const year = useYear();
  const { at } = useSession();
  const file = (format: string): string => at(`reports/${String(year)}/${format}`);
  return (
    <ReportFrame title="预览" lead="与打印的一样；没有封账或者有错误没有改正的，标明草稿。">
      <p className="actions">
        {FILES.map(([format, name]) => (
          <Button key={format} href={file(format)} target="_blank" rel="noreferrer">
            下载 {name}
          </Button>
        ))}
      </p>
      <iframe className="preview" title="年度报告预览" src={file('html')} sandbox="" />
    </ReportFrame>
  );
}
