// node test/engines/kafka/install.js
//
// Puts Kafka's brokers (jars from Maven) and its client (from npm, its native part built here) into the cache, once: some
// three minutes on two cores, one of which may be another's.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cache, kept } from "../cache.js";

const KAFKA = "4.2.0";
const CLIENT = "1.10.1";
const NAME = "@confluentinc/kafka-javascript";

const dependency = (/** @type {string} */ artifact) =>
  `<dependency><groupId>org.apache.kafka</groupId><artifactId>${artifact}</artifactId><version>${KAFKA}</version></dependency>`;
const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>scrubjay.test</groupId><artifactId>kafka</artifactId><version>1</version>
<dependencies>${dependency("kafka_2.13")}${dependency("kafka-tools")}</dependencies></project>\n`;

/** What librdkafka's sources need beside a compiler. */
const HEADERS = ["zlib1g-dev", "libssl-dev", "libzstd-dev", "libcurl4-openssl-dev", "libsasl2-dev"];

/** Where the jars and the client's node_modules are. */
export const jars = join(cache, `kafka-${KAFKA}`, "libs");
export const clientModules = join(
  cache,
  `kafka-javascript-${CLIENT}-node${process.versions.modules}`,
  "node_modules",
);

/** Whether nothing has to be fetched or built any more. */
export const isInstalled = () => existsSync(jars) && existsSync(clientModules);

export function install() {
  kept(`kafka-${KAFKA}`, (folder) => {
    writeFileSync(join(folder, "pom.xml"), POM);
    run("mvn", ["-q", "-B", "dependency:copy-dependencies", "-DoutputDirectory=libs"], folder);
  });
  kept(`kafka-javascript-${CLIENT}-node${process.versions.modules}`, buildClient);
}

/** The folder of the classes that fill and count, compiled anew where a source has changed. */
export function toolFolder() {
  const sources = ["KafkaTool.java", "HostileRecords.java"].map((name) =>
    fileURLToPath(new URL(name, import.meta.url)),
  );
  const hash = createHash("sha256");
  for (const source of sources) hash.update(readFileSync(source));
  const id = hash.digest("hex").slice(0, 12);
  return kept(`kafka-tool-${KAFKA}-${id}`, (folder) => {
    run("javac", ["-cp", `${jars}/*`, "-d", ".", ...sources], folder);
  });
}

/** Its prebuilt binary is not in the registry. @param {string} folder */
function buildClient(folder) {
  run("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...HEADERS], folder);
  writeFileSync(join(folder, "package.json"), '{"private":true}\n');
  run(
    "npm",
    ["install", "--ignore-scripts", "--save-exact", "--no-audit", "--no-fund", `${NAME}@${CLIENT}`],
    folder,
  );
  const home = join(folder, "node_modules", NAME);
  // Forty compilers at once otherwise.
  const gyp = join(home, "deps", "librdkafka.gyp");
  writeFileSync(
    gyp,
    readFileSync(gyp, "utf8").replace('"make", "-j", "-C"', `"make", "-j${cpus().length}", "-C"`),
  );
  const env = {
    ...process.env,
    CKJS_LINKING: "dynamic",
    npm_config_nodedir: process.env.npm_config_nodedir ?? "/usr",
  };
  run(join(folder, "node_modules/.bin/node-pre-gyp"), ["install", "--build-from-source"], home, env);
  // What the compiler left: 200 MB.
  rmSync(join(home, "build", "Release", "obj.target"), { recursive: true, force: true });
}

/** @param {string} command @param {string[]} args @param {string} cwd @param {NodeJS.ProcessEnv} [env] */
function run(command, args, cwd, env = process.env) {
  console.error(`${command} ${args.join(" ")}`);
  execFileSync(command, args, { cwd, env, stdio: ["ignore", "ignore", "inherit"] });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) install();
