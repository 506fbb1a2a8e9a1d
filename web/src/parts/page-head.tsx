import { useEffect, type ReactNode } from 'react';

type Given = Readonly<{
  title: string;
  /** One sentence under the title: what this screen is for, or the next step. */
  lead?: ReactNode;
  /** Buttons to the right of the title. */
  actions?: ReactNode;
}>;

/** The title of a screen, also that of the browser's tab. */
export function PageHead({ title, lead, actions }: Given) {
  useEffect(() => {
    document.title = `${title} · 政府信息公开台账`;
  }, [title]);
  return (
    <header className="page-head">
      <div>
        <h1>{title}</h1>
        {lead !== undefined && <p className="lead">{lead}</p>}
      </div>
      {actions !== undefined && <div className="actions no-print">{actions}</div>}
    </header>
  );
}
