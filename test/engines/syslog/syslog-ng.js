// syslog-ng of Debian: `program()` as a destination, whose output is what the filter writes.
import { join } from "node:path";
import { debian } from "../cache.js";
import { runCase } from "./syslog-case.js";

const PACKAGES = ["syslog-ng-core", "libivykis0", "libjson-c5", "libnet1", "libwrap0", "libpcre3"];

/** A destination, and the filter's output read again as a source: what syslog-ng sends on is redacted. */
const config = ({ folder, filter }) => `
@version: 3.38
options { stats-freq(0); time-reopen(1); };
source raw { file("${folder}/in.log" flags(no-parse) follow-freq(0.1) log-fetch-limit(1000) log-iw-size(10000)); };
destination scrubbed { program("${filter} --line-buffered >> ${folder}/clean.log" template("$MSG\\n") log-fifo-size(200000)); };
log { source(raw); destination(scrubbed); flags(flow-control); };
`;

/** @param {{ count: number }} options */
export async function syslogNg({ count }) {
  const home = debian("syslog-ng", PACKAGES);
  const libraries = join(home, "usr/lib");
  const rows = [];
  for (const [how, signal, allows] of [
    ["filter killed", "SIGKILL", { lost: true }],
    ["filter stopped for 3 s", "SIGSTOP", {}],
  ]) {
    const row = await runCase({
      engine: "syslog-ng",
      what: "`program()`",
      how,
      signal,
      count,
      allows,
      config,
      start: (file, folder) => ({
        command: join(home, "usr/sbin/syslog-ng"),
        args: [
          ...["-F", "--no-caps", "-f", file, "-R", join(folder, "persist"), "-c", join(folder, "control")],
          ...["-p", join(folder, "pid"), "--module-path", join(libraries, "syslog-ng/3.38")],
        ],
        env: {
          LD_LIBRARY_PATH: [
            join(libraries, "x86_64-linux-gnu"),
            join(libraries, "syslog-ng"),
            join(home, "lib/x86_64-linux-gnu"),
          ].join(":"),
        },
      }),
    });
    rows.push(row);
  }
  return rows;
}
