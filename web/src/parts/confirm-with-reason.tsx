import { Input, Modal } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import type { Problem } from '../api';
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
export function ConfirmWithReason(given: Given) {
  const { open, title, children, action, label = '理由', sending, problem, done, leave } = given;
  const [reason, setReason] = useState('');
  const id = useId();
  return (
    <Modal
      open={open}
      title={title}
      okText={action}
      okButtonProps={{ disabled: reason.trim() === '' }}
      confirmLoading={sending}
      onOk={() => done(reason.trim())}
      onCancel={leave}
      destroyOnHidden
      afterClose={() => setReason('')}
    >
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
    </Modal>
  );
}
