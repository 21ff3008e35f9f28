/** Lets the event loop go round once, for signals; or waits. */
export function turn(timeMs: number): Promise<void> {
  return new Promise((resolve) => {
    if (timeMs === 0) setImmediate(resolve);
    else setTimeout(resolve, timeMs);
  });
}
