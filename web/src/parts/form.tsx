import { Button } from 'antd';
import { useMemo, useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import { useSending } from '../api';
import { useDraft } from './draft';
import { FieldInput } from './field-input';
import { bodyOf, emptyOf, isAsked, missingIn, type Field, type Values } from './fields';
import { ProblemAlert } from './problem-alert';

type Given<Answer> = Readonly<{
  /** Names the draft; one per thing that is written, or two would share their text. */
  draft: string;
  fields: readonly Field[];
  /** Where it is sent, which may depend on what was answered. */
  path: string | ((values: Values) => string);
  /** What is sent, where it is not the answers as they stand. */
  body?: (sent: Record<string, unknown>, values: Values) => object;
  action: string;
  done: (answer: Answer, values: Values) => void;
  leave?: () => void;
  /** Between the questions and the button: what it means. */
  children?: ReactNode;
}>;

/** Questions and a button. What is typed survives a reload; what is wrong is said where it is. */
export function Form<Answer>(given: Given<Answer>) {
  const { fields, path, body, action, done, leave, children } = given;
  const empty = useMemo(() => emptyOf(fields), [fields]);
  const [values, change, clear] = useDraft<Values>(given.draft, empty);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const { send, sending, problem } = useSending<Answer>();
  const form = useRef<HTMLFormElement>(null);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const left = missingIn(fields, values).map(({ name }) => name);
    setMissing(left);
    if (left[0] !== undefined) {
      form.current?.querySelector<HTMLElement>(`[name="${left[0]}"]`)?.focus();
      return;
    }
    const sent = bodyOf(fields, values);
    const to = typeof path === 'string' ? path : path(values);
    const answer = await send(to, body === undefined ? sent : body(sent, values));
    if (answer === undefined) return;
    clear();
    done(answer, values);
  };

  const wrongWith = (name: string): string | undefined =>
    problem?.errors.find((error) => error.path === name)?.reason ??
    (missing.includes(name) && (values[name] ?? '') === '' ? '请填写这一项' : undefined);

  return (
    <form ref={form} noValidate onSubmit={(event) => void submit(event)}>
      {fields
        .filter((field) => isAsked(field, values))
        .map((field) => (
          <FieldInput
            key={field.name}
            field={field}
            value={values[field.name] ?? ''}
            wrong={wrongWith(field.name)}
            change={(value) => change({ [field.name]: value })}
          />
        ))}
      {children}
      <ProblemAlert problem={problem} />
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={sending}>
          {action}
        </Button>
        {leave !== undefined && <Button onClick={leave}>取消</Button>}
      </div>
    </form>
  );
}
