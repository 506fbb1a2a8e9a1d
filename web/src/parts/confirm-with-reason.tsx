import { Button, Input } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import type { Problem } from '../api';
import { Dialog } from './dialog';
import { ProblemAlert } from './problem-alert';

type Given = Readonly<{
  open: boolean;
  title: string;
  /** What it means, before it is done. */
  children: ReactNode;
  action: string;
  label?: string;
  sending: boolean;
  problem: Problem | undefined;
  done: (reason: string) => void;
  leave: () => void;
}>;

/** Asks for a reason before something that cannot be taken back in silence. */
export function ConfirmWithReason({ open, ...given }: Given) {
  return open && <Asking {...given} />;
}

function Asking(given: Omit<Given, 'open'>) {
  const { title, children, action, label = '理由', sending, problem, done, leave } = given;
  const [reason, setReason] = useState('');
  const id = useId();
  return (
    <Dialog title={title} leave={leave}>
      {children}
      <label className="field" htmlFor={id}>
        {label}（必填）
      </label>
      <Input.TextArea
        id={id}
        rows={3}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <ProblemAlert problem={problem} />
      <div className="actions">
        <Button
          type="primary"
          disabled={reason.trim() === ''}
          loading={sending}
          onClick={() => done(reason.trim())}
        >
          {action}
        </Button>
        <Button onClick={leave}>取消</Button>
      </div>
    </Dialog>
  );
}
