// By a name, as it has no types.
const tool = "autocannon";
const seconds = 3;

/** Requests a second that a server on this machine answers. */
export async function load(port: number): Promise<number> {
  const { default: autocannon } = await import(tool);
  const { requests, non2xx, errors } = await autocannon({
    url: `http://127.0.0.1:${port}/items/4211?page=2&sort=created_at`,
    connections: 20,
    duration: seconds,
    headers: { "user-agent": "Mozilla/5.0 (X11; Linux x86_64)", accept: "application/json" },
  });
  if (non2xx > 0 || errors > 0) throw new Error(`${non2xx} replies and ${errors} errors`);
  return requests.average;
}
