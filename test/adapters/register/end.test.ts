import { describe, expect, test } from "vitest";
import { expectSame, run } from "./run.ts";

describe("at the end", () => {
  const held = 'process.stdout.write("last ghp_");';
  test.each([
    ["when nothing is left to do", held],
    ["at process.exit", `${held} process.exit(0);`],
    ["in a listener for exit", `process.on("exit", () => { ${held} });`],
    ["in one that is added late", `process.on("exit", () => process.on("exit", () => {})); ${held}`],
    [
      "at beforeExit, and more after it",
      `${held} process.once("beforeExit", () => setTimeout(() => {}, 5));`,
    ],
    ["when an error ends it", `${held} process.on("exit", () => {}); throw 0;`],
    ["by way of a descriptor", `fs.writeSync(1, "last ghp_");`],
    ["when the stream is ended", `process.stdout.end("last ghp_");`],
  ])("nothing is held back: %s", (_, script) => {
    expect(run(script).stdout).toBe("last ghp_");
  });

  test("after the listeners for exit each write goes out whole", () => {
    const script = `process.on("exit", () => { process.stdout.write("token=" + TOKEN + " "); process.stdout.write("a ghp_"); });`;
    expect(run(script).stdout).toBe("token=[REDACTED] a ghp_");
  });

  const error =
    'const error = Object.assign(new Error("token=hunter2"), { config: { headers: { authorization: TOKEN } } });';
  test.each([
    ["thrown", `${error} throw error;`, 1],
    ["in a promise", `${error} Promise.reject(error); setTimeout(() => {}, 1000);`, 1],
    ["a text", "throw 'password=hunter2';", 1],
    ["as a cause", `${error} throw new AggregateError([error], "all", { cause: error });`, 1],
    [
      "by a listener for uncaught errors",
      `${error} process.on("uncaughtException", () => { throw error; }); throw 0;`,
      7,
    ],
    ["with a status of one's own", `${error} process.exitCode = 3; throw error;`, 1],
    ["by a listener for exit", `${error} process.on("exit", () => { throw error; });`, 1],
    ["by one after another", `${error} process.on("exit", () => { throw error; }); throw error;`, 1],
  ])("an uncaught error is shown redacted: %s", (_, script, stated) => {
    const { stderr, status } = run(script);
    expect(stderr).toContain("[REDACTED]");
    expect(stderr).toMatch(/\n\nNode\.js v\d+.*\n$/);
    expect(stderr).not.toMatch(/hunter2|ghp_/);
    expect(status).toBe(stated);
  });

  const data = '{"a":1,"long":"a word and another one","password":"hunter2","last":[1,2,3], x}';
  test.each([
    ["JSON.parse", `JSON.parse(${JSON.stringify(data)});`],
    ["JSON.parse, in a promise", `await null; JSON.parse(${JSON.stringify(data)});`],
    ["vm", `import vm from "node:vm"; vm.runInNewContext(${JSON.stringify(data)}, {});`],
    ["a function of a text", `new Function(${JSON.stringify(`const ${data}`)});`],
  ])("of a SyntaxError the data that Node would print stays out: %s", (_, script) => {
    const { stdout, stderr, status } = run(script);
    expect(stderr).toMatch(/SyntaxError: .*\n {4}at /);
    expect(stderr).toMatch(/\n\nNode\.js v\d+.*\n$/);
    expect(stderr).not.toContain("hunter2");
    expect({ stdout, status }).toEqual({ stdout: "", status: 1 });
  });

  test("an uncaught error without a credential is Node's own affair", () => {
    expectSame('process.on("exit", (code) => console.log("exit", code)); throw new Error("plain");');
    expectSame('process.on("uncaughtException", () => console.log("caught")); throw new Error("plain");');
    expectSame('console.log(process.emit("uncaughtException", new Error("token=" + "hunter2")));');
  });
});
