import { Alert, Button } from 'antd';
import type { Problem } from '../api';

type Given = Readonly<{ problem: Problem | undefined; again?: () => void }>;

/** What went wrong, why, and what to do; nothing where nothing did. Read out when it appears. */
export function ProblemAlert({ problem, again }: Given) {
  if (problem === undefined) return null;
  const { title, detail, basis, errors } = problem;
  return (
    <Alert
      className="problem"
      type="error"
      role="alert"
      showIcon
      title={title}
      description={
        <>
          <p>{detail}</p>
          {errors.length > 0 && (
            <ul>
              {errors.map(({ path, reason }) => (
                <li key={path}>
                  {path}：{reason}
                </li>
              ))}
            </ul>
          )}
          {basis !== undefined && <p className="basis">依据：{basis}</p>}
        </>
      }
      action={again && <Button onClick={again}>重试</Button>}
    />
  );
}
