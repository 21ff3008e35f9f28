/** How long `run` keeps this process busy, in milliseconds: others on the machine make no difference. */
export function cpuTime(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
