import { AppointStaffCommand } from '../agencies/appoint-staff.handler.js';
import { DesignateDisclosureOfficeCommand } from '../agencies/designate-disclosure-office.handler.js';
import { employmentFrom } from '../agencies/domain/agency-labels.js';
import { ReleaseStaffCommand } from '../agencies/release-staff.handler.js';
import { RenameAgencyCommand } from '../agencies/rename-agency.handler.js';
import { textOf } from '../csv/cells.js';
import { readEntry } from './entry-file.js';
import { choiceGiven, dateGiven, sent } from './given.js';
import type { Output } from './output.js';
import { agencyMeant, send, type Session } from './session.js';

/** `gongkai rename NAME --on DATE`. */
export async function renameAgency(
  session: Session,
  output: Output,
  { name, shortName = name, on }: Readonly<{ name: string; shortName?: string; on: string }>,
  agency: string | undefined,
): Promise<void> {
  const { agencyId, name: before } = await agencyMeant(session, agency);
  const data = { agencyId, name, shortName, renamedOn: dateGiven(on) };
  const decided = await send(session, RenameAgencyCommand, { type: 'RenameAgency', data });
  output.answer(decided, `${before} 自 ${on} 起更名为 ${name}；编号 ${agencyId} 不变。`);
}

/** `gongkai office NAME --on DATE`. */
export async function designateOffice(
  session: Session,
  output: Output,
  given: Readonly<{ office: string; on: string; address?: string; phone?: string; email?: string }>,
  agency: string | undefined,
): Promise<void> {
  const { agencyId, name } = await agencyMeant(session, agency);
  const { office, on, address, phone, email } = given;
  const designatedOn = dateGiven(on);
  const data = { agencyId, office, designatedOn, ...sent({ address, phone, email }) };
  const command = { type: 'DesignateDisclosureOffice', data } as const;
  const decided = await send(session, DesignateDisclosureOfficeCommand, command);
  output.answer(decided, `${name} 自 ${on} 起由 ${office} 负责政府信息公开工作。`);
}

/** `gongkai staff appoint ID --employment KIND --on DATE`; the name only by `--from`. */
export async function appointStaff(
  session: Session,
  output: Output,
  given: Readonly<{ staffId: string; employment: string; on: string; from?: string }>,
  agency: string | undefined,
): Promise<void> {
  const { agencyId } = await agencyMeant(session, agency);
  const { staffId, on, from } = given;
  const name = from === undefined ? '' : textOf(await readEntry(from, ['姓名']), '姓名');
  const employment = choiceGiven(given.employment, employmentFrom, '任职方式');
  const command = {
    type: 'AppointStaff',
    data: { agencyId, staffId, employment, appointedOn: dateGiven(on) },
    ...(name === '' ? {} : { sealed: { name } }),
  } as const;
  const decided = await send(session, AppointStaffCommand, command);
  output.answer(decided, `人员 ${staffId} 已于 ${on} 到岗。`);
}

/** `gongkai staff release ID --on DATE`. */
export async function releaseStaff(
  session: Session,
  output: Output,
  { staffId, on }: Readonly<{ staffId: string; on: string }>,
  agency: string | undefined,
): Promise<void> {
  const { agencyId } = await agencyMeant(session, agency);
  const data = { agencyId, staffId, releasedOn: dateGiven(on) };
  const decided = await send(session, ReleaseStaffCommand, { type: 'ReleaseStaff', data });
  output.answer(decided, `人员 ${staffId} 已于 ${on} 离岗。`);
}
