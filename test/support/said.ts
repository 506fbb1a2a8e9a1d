import { runCli, type Root } from '../../src/cli/program.js';

const never = (): never => {
  throw new Error('nothing was to be opened');
};

const NOTHING: Root = { open: never, serve: never, move: never, backup: never, restore: never };

export type Said = Readonly<{ exit: number; out: string; err: string }>;

/** Reads a command line that opens no ledger, in this process, and answers with what was said. */
export async function said(...args: readonly string[]): Promise<Said> {
  return saidWith({}, ...args);
}

/** Runs a command line in this process, with what it is lent, and answers with what was said. */
export async function saidWith(lent: Partial<Root>, ...args: readonly string[]): Promise<Said> {
  const written = { out: '', err: '' };
  const keep = (where: 'out' | 'err') => (text: string | Uint8Array) => {
    written[where] += String(text);
    return true;
  };
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation(keep('out')),
    jest.spyOn(process.stderr, 'write').mockImplementation(keep('err')),
  ];
  try {
    const exit = await runCli(args, { ...NOTHING, ...lent });
    return { exit, ...written };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
