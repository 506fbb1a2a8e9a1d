import { Button, Input } from 'antd';
import { useId, useState, type ReactNode, type SyntheticEvent } from 'react';
import { asProblem, type Problem } from '../api';
import { ProblemAlert } from './problem-alert';

/** One question whose answer is kept nowhere. */
export type UnkeptField = Readonly<{
  name: string;
  label: string;
  /** Under the label: what to write. */
  help?: string;
  type?: 'password';
  /** What a password manager takes it for. */
  complete: string;
  initial?: string;
  numeric?: boolean;
  focused?: boolean;
  optional?: boolean;
}>;

type Given = Readonly<{
  fields: readonly UnkeptField[];
  action: string;
  /** What it throws is told under the questions. */
  send: (values: Readonly<Record<string, string>>) => Promise<void>;
  /** Between the questions and the button. */
  children?: ReactNode;
}>;

/** A form for passwords and codes: no draft of it is kept, and nothing is typed for anybody. */
export function UnkeptForm({ fields, action, send, children }: Given) {
  const [problem, setProblem] = useState<Problem>();
  const [sending, setSending] = useState(false);
  const submit = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const given = [...new FormData(event.currentTarget)].filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1].trim() !== '',
    );
    setSending(true);
    setProblem(undefined);
    try {
      await send(Object.fromEntries(given));
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      {fields.map((field) => (
        <UnkeptInput key={field.name} field={field} />
      ))}
      {children}
      <ProblemAlert problem={problem} />
      <div className="actions entrance-action">
        <Button type="primary" htmlType="submit" loading={sending}>
          {action}
        </Button>
      </div>
    </form>
  );
}

export function UnkeptInput({ field }: Readonly<{ field: UnkeptField }>) {
  const { name, label, help, type, complete, initial, numeric, focused, optional } = field;
  const id = useId();
  return (
    <div className="question">
      <label htmlFor={id}>
        {label}
        {optional === true && <span className="optional">（可不填）</span>}
      </label>
      {help !== undefined && (
        <p className="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      <Input
        id={id}
        name={name}
        type={type ?? 'text'}
        autoComplete={complete}
        defaultValue={initial}
        autoFocus={focused === true}
        required={optional !== true}
        {...(numeric === true ? { inputMode: 'numeric' as const } : {})}
        {...(help === undefined ? {} : { 'aria-describedby': `${id}-help` })}
      />
    </div>
  );
}
