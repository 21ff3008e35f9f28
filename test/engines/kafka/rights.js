// node test/engines/kafka/rights.js
//
// What has to be mended before a worker starts, against a broker with TLS, logins and rights: each mistake is made once with
// the command, which must say what it is and write nothing. Then the worker with all its rights copies every record, one
// that the topic does not take is withheld, and a worker with another policy is refused.
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startDaemon, until } from "../daemon.js";
import { Cluster, freePorts } from "./brokers.js";
import { clientModules, install } from "./install.js";

const command = fileURLToPath(new URL("../../../dist/scrubjay.cjs", import.meta.url));
const COUNT = 3_000;
/** So many are too large for the topic, and so many more are not. */
const LARGE = 10;
const GROUP = "redactors";
const USERS = /** @type {const} */ (["worker", "reader", "stranger", "unnamed"]);

install();
const folder = mkdtempSync(join(tmpdir(), "scrubjay-rights-"));
/** Made anew each time. @type {Record<string, string>} */
const words = Object.fromEntries([...USERS, "store"].map((name) => [name, randomBytes(12).toString("hex")]));
let failed = 0;

/** A key and a certificate of its own for 127.0.0.1; returns the certificate's file. @param {string} name */
function certificate(name) {
  const [store, file] = [join(folder, `${name}.p12`), join(folder, `${name}.pem`)];
  const keytool = (/** @type {string[]} */ ...args) =>
    execFileSync("keytool", [...args, "-keystore", store, "-storepass", words.store, "-alias", name], {
      stdio: "pipe",
    });
  keytool(
    ...["-genkeypair", "-keyalg", "EC", "-storetype", "PKCS12", "-dname", `CN=${name}`],
    ...["-ext", "san=ip:127.0.0.1", "-ext", "bc=ca:true"],
  );
  keytool("-exportcert", "-rfc", "-file", file);
  return { store, file };
}

const [own, other] = [certificate("broker"), certificate("other")];
const logins = USERS.map((user) => `user_${user}="${words[user]}"`).join(" ");
const cluster = await Cluster.start(
  1,
  `listeners=PLAINTEXT://127.0.0.1:{plain},CONTROLLER://127.0.0.1:{controller},SASL_SSL://127.0.0.1:{secure}
advertised.listeners=PLAINTEXT://127.0.0.1:{plain},SASL_SSL://127.0.0.1:{secure}
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SASL_SSL:SASL_SSL
ssl.keystore.location=${own.store}
ssl.keystore.password=${words.store}
ssl.keystore.type=PKCS12
sasl.enabled.mechanisms=PLAIN
listener.name.sasl_ssl.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required ${logins};
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
super.users=User:ANONYMOUS
allow.everyone.if.no.acl.found=false
`,
);

/** Settings of the client, as a user's file has them. @param {string} user @param {Record<string, string>} [more] */
function settings(user, more = {}) {
  const file = join(folder, `${user}-${randomBytes(3).toString("hex")}.properties`);
  const all = {
    "security.protocol": "SASL_SSL",
    "sasl.mechanism": "PLAIN",
    "sasl.username": user,
    "sasl.password": words[user],
    "ssl.ca.location": own.file,
    ...more,
  };
  writeFileSync(
    file,
    Object.entries(all)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(""),
  );
  return file;
}

/** @param {string} file @param {string[]} more */
const start = (file, ...more) =>
  startDaemon(
    process.execPath,
    [
      ...[command, "kafka", "--from", "raw", "--to", "clean", "--group", GROUP, "--settings", file],
      ...["--brokers", `127.0.0.1:${cluster.securePort}`, ...more],
    ],
    { env: { ...process.env, NODE_PATH: clientModules } },
  );

/** What Kafka's own client sees. @param {number} count */
const countedOf = async (count) => JSON.parse(await cluster.ask("count", "clean", count, 90_000));

/** @param {string} what @param {boolean} holds @param {string} printed */
function tell(what, holds, printed) {
  if (!holds) failed++;
  const line = printed.trim().split("\n").at(-1) ?? "";
  console.log(`${holds ? "ok  " : "FAIL"} ${what}: ${line}`);
}

/** A worker that must not start. @param {string} what @param {string} file @param {RegExp} says @param {string[]} more */
async function refused(what, file, says, ...more) {
  const daemon = start(file, ...more);
  await until(() => !daemon.isAlive() || /policy [0-9a-f]{16}\n/.test(daemon.printed()), what).catch(
    () => {},
  );
  const isRefused = !daemon.isAlive() && daemon.how() === "status 1";
  await daemon.stop();
  const printed = daemon.printed();
  const isSilent = Object.values(words).every((word) => !printed.includes(word));
  tell(what, isRefused && isSilent && says.test(printed), printed);
}

try {
  for (const topic of ["raw", "clean"]) await cluster.ask("topic", topic, 2, 1);
  await cluster.ask("fill", "raw", 0, COUNT, 300);
  await cluster.ask("allow", "worker", "TOPIC", "raw", "READ,DESCRIBE");
  await cluster.ask("allow", "worker", "TOPIC", "clean", "WRITE,DESCRIBE");
  await cluster.ask("allow", "worker", "GROUP", GROUP, "READ,DESCRIBE");
  await cluster.ask("allow", "worker", "TRANSACTIONAL_ID", GROUP, "WRITE,DESCRIBE");
  // Sees both topics and may not write.
  await cluster.ask("allow", "reader", "TOPIC", "raw", "READ,DESCRIBE");
  await cluster.ask("allow", "reader", "TOPIC", "clean", "DESCRIBE");
  await cluster.ask("allow", "reader", "GROUP", GROUP, "READ,DESCRIBE");
  await cluster.ask("allow", "reader", "TRANSACTIONAL_ID", GROUP, "WRITE,DESCRIBE");
  // May do everything but take a transactional id.
  await cluster.ask("allow", "unnamed", "TOPIC", "raw", "READ,DESCRIBE");
  await cluster.ask("allow", "unnamed", "TOPIC", "clean", "WRITE,DESCRIBE");
  await cluster.ask("allow", "unnamed", "GROUP", GROUP, "READ,DESCRIBE");

  await refused(
    "a wrong password",
    settings("worker", { "sasl.password": words.store }),
    /refuses the login/,
  );
  await refused(
    "a certificate of nobody known",
    settings("worker", { "ssl.ca.location": other.file }),
    /TLS failed/,
  );
  await refused(
    "a topic that is not there",
    settings("worker"),
    /--from rav: there is no such topic/,
    "--from",
    "rav",
  );
  await refused(
    "no rights at all",
    settings("stranger"),
    /--from raw: there is no such topic, or this client may not see it/,
  );
  await refused("no right to write", settings("reader"), /--to|Write/);
  await refused("no right on the transactional id", settings("unnamed"), /transactional id/);
  await refused("no right on the group", settings("worker"), /group/, "--group", "elsewhere");

  const http = `127.0.0.1:${(await freePorts(1))[0]}`;
  const worker = start(settings("worker"), "--http", http);
  const isReady = () =>
    fetch(`http://${http}/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  const all = await countedOf(COUNT);
  tell("all its rights", all.lost + all.doubled + all.raw === 0, JSON.stringify(all));
  const differs = /the policy of this worker .* is not that of the group/;
  await refused("another policy", settings("worker"), differs, "--keys", "ssn");

  await cluster.ask("limit", "clean", 2_000);
  await cluster.ask("fill", "raw", COUNT, COUNT + LARGE, 5_000);
  await cluster.ask("fill", "raw", COUNT + LARGE, COUNT + 2 * LARGE, 200);
  const large = await countedOf(COUNT + 2 * LARGE);
  // Their number was in a header, and headers go, too.
  const isWithheld = large.lost === LARGE && large.changed === LARGE;
  const isWhole = isWithheld && large.total === COUNT + 2 * LARGE && large.doubled + large.raw === 0;
  tell("records that the topic does not take go withheld", isWhole, JSON.stringify(large));

  await until(isReady, "ready");
  await cluster.killNode(0, "SIGKILL");
  await until(async () => !(await isReady()), "not ready without a broker");
  await cluster.startNode(0);
  await until(isReady, "ready again");
  tell("a broker that goes and comes back", worker.isAlive(), worker.printed());
  await worker.stop();
  tell("SIGTERM", worker.how() === "status 0", worker.printed());
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
if (failed > 0) {
  console.error(`${failed} failed`);
  process.exitCode = 1;
}
