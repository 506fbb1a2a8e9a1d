import { backup, restore } from './backup.js';
import { runCli } from './cli/program.js';
import { openSession } from './open-session.js';
import { openMove } from './stores.js';

void runCli(process.argv.slice(2), {
  open: openSession,
  // Loaded when it is asked for: half of what the program consists of is for the server alone.
  serve: async (...where) => (await import('./serve.js')).serve(...where),
  move: openMove,
  backup,
  restore,
}).then((exit) => {
  // A running server keeps the process alive; a finished command lets it end by itself.
  process.exitCode = exit;
});
