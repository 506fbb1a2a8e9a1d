'use strict';

/**
 * Ends this process when the shell that npm started it in is gone. npm passes a signal on to that
 * shell, and many a shell ends of it without passing it on to the program.
 */
if (process.env['npm_lifecycle_event'] === 'start') {
  const shell = process.ppid;
  const watch = setInterval(() => {
    // An orphan gets another parent.
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 300);
  watch.unref();
}
