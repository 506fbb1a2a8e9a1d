import type { CommandBus } from '@nestjs/cqrs';
import { existsSync } from 'node:fs';
import { establishAgency } from '../../src/cli/init.command.js';
import { Output } from '../../src/cli/output.js';
import { demonstrate, firstStartUnfinished } from '../../src/cli/sample.js';
import type { Session } from '../../src/cli/session.js';
import type { ReadModels } from '../../src/read-models/read-models.js';
import { openSession } from '../../src/open-session.js';
import { emptyFolder, removeFolders } from '../support/e2e/gongkai.js';

/** Keeps what a person would read. */
class Said extends Output {
  readonly words: string[] = [];
  constructor() {
    super(false);
  }
  override answer(_value: unknown, words: string | readonly string[]): void {
    this.words.push(...[words].flat());
  }
}

let session: Session;
beforeEach(async () => {
  session = await openSession(emptyFolder(), 'write');
});
afterEach(() => session.close());
afterAll(removeFolders);

/** Somebody pulls the plug after so many commands. */
function interruptedAfter(commands: number): Session {
  let left = commands;
  const execute = (...command: Parameters<CommandBus['execute']>): Promise<unknown> => {
    if (left === 0) return Promise.reject(new Error('interrupted'));
    left -= 1;
    return session.commands.execute(...command);
  };
  return { ...session, commands: { execute } as unknown as CommandBus };
}

async function facts(): Promise<number> {
  let count = 0;
  for await (const _ of session.ledger.readAll()) count += 1;
  return count;
}

describe('the first start', () => {
  it('is completed by the second one, wherever it was interrupted, and done once', async () => {
    expect(await firstStartUnfinished(session)).toBe(true);
    for (const commands of [0, 1, 3, 5]) {
      await expect(demonstrate(interruptedAfter(commands), new Said())).rejects.toThrow();
      expect(await firstStartUnfinished(session)).toBe(true);
    }
    const said = new Said();
    await demonstrate(session, said);
    const [, file = ''] = said.words[0]?.split('：') ?? [];
    expect(existsSync(file)).toBe(true);
    expect(await firstStartUnfinished(session)).toBe(false);
    const complete = await facts();

    const whole = await openSession(emptyFolder(), 'write');
    await demonstrate(whole, new Said());
    let all = 0;
    for await (const _ of whole.ledger.readAll()) all += 1;
    await whole.close();
    expect(complete).toBe(all);
  }, 60_000);

  it('is not for a ledger of somebody else, and reads but one of its events to know', async () => {
    await establishAgency(session, new Said(), { name: '某局', government: false });
    const unread = {
      ...session,
      models: null as unknown as ReadModels,
      ledger: { ...session.ledger, readAll: firstOnly },
    } as Session;
    expect(await firstStartUnfinished(unread)).toBe(false);

    async function* firstOnly(): ReturnType<Session['ledger']['readAll']> {
      for await (const event of session.ledger.readAll()) {
        yield event;
        throw new Error('a second event was read');
      }
    }
  });
});
