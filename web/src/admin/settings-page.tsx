import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useAsked } from '../api';
import { Form } from '../parts/form';
import type { Field, Values } from '../parts/fields';
import { Loaded } from '../parts/loaded';
import { PageHead } from '../parts/page-head';
import { Rows } from '../parts/rows';
import { useSession } from '../session';
import { dayOf } from '../words.zh-CN';
import {
  SETTING_GROUPS,
  YES_NO,
  sentOf,
  typedOf,
  wordsOf,
  type Setting,
  type SettingGroup,
  type SettingState,
} from './settings';

/** 统计口径、办理规则、年报设置: what no text settles, and what the agency made of it. */
export function SettingsPage() {
  const { at, agency } = useSession();
  const asked = useAsked<readonly SettingState[]>(at('settings'));
  return (
    <>
      <PageHead
        title="口径和规则"
        lead={`${agency?.name ?? ''}：没有明文规定、由本机关确定的。默认值都是推定，请对照本地的要求。`}
      />
      <Loaded of={asked}>
        {(states, again) =>
          SETTING_GROUPS.map((group) => (
            <Group key={group.path} group={group} states={states} again={again} />
          ))
        }
      </Loaded>
    </>
  );
}

type Given = Readonly<{
  group: SettingGroup;
  states: readonly SettingState[];
  again: () => void;
}>;

function Group({ group, states, again }: Given) {
  const [changing, setChanging] = useState(false);
  const { title, lead, settings } = group;
  const stateOf = ({ name }: Setting) => states.find((state) => state.name === name);
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      <p>{lead}</p>
      <Rows
        caption={title}
        columns={[
          { name: '设置', cell: (one) => <Named setting={one} /> },
          { name: '现在', cell: (one) => <strong>{wordsOf(one, stateOf(one)?.value)}</strong> },
          { name: '默认（推定）', cell: (one) => wordsOf(one, stateOf(one)?.initial) },
          { name: '依据', cell: ({ basis }) => basis },
          {
            name: '何时起',
            cell: (one) => <span className="nowrap">{sinceOf(stateOf(one))}</span>,
          },
        ]}
        rows={settings}
        keyOf={({ name }) => name}
        none=""
      />
      {changing ? (
        <Change
          group={group}
          states={states}
          leave={() => setChanging(false)}
          done={() => {
            setChanging(false);
            again();
          }}
        />
      ) : (
        <div className="actions no-print after-table">
          <Button onClick={() => setChanging(true)}>{`重新确定${title}`}</Button>
        </div>
      )}
    </section>
  );
}

function Named({ setting: { what, meaning } }: Readonly<{ setting: Setting }>) {
  return (
    <div>
      {what}
      <p className="help">{meaning}</p>
    </div>
  );
}

function sinceOf(state: SettingState | undefined): string {
  const since = state?.since ?? null;
  return since === null ? '没有改过' : dayOf(since);
}

type ChangeGiven = Readonly<{
  group: SettingGroup;
  states: readonly SettingState[];
  done: () => void;
  leave: () => void;
}>;

/** Only what was chosen anew is sent. */
function Change({ group: { settings, path }, states, done, leave }: ChangeGiven) {
  const { at, agency } = useSession();
  const typed = useMemo(
    (): Values => Object.fromEntries(states.map(({ name, value }) => [name, typedOf(value)])),
    [states],
  );
  const fields = useMemo(() => settings.map((one) => fieldOf(one, typed)), [settings, typed]);
  const chosen = (values: Values): object => {
    const anew = settings.filter(({ name }) => values[name] !== typed[name]);
    return Object.fromEntries(anew.map((one) => [one.name, sentOf(one, values[one.name] ?? '')]));
  };
  return (
    <div className="narrow change">
      <Form
        draft={`${path}-${agency?.agencyId ?? ''}`}
        fields={fields}
        path={at(path)}
        body={(_sent, values) =>
          path === 'retention' ? { years: yearsOf(values) } : chosen(values)
        }
        action="确定"
        done={done}
        leave={leave}
      />
    </div>
  );
}

function yearsOf({ retentionYears }: Values): number {
  return Number(retentionYears);
}

function fieldOf({ name, what, meaning, kind, choices, none }: Setting, typed: Values): Field {
  const common = { name, label: what, help: meaning, initial: typed[name] ?? '' };
  const empty = none === undefined ? {} : { optional: true };
  switch (kind) {
    case 'choice':
      return { ...common, kind: 'choice', choices: choices ?? [] };
    case 'yes':
      return { ...common, kind: 'choice', choices: YES_NO };
    case 'several':
      return { ...common, ...empty, kind: 'choices', choices: choices ?? [] };
    case 'number':
      return { ...common, ...empty, kind: 'number' };
    case 'day':
      return { ...common, ...empty, kind: 'text' };
  }
}
