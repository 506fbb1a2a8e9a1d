import { Input } from 'antd';
import { useId } from 'react';
import type { Choice, Field } from './fields';

type Given = Readonly<{
  field: Field;
  value: string;
  wrong: string | undefined;
  change: (value: string) => void;
}>;

/** One question with its label, its help and what is wrong with the answer. */
export function FieldInput(given: Given) {
  const { field, wrong } = given;
  const id = useId();
  const told = [field.help && `${id}-help`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  const many = (field.kind === 'choice' && isShort(field)) || field.kind === 'choices';
  const Frame = many ? 'fieldset' : 'div';
  const label = (
    <>
      {field.label}
      {field.optional === true && <span className="optional">（可不填）</span>}
    </>
  );
  return (
    <Frame className="question">
      {many ? (
        <legend>{label}</legend>
      ) : (
        field.kind !== 'yes' && <label htmlFor={id}>{label}</label>
      )}
      {field.help !== undefined && (
        <p className="help" id={`${id}-help`}>
          {field.help}
        </p>
      )}
      <Answer {...given} id={id} told={told === '' ? undefined : told} />
      {wrong !== undefined && (
        <p className="wrong" id={`${id}-wrong`}>
          ✕ {wrong}
        </p>
      )}
    </Frame>
  );
}

type Asked = Given & Readonly<{ id: string; told: string | undefined }>;

function Answer({ field, value, wrong, change, id, told }: Asked) {
  const common = {
    id,
    name: field.name,
    value,
    'aria-describedby': told,
    'aria-invalid': wrong !== undefined,
    'aria-required': field.optional !== true,
    autoComplete: 'off',
    onChange: ({ target }: { target: { value: string } }) => change(target.value),
  };
  switch (field.kind) {
    case 'long':
      return <Input.TextArea {...common} rows={4} />;
    case 'number':
      return <Input {...common} inputMode="numeric" />;
    case 'date':
    case 'month':
      return <Input {...common} type={field.kind} className="short" />;
    case 'yes':
      return <Yes field={field} value={value} change={change} />;
    case 'choices':
      return <Several field={field} value={value} change={change} />;
    case 'choice':
      return isShort(field) ? (
        <One field={field} value={value} change={change} />
      ) : (
        <select {...common} className="select">
          {!field.choices?.some((choice) => choice.value === '') && (
            <option value="">请选择</option>
          )}
          <Options choices={field.choices ?? []} />
        </select>
      );
    case 'text':
      return <Input {...common} />;
  }
}

function isShort({ choices = [] }: Field): boolean {
  return choices.length <= 8;
}

/** Choices that explain themselves stand one below the other. */
function frameOf({ choices = [] }: Field): string {
  return choices.some(({ label }) => label.length > 14) ? 'choices listed' : 'choices';
}

type Chosen = Readonly<{ field: Field; value: string; change: (value: string) => void }>;

function One({ field, value, change }: Chosen) {
  return (
    <div className={frameOf(field)}>
      {field.choices?.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={field.name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => change(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </div>
  );
}

function Several({ field, value, change }: Chosen) {
  const chosen = value === '' ? [] : value.split(',');
  return (
    <div className={frameOf(field)}>
      {field.choices?.map((choice) => (
        <label key={choice.value}>
          <input
            type="checkbox"
            name={field.name}
            checked={chosen.includes(choice.value)}
            onChange={({ target }) =>
              change(
                target.checked
                  ? [...chosen, choice.value].join(',')
                  : chosen.filter((one) => one !== choice.value).join(','),
              )
            }
          />
          {choice.label}
        </label>
      ))}
    </div>
  );
}

function Yes({ field, value, change }: Chosen) {
  return (
    <label className="yes">
      <input
        type="checkbox"
        name={field.name}
        checked={value === 'true'}
        onChange={({ target }) => change(target.checked ? 'true' : '')}
      />
      {field.label}
    </label>
  );
}

function Options({ choices }: Readonly<{ choices: readonly Choice[] }>) {
  const groups = [...new Set(choices.map(({ group = '' }) => group))];
  return groups.map((group) => {
    const options = choices
      .filter((choice) => (choice.group ?? '') === group)
      .map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ));
    return group === '' ? (
      options
    ) : (
      <optgroup key={group} label={group}>
        {options}
      </optgroup>
    );
  });
}
