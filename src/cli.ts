import { backup, restore } from './backup.js';
import { runCli } from './cli/program.js';
import { openSession } from './open-session.js';
import { serve } from './serve.js';
import { openMove } from './stores.js';

void runCli(process.argv.slice(2), {
  open: openSession,
  serve,
  move: openMove,
  backup,
  restore,
}).then((exit) => {
  // A running server keeps the process alive; a finished command lets it end by itself.
  process.exitCode = exit;
});
