// node test/engines/kafka/mistakes.js
//
// What goes wrong around a worker, made on purpose with a real broker: the command must say what it is, write nothing raw,
// and lose nothing.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sleep, until } from "../daemon.js";
import { Cluster, freePorts } from "./brokers.js";
import { startCommand, TEST_KEY, WORKS } from "./command.js";
import { install } from "./install.js";

const COUNT = 1_000;
/** Longer than the group waits for a worker that was killed. */
const GONE_MS = 16_000;

install();
const folder = mkdtempSync(join(tmpdir(), "scrubjay-mistakes-"));
const cluster = await Cluster.start(1);
let failed = 0;
let topics = 0;

/** @param {string} what @param {unknown} holds @param {string} text */
function tell(what, holds, text) {
  if (!holds) failed++;
  if (!holds) console.error(text);
  console.log(`${holds ? "ok  " : "FAIL"} ${what}: ${text.trim().split("\n").at(-1)?.slice(0, 300)}`);
}

/** Two topics, filled: `fill` or `hostile`. @param {"fill" | "hostile" | undefined} how */
async function pair(how = "fill") {
  const [from, to] = [`raw-${++topics}`, `clean-${topics}`];
  for (const topic of [from, to, `dead-${topics}`]) await cluster.ask("topic", topic, 2, 1);
  if (how === "fill") await cluster.ask("fill", from, 0, COUNT, 300);
  else {
    await cluster.ask("limit", from, 5_000_000);
    await cluster.ask("hostile", from, 0, COUNT);
  }
  const dead = `dead-${topics}`;
  return { from, to, dead, args: ["--brokers", cluster.brokers, "--from", from, "--to", to] };
}

/** @param {string} to */
const isWhole = async (to, count = COUNT) => {
  const { lost, doubled, raw, changed } = JSON.parse(await cluster.ask("count", to, count, 60_000));
  return lost + doubled + raw + changed === 0;
};

/** A worker that must end by itself. @param {readonly string[]} args @param {NodeJS.ProcessEnv} [env] */
async function endsOf(args, env) {
  const worker = startCommand(args, env);
  await until(() => !worker.isAlive(), "the worker ends", 60_000).catch(() => {});
  const isEnded = !worker.isAlive();
  await worker.stop();
  return { text: worker.printed(), isRefused: isEnded && worker.how() === "status 1" };
}

/** @param {ReturnType<typeof startCommand>} worker @param {RegExp} text @param {number} [limitMs] */
const says = (worker, text, limitMs = 60_000) =>
  until(() => text.test(worker.printed()) || !worker.isAlive(), String(text), limitMs).catch(() => {});

try {
  {
    const { to, args } = await pair();
    await cluster.ask("compact", to, "compact");
    const { text, isRefused } = await endsOf([...args, "--redact-keys"]);
    tell(
      "keys that may meet, on a compacted topic",
      isRefused && /is compacted.*--censor hash/.test(text),
      text,
    );
    const worker = startCommand([...args, "--redact-keys", "--censor", "hash"], {
      SCRUBJAY_HMAC_KEY: TEST_KEY,
    });
    tell("the same under hash", await isWhole(to), worker.printed());
    await worker.stop();
  }
  {
    const { to, args } = await pair();
    const worker = startCommand([...args, "--redact-keys"]);
    const holds = (await isWhole(to)) && /may make two of them the same/.test(worker.printed());
    tell("keys that may meet, elsewhere: said, and nothing of the question is seen", holds, worker.printed());
    await worker.stop();
  }
  {
    const { to, dead, args } = await pair("hostile");
    await cluster.ask("compact", to, "compact");
    const { text, isRefused } = await endsOf(args);
    const says =
      /--to \S+ refuses the record .*a compacted topic takes no record without a key.*--dead-letter/;
    tell("no key, on a compacted topic", isRefused && says.test(text), text);
    // Less than a withheld record takes, and more than the mark of an ended transaction (78): the broker waits for that.
    await cluster.ask("limit", dead, 100);
    const refused = await endsOf([...args, "--dead-letter", dead]);
    const saysDead = /--dead-letter \S+ refuses the record/;
    tell(
      "a dead-letter topic that takes nothing",
      refused.isRefused && saysDead.test(refused.text),
      refused.text,
    );
    const gone = await endsOf([...args, "--dead-letter", "nowhere"]);
    tell(
      "a dead-letter topic that is not there",
      gone.isRefused && /--dead-letter nowhere: there is no/.test(gone.text),
      gone.text,
    );
  }
  {
    const { from, to, args } = await pair();
    const workers = [1, 2].map(() => startCommand([...args, "--instance", "pod-1"]));
    let count = COUNT;
    // One that has nothing to do does not notice.
    await until(
      async () => {
        await cluster.ask("fill", from, count, count + 20, 300);
        count += 20;
        return workers.some((worker) => !worker.isAlive());
      },
      "one gives up",
      120_000,
    ).catch(() => {});
    const text = workers.map((worker) => worker.printed()).join("");
    tell(
      "two workers of one name",
      /does one with --instance pod-1 run, too/.test(text),
      text.match(/.*does one with.*/)?.[0] ?? text,
    );
    tell("what they wrote", await isWhole(to, count), "counted");
    await Promise.all(workers.map((worker) => worker.stop()));
  }
  {
    const { to, args } = await pair();
    const config = join(folder, "scrubjay.json");
    writeFileSync(config, "{}");
    const more = [...args, "--config", config];
    const workers = [startCommand(more), startCommand(more)];
    for (const worker of workers) await says(worker, WORKS);
    writeFileSync(config, '{"keys":["ssn"]}');
    workers[0].child.kill("SIGHUP");
    await says(workers[0], /stays in force|before [0-9a-f]{16}/);
    tell(
      "SIGHUP beside another policy",
      /cannot be used, so policy \w+ stays in force/.test(workers[0].printed()),
      workers[0].printed(),
    );
    await workers[1].stop();
    workers[0].child.kill("SIGHUP");
    await says(workers[0], /before [0-9a-f]{16}/);
    tell("SIGHUP alone", /policy \w+, before \w+/.test(workers[0].printed()), workers[0].printed());
    tell("what they wrote", await isWhole(to), "counted");
    await workers[0].stop();
    tell("SIGTERM", workers[0].how() === "status 0", workers[0].printed());
  }
  {
    const { to, args } = await pair();
    const worker = startCommand(args);
    await says(worker, WORKS);
    await cluster.ask("delete", to);
    await until(() => !worker.isAlive(), "the worker ends", 90_000).catch(() => {});
    await cluster.ask("fill", args[3], COUNT, COUNT + 10, 300);
    await until(() => !worker.isAlive(), "the worker ends", 90_000).catch(() => {});
    tell(
      "a topic that is deleted",
      worker.how() === "status 1" && /there is no such topic/.test(worker.printed()),
      worker.printed(),
    );
    await worker.stop();
  }
  {
    const secret = ["zq", "hunter", "77"].join("");
    for (const line of [
      `security.protocol=${secret}`,
      `debug=${secret}`,
      `sasl.passwrd=${secret}`,
      secret,
      `plugin.library.paths=${secret}`,
    ]) {
      const file = join(folder, "client.properties");
      writeFileSync(file, `${line}\n`);
      const { text, isRefused } = await endsOf([...(await pair()).args, "--settings", file]);
      tell(
        `a setting that is none (${line.split("=")[0].slice(0, 20)})`,
        isRefused && !text.includes(secret),
        text,
      );
    }
  }
  {
    const port = (await freePorts(1))[0];
    const { text, isRefused } = await endsOf(["--brokers", `127.0.0.1:${port}`, "--from", "a", "--to", "b"]);
    tell("no broker at the start", isRefused && /no broker answers there/.test(text), text);
  }
  {
    const { to, from, args } = await pair();
    const http = `127.0.0.1:${(await freePorts(1))[0]}`;
    const worker = startCommand([...args, "--http", http]);
    await says(worker, WORKS);
    await cluster.killNode(0, "SIGKILL");
    await sleep(GONE_MS * 3);
    const ready = await fetch(`http://${http}/ready`).then((answer) => answer.status);
    tell(
      "a broker that is away for 48 s: not ready, and alive",
      ready === 503 && worker.isAlive(),
      String(ready),
    );
    await cluster.startNode(0);
    await until(
      () =>
        cluster.ask("fill", from, COUNT, COUNT + 100, 300).then(
          () => true,
          () => false,
        ),
      "the broker is back",
    );
    const { lost, doubled, raw } = JSON.parse(await cluster.ask("count", to, COUNT + 100, 180_000));
    const text = `${lost} lost, ${doubled} doubled, ${raw} raw`;
    tell("and back: all of it, once", lost + doubled + raw === 0, `${worker.printed()}${text}`);
    await worker.stop();
  }
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
if (failed > 0) {
  console.error(`${failed} failed`);
  process.exitCode = 1;
}
