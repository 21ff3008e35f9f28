// Brokers of Kafka (KRaft) on the loopback: one, or three.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDaemon, until } from "../daemon.js";
import { jars, toolFolder } from "./install.js";

/** A count waits for transactions that the broker has to end. */
const ANSWER_MS = 400_000;
const CLUSTER = "c2NydWJqYXktdGVzdC0wMQ";
const JAVA = ["-Xmx512m", "-Xms128m", "-XX:+UseSerialGC", "-Dlog4j2.level=WARN", "-cp", `${jars}/*`];

/** A cluster that runs. */
export class Cluster {
  /**
   * @param {number} size
   * @param {string} [more] Further properties, in which `{plain}`, `{controller}` and `{secure}` are ports
   */
  static async start(size, more = "") {
    const cluster = new Cluster(size, await freePorts(2 * size + 1), more);
    await Promise.all(cluster.nodes.map((_, i) => cluster.startNode(i)));
    await until(() => cluster.isUp(), "brokers answer");
    return cluster;
  }

  /** @type {ReturnType<typeof startDaemon> | undefined} */
  javaTool;

  /** @param {number} size @param {readonly number[]} ports @param {string} more */
  constructor(size, ports, more) {
    this.size = size;
    this.folder = mkdtempSync(join(tmpdir(), "scrubjay-kafka-"));
    this.securePort = ports[2 * size];
    this.ports = ports.slice(0, size);
    const voters = ports
      .slice(size, 2 * size)
      .map((port, i) => `${i + 1}@127.0.0.1:${port}`)
      .join(",");
    this.brokers = this.ports.map((port) => `127.0.0.1:${port}`).join(",");
    /** @type {{ config: string, daemon?: ReturnType<typeof startDaemon> }[]} */
    this.nodes = this.ports.map((port, i) => {
      const config = join(this.folder, `${i + 1}.properties`);
      writeFileSync(
        config,
        propertiesOf({
          id: i + 1,
          port,
          controller: ports[size + i],
          voters,
          size,
          logs: join(this.folder, `log${i + 1}`),
        }) + filled(more, { plain: port, controller: ports[size + i], secure: this.securePort }),
      );
      execFileSync("java", [...JAVA, "kafka.tools.StorageTool", "format", "-t", CLUSTER, "-c", config], {
        stdio: "pipe",
      });
      return { config };
    });
  }

  /** @param {number} i */
  async startNode(i) {
    const { config } = this.nodes[i];
    this.nodes[i].daemon = startDaemon("java", [...JAVA, "kafka.Kafka", config], { cwd: this.folder });
  }

  /** @param {number} i @param {NodeJS.Signals} signal */
  async killNode(i, signal) {
    const { daemon } = this.nodes[i];
    daemon?.child.kill(signal);
    await daemon?.ended;
  }

  async isUp() {
    const dead = this.nodes.find(({ daemon }) => daemon && !daemon.isAlive());
    if (dead) throw new Error(`a broker ended: ${dead.daemon?.printed().slice(-2000)}`);
    try {
      await this.ask("topic", `up-${Date.now()}`, 1, this.size);
      return true;
    } catch {
      return false;
    }
  }

  /**
   * Asks Kafka's own client, which fills and counts. One question at a time.
   *
   * @param {readonly (string | number)[]} words @returns {Promise<string>}
   */
  async ask(...words) {
    this.javaTool ??= startDaemon(
      "java",
      [...JAVA, "-cp", `${jars}/*:${toolFolder()}`, "KafkaTool", this.brokers],
      {
        stdio: ["pipe", "pipe", "ignore"],
      },
    );
    const { child } = this.javaTool;
    let text = "";
    const look = (/** @type {Buffer} */ data) => {
      text += data;
    };
    child.stdout?.on("data", look);
    child.stdin?.write(`${words.join(" ")}\n`);
    const answerOf = () => /^= (.*)\n/m.exec(text)?.[1];
    await until(
      () => answerOf() !== undefined || !this.javaTool?.isAlive(),
      `an answer to ${words.join(" ")}`,
      ANSWER_MS,
    );
    child.stdout?.off("data", look);
    const answer = answerOf() ?? `failed: ${this.javaTool.printed().slice(-500)}`;
    if (answer.startsWith("failed")) throw new Error(`${words.join(" ")}: ${answer}`);
    return answer;
  }

  async stop() {
    await Promise.all(
      [this.javaTool, ...this.nodes.map(({ daemon }) => daemon)].map((daemon) => daemon?.stop()),
    );
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** @param {{ id: number, port: number, controller: number, voters: string, size: number, logs: string }} node */
function propertiesOf({ id, port, controller, voters, size, logs }) {
  const inSync = Math.min(2, size);
  return `process.roles=broker,controller
node.id=${id}
controller.quorum.voters=${voters}
listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controller}
advertised.listeners=PLAINTEXT://127.0.0.1:${port}
controller.listener.names=CONTROLLER
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
log.dirs=${logs}
auto.create.topics.enable=false
offsets.topic.num.partitions=3
offsets.topic.replication.factor=${size}
transaction.state.log.num.partitions=3
transaction.state.log.replication.factor=${size}
transaction.state.log.min.isr=${inSync}
group.initial.rebalance.delay.ms=0
transaction.abort.timed.out.transaction.cleanup.interval.ms=1000
broker.session.timeout.ms=6000
group.min.session.timeout.ms=1000
log.retention.ms=-1
log.message.timestamp.before.max.ms=9223372036854775807
`;
}

/** @param {string} properties @param {Record<string, number>} ports */
const filled = (properties, ports) => properties.replace(/\{(\w+)\}/g, (_, name) => String(ports[name]));

/** @param {number} count @returns {Promise<readonly number[]>} */
export async function freePorts(count) {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise((resolve) => {
          const server = createServer().listen(0, "127.0.0.1", () => resolve(server));
        }),
    ),
  );
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
