import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useSending } from '../api';
import { ProblemAlert } from './problem-alert';

type Given<Answer> = Readonly<{
  action: string;
  path: string;
  /** What it means, before it is done. */
  children: ReactNode;
  done: (answer: Answer) => void;
}>;

/** Something that is done with two presses, and said what it means in between. */
export function SureButton<Answer>({ action, path, children, done }: Given<Answer>) {
  const [asking, setAsking] = useState(false);
  const { send, sending, problem, clear } = useSending<Answer>();
  const go = async (): Promise<void> => {
    const answer = await send(path);
    if (answer === undefined) return;
    setAsking(false);
    done(answer);
  };
  if (!asking) return <Button onClick={() => setAsking(true)}>{action}</Button>;
  return (
    <div className="sure">
      <p>{children}</p>
      <ProblemAlert problem={problem} />
      <div className="actions">
        <Button type="primary" loading={sending} onClick={() => void go()}>
          {`确定${action}`}
        </Button>
        <Button
          onClick={() => {
            clear();
            setAsking(false);
          }}
        >
          取消
        </Button>
      </div>
    </div>
  );
}
