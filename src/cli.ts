import { runCli } from './cli/program.js';
import { openSession } from './open-session.js';
import { serve } from './serve.js';

void runCli(process.argv.slice(2), { open: openSession, serve }).then((exit) => {
  // A running server keeps the process alive; a finished command lets it end by itself.
  process.exitCode = exit;
});
