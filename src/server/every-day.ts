const day = 24 * 3600 * 1000;

/** Runs a task now, then every day as long as the process lives; a failure is told, and the next day tries again. */
export async function everyDay(task: () => Promise<unknown>, tell: (failure: unknown) => void): Promise<void> {
  const run = () => task().catch(tell);
  await run();
  setInterval(run, day).unref();
}
