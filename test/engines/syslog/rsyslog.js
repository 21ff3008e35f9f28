// rsyslog of Debian: mmexternal, which asks for a reply to each message, and omprog, which writes to a program.
import { join } from "node:path";
import { debian } from "../cache.js";
import { runCase } from "./syslog-case.js";

const PACKAGES = ["rsyslog", "libestr0", "libfastjson4", "liblognorm5"];

/** What stands before and after the actions; the queue waits where an action is slow, so that nothing is dropped. */
const frame = ({ folder, actions }) => `
global(workDirectory="${folder}")
module(load="imfile")
module(load="mmexternal")
module(load="omprog")
template(name="line" type="list") { property(name="msg") constant(value="\\n") }
input(type="imfile" file="${folder}/in.log" tag="app:" ruleset="app")
ruleset(name="app" queue.type="linkedList" queue.size="200000" queue.timeoutEnqueue="60000") {
${actions}
}
`;

const ask = ({ filter }) => `
  unset $!scrubjay;
  action(type="mmexternal" binary="${filter} --reply json" interface.input="msg")`;
const into = (file) => `action(type="omfile" file="${file}" template="line")`;

const failClosed = (at) => `${ask(at)}
  if $!scrubjay == "done" then ${into(`${at.folder}/clean.log`)}
  else ${into(`${at.folder}/held.log`)}`;
const failOpen = (at) => `${ask(at)}
  ${into(`${at.folder}/clean.log`)}`;
const program = ({ filter, folder }) => `
  action(type="omprog" binary="${filter}" template="line" output="${folder}/clean.log")`;

/** @type {readonly { what: string, how: string, signal: NodeJS.Signals, actions: (at: { filter: string, folder: string }) => string, allows?: object }[]} */
const CASES = [
  { what: "`mmexternal`, mark asked for", how: "filter killed", signal: "SIGKILL", actions: failClosed },
  {
    what: "`mmexternal`, mark asked for",
    how: "filter stopped for 3 s",
    signal: "SIGSTOP",
    actions: failClosed,
  },
  {
    what: "`mmexternal` alone",
    how: "filter killed",
    signal: "SIGKILL",
    actions: failOpen,
    allows: { raw: true },
  },
  { what: "`omprog`", how: "filter killed", signal: "SIGKILL", actions: program, allows: { lost: true } },
  { what: "`omprog`", how: "filter stopped for 3 s", signal: "SIGSTOP", actions: program },
];

/** @param {{ count: number }} options */
export async function rsyslog({ count }) {
  const home = debian("rsyslog", PACKAGES);
  const libraries = join(home, "usr/lib/x86_64-linux-gnu");
  const rows = [];
  for (const { what, how, signal, actions, allows } of CASES) {
    const row = await runCase({
      engine: "rsyslog",
      what,
      how,
      signal,
      count,
      allows,
      config: (at) => frame({ folder: at.folder, actions: actions(at) }),
      start: (config, folder) => ({
        command: join(home, "usr/sbin/rsyslogd"),
        args: ["-n", "-f", config, "-i", join(folder, "pid"), "-M", join(libraries, "rsyslog")],
        env: { LD_LIBRARY_PATH: libraries },
      }),
    });
    rows.push(row);
  }
  return rows;
}
