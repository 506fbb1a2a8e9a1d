import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { Form } from '../parts/form';
import { today, type Field, type Values } from '../parts/fields';
import { PageHead } from '../parts/page-head';
import { useSession } from '../session';
import { APPLICANTS, CHANNELS } from './choices';
import { requestPath } from './work-columns';

/** 第31条: what comes this way is received only when both sides have confirmed it. */
const UNCERTAIN = ['letter', 'email', 'fax'];

function isUncertain({ channel = '' }: Values): boolean {
  return UNCERTAIN.includes(channel);
}

function fieldsNow(): readonly Field[] {
  return [
    { name: 'number', label: '登记编号', kind: 'text', help: `例如 ${today().slice(0, 4)}-0042` },
    { name: 'channel', label: '怎样提交的', kind: 'choice', choices: CHANNELS, initial: 'counter' },
    {
      ...{ name: 'receivedOn', label: '收到日期', kind: 'date', initial: today() },
      asked: (values) => !isUncertain(values),
    },
    {
      ...{ name: 'arrivedOn', label: '到达日期', kind: 'date', initial: today() },
      help: '平信、电子邮件、传真：与申请人确认之日才是收到之日，登记后请联系确认。',
      asked: isUncertain,
    },
    {
      ...{ name: 'applicantKind', label: '谁来申请', kind: 'choice', choices: APPLICANTS },
      initial: 'natural',
    },
    { name: 'applicant', label: '姓名或者名称', kind: 'text' },
    { name: 'idNumber', label: '证件号码', kind: 'text', optional: true },
    { name: 'contact', label: '联系方式', kind: 'text', optional: true },
    { name: 'address', label: '通信地址', kind: 'text', optional: true },
    { name: 'description', label: '要什么信息', kind: 'long', help: '照申请书写。' },
    { name: 'provision', label: '以什么形式提供', kind: 'text', optional: true },
  ];
}

/** 登记: one short form, from the first field to the button by the keyboard alone. */
export function Register() {
  const { at } = useSession();
  const go = useNavigate();
  const fields = useMemo(fieldsNow, []);
  return (
    <>
      <PageHead
        title="登记申请"
        lead="申请人的信息加密保存，其他人看到的是遮盖后的。按 Tab 到下一项，方向键选择，回车登记。"
      />
      <div className="panel narrow">
        <Form
          draft="register"
          fields={fields}
          path={(values) => at(isUncertain(values) ? 'requests/arrivals' : 'requests')}
          action="登记"
          done={(_answer, { number = '' }) => void go(requestPath(number.trim()))}
        />
      </div>
    </>
  );
}
