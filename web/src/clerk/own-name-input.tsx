import { Input } from 'antd';
import { useId } from 'react';

type Given = Readonly<{ name: string; keep: ((name: string) => void) | undefined }>;

/** Asks who looks, where there are no accounts to tell. */
export function OwnNameInput({ name, keep }: Given) {
  const id = useId();
  if (keep === undefined) return null;
  return (
    <div className="question">
      <label htmlFor={id}>您的姓名</label>
      <Input id={id} className="short" value={name} onChange={({ target }) => keep(target.value)} />
    </div>
  );
}
