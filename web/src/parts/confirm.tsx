import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Problem } from '../api';
import { Dialog } from './dialog';
import { ProblemAlert } from './problem-alert';

type Given = Readonly<{
  title: string;
  /** What it means, before it is done. */
  children: ReactNode;
  action: string;
  sending: boolean;
  problem: Problem | undefined;
  done: () => void;
  leave: () => void;
}>;

/** Says what something means before it is done. */
export function Confirm({ title, children, action, sending, problem, done, leave }: Given) {
  return (
    <Dialog title={title} leave={leave}>
      {children}
      <ProblemAlert problem={problem} />
      <div className="actions">
        <Button type="primary" loading={sending} onClick={done}>
          {action}
        </Button>
        <Button onClick={leave}>取消</Button>
      </div>
    </Dialog>
  );
}
