import { spawn } from 'node:child_process';
import { join } from 'node:path';

const MODULE = join(__dirname, '..', '..', 'bin', 'end-with-shell.js');

/** Says its number, and a second later that it is still there; ends by itself after two. */
const PROGRAM = `require(${JSON.stringify(MODULE)});
  console.log(process.pid);
  setTimeout(() => console.log('still here'), 1000);
  setTimeout(() => process.exit(), 2000);`;

/** What a program in a shell has said in the end, when the shell was ended after its first word. */
async function saidWithoutShell(lifecycle: string): Promise<readonly string[]> {
  // As npm starts one; the second command keeps the shell from making way for the program.
  const shell = spawn('sh', ['-c', '"$NODE" -e "$PROGRAM"; :'], {
    env: { NODE: process.execPath, PROGRAM, npm_lifecycle_event: lifecycle },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  // The pipe ends when the last who holds it is gone: the program, not the shell.
  for await (const chunk of shell.stdout) {
    said += String(chunk);
    shell.kill('SIGTERM');
  }
  return said.trim().split('\n').slice(1);
}

describe('a signal to npm alone, which ends the shell', () => {
  it('ends what npm start had started', async () => {
    expect(await saidWithoutShell('start')).toEqual([]);
  });

  it('leaves alone what somebody started without npm', async () => {
    expect(await saidWithoutShell('')).toEqual(['still here']);
  });
});
