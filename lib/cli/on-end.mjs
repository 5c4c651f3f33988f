/** Calls `end` once somebody wants this process to stop: on Ctrl-C, SIGTERM, a closed terminal, and when npm, whose
 *  script this is, was ended: a signal to npm reaches the shell between npm and us, and not always us. */
export function onEnd(end) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, end);
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    end();
  }, 300);
  timer.unref();
}
