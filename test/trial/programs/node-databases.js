// Databases, brokers, mail and loggers of Node.

/** @import { Program } from "../program.js" */

const USERS = `
const { T_PASSWORD, T_PHRASE, T_TOKEN, T_PLAIN, T_DEAD } = process.env;
`;

/** @type {readonly Program[]} */
export const nodeDatabases = [
  {
    name: "ioredis",
    language: "node",
    packages: ["ioredis@5"],
    env: { DEBUG: "ioredis:*" },
    code: `
import Redis from "ioredis";
const { T_REDIS, T_DEAD, T_PASSWORD, T_SID, T_PLAIN } = process.env;
const redis = new Redis({ port: Number(T_REDIS), username: "ann", password: T_PASSWORD, enableReadyCheck: false });
await redis.set("session:ann", T_SID);
await redis.call("AUTH", "ann", T_PASSWORD);
console.log(redis.options);
redis.disconnect();
const other = new Redis("redis://ann:" + T_PLAIN + "@127.0.0.1:" + T_DEAD + "/0", { retryStrategy: null, maxRetriesPerRequest: 0 });
other.on("error", (error) => console.error(error));
try { await other.hset("user:1", "password", T_PLAIN); } catch (error) { console.error(error); }
`,
    secrets: { PASSWORD: "password", SID: "opaque", PLAIN: "plain" },
  },
  {
    name: "mysql2",
    language: "node",
    packages: ["mysql2"],
    code: `
import { createServer, createConnection, format } from "mysql2";
const { T_PASSWORD, T_PLAIN, T_TOKEN } = process.env;
const server = createServer();
server.on("connection", (socket) => {
  socket.serverHandshake({ protocolVersion: 10, serverVersion: "8", connectionId: 1, statusFlags: 2, characterSet: 8, capabilityFlags: 0xffffff });
  socket.on("query", (sql) => { console.log("query", sql); socket.writeOk(); });
  socket.on("error", () => {});
});
server.listen(0, "127.0.0.1");
await new Promise((done) => server._server.once("listening", done));
const connection = createConnection({ host: "127.0.0.1", port: server._server.address().port, user: "ann", password: T_PLAIN, debug: true });
connection.on("error", (error) => console.log(error));
const query = (...args) => new Promise((done) => connection.query(...args, (error, rows) => { console.log(error ?? rows); done(); }));
await query("INSERT INTO users (name, password) VALUES (?, ?)", ["ann", T_PASSWORD]);
await query("CREATE USER 'bob'@'%' IDENTIFIED BY " + connection.escape(T_PLAIN));
await query("UPDATE users SET ? WHERE id = 1", { api_token: T_TOKEN });
console.log(format("SELECT * FROM sessions WHERE token = ? AND user = ?", [T_TOKEN, "ann"]));
console.log(connection.config);
process.exit();
`,
    secrets: { PASSWORD: "password", PLAIN: "plain", TOKEN: "opaque" },
  },
  {
    name: "knex",
    language: "node",
    packages: ["knex", "pg"],
    env: { DEBUG: "knex:*" },
    code: `${USERS}
import knex from "knex";
const db = knex({ client: "pg", connection: "postgres://ann:" + T_PLAIN + "@127.0.0.1:" + T_DEAD + "/shop", debug: true, asyncStackTraces: true, acquireConnectionTimeout: 500 });
const insert = db("users").insert({ name: "ann", password: T_PASSWORD, api_token: T_TOKEN });
console.log(insert.toString());
console.log(insert.toSQL(), insert.toSQL().toNative());
console.log(db("users").where({ password: T_PHRASE }).update({ reset_token: T_TOKEN }).toQuery());
try { await insert; } catch (error) { console.log(error); }
console.log(db.client.config, db.client.connectionSettings);
await db.destroy();
`,
    secrets: { PASSWORD: "password", PHRASE: "phrase", TOKEN: "opaque", PLAIN: "plain" },
  },
  {
    name: "sequelize",
    language: "node",
    packages: ["sequelize@6", "pg", "pg-hstore"],
    env: { DEBUG: "sequelize*" },
    code: `${USERS}
import { DataTypes, Sequelize } from "sequelize";
const db = new Sequelize("shop", "ann", T_PLAIN, { host: "127.0.0.1", port: T_DEAD, dialect: "postgres", logging: (...message) => console.log(...message), logQueryParameters: true, benchmark: true });
const User = db.define("user", { name: DataTypes.STRING, password: DataTypes.STRING, apiToken: DataTypes.STRING });
const generator = db.getQueryInterface().queryGenerator;
console.log(generator.insertQuery("users", { name: "ann", password: T_PASSWORD, apiToken: T_TOKEN }, User.rawAttributes));
console.log(generator.selectQuery("users", { where: { password: T_PHRASE } }, User));
console.log(generator.updateQuery("users", { password: T_PHRASE }, { id: 1 }, { bindParam: false }));
console.log(User.build({ name: "ann", password: T_PASSWORD }));
try { await User.create({ name: "ann", password: T_PASSWORD }); } catch (error) { console.log(error); }
console.log(db.config);
`,
    secrets: { PASSWORD: "password", PHRASE: "phrase", TOKEN: "opaque", PLAIN: "plain" },
  },
  {
    name: "typeorm",
    language: "node",
    packages: ["typeorm@0.3", "sql.js", "reflect-metadata"],
    code: `${USERS}
import "reflect-metadata";
import { DataSource, EntitySchema } from "typeorm";
const User = new EntitySchema({ name: "User", columns: { id: { type: Number, primary: true, generated: true }, name: { type: String }, passwordHash: { type: String }, password: { type: String, unique: true }, token: { type: String, nullable: true } } });
const source = new DataSource({ type: "sqljs", entities: [User], synchronize: true, logging: "all", logger: "simple-console" });
await source.initialize();
const users = source.getRepository(User);
await users.save({ name: "ann", passwordHash: T_TOKEN, password: T_PASSWORD, token: T_TOKEN });
await users.findOneBy({ password: T_PHRASE });
await users.update({ name: "ann" }, { token: T_PLAIN });
try { await users.insert({ name: "bob", passwordHash: "x", password: T_PASSWORD }); } catch (error) { console.log(error); }
`,
    secrets: { PASSWORD: "password", PHRASE: "phrase", TOKEN: "opaque", PLAIN: "plain" },
  },
  {
    name: "mongoose",
    language: "node",
    packages: ["mongoose@8"],
    env: { MONGODB_LOG_ALL: "debug", MONGODB_LOG_PATH: "stdout" },
    code: `${USERS}
import mongoose from "mongoose";
mongoose.set("debug", { shell: true, color: true });
mongoose.set("bufferTimeoutMS", 300);
const User = mongoose.model("User", new mongoose.Schema({ name: String, password: { type: String, minlength: 90 }, tokens: [String] }));
try { await User.create({ name: "ann", password: T_PASSWORD, tokens: [T_TOKEN] }); } catch (error) { console.log(error); }
try { await User.collection.insertOne({ name: "ann", password: T_PHRASE }); } catch (error) { console.log(error.message); }
try { await mongoose.connect("mongodb://ann:" + T_PLAIN + "@127.0.0.1:" + T_DEAD + "/shop", { serverSelectionTimeoutMS: 400 }); } catch (error) { console.log(error); }
try { await User.updateOne({ name: "ann" }, { $set: { password: T_PHRASE }, $push: { tokens: T_TOKEN } }); } catch (error) { console.log(error); }
console.log(mongoose.connection.client?.options?.credentials, mongoose.connection.pass);
process.exit();
`,
    secrets: { PASSWORD: "password", PHRASE: "phrase", TOKEN: "opaque", PLAIN: "plain" },
  },
  {
    name: "nodemailer",
    language: "node",
    packages: ["nodemailer"],
    code: `
import nodemailer from "nodemailer";
const { T_SMTP, T_PASSWORD, T_LINK, T_TOKEN } = process.env;
for (const method of ["PLAIN", "LOGIN"]) {
  const mailer = nodemailer.createTransport({ host: "127.0.0.1", port: T_SMTP, logger: true, debug: true, transactionLog: true, authMethod: method, auth: { user: "ann", pass: T_PASSWORD } });
  try { console.log(await mailer.sendMail({ from: "a@shop.example", to: "b@shop.example", subject: "Reset", text: "https://shop.example/reset?token=" + T_LINK })); } catch (error) { console.log(error); }
  console.log(mailer.options);
}
`,
    secrets: { PASSWORD: "password", LINK: "opaque" },
  },
  {
    name: "mqtt-js",
    language: "node",
    packages: ["mqtt"],
    env: { DEBUG: "mqttjs*" },
    code: `
import mqtt from "mqtt";
const { T_DEAD, T_PASSWORD, T_PLAIN } = process.env;
const client = mqtt.connect({ host: "127.0.0.1", port: Number(T_DEAD), username: "ann", password: T_PASSWORD, reconnectPeriod: 0, will: { topic: "bye", payload: "token=" + T_PLAIN } });
client.on("close", () => { const other = mqtt.connect("mqtt://ann:" + T_PLAIN + "@127.0.0.1:" + T_DEAD, { reconnectPeriod: 0 }); other.on("close", () => process.exit()); });
client.publish("config", JSON.stringify({ wifi: { ssid: "home", psk: T_PLAIN } }));
`,
    secrets: { PASSWORD: "password", PLAIN: "plain" },
  },
  {
    name: "ssh2",
    language: "node",
    packages: ["ssh2", "basic-ftp"],
    code: `
import ssh2 from "ssh2";
import { generateKeyPairSync } from "node:crypto";
import { Client as Ftp } from "basic-ftp";
const { T_FTP, T_PASSWORD, T_PLAIN } = process.env;
const key = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs1", format: "pem" });
const server = new ssh2.Server({ hostKeys: [key] }, (client) => {
  client.on("authentication", (context) => { console.log(context); context.method === "password" ? context.accept() : context.reject(["password"]); });
  client.on("error", () => {});
  client.on("ready", () => client.on("session", (accept) => accept().on("exec", (a, r, info) => { console.log(info); client.end(); })));
}).listen(0, "127.0.0.1", () => {
  const client = new ssh2.Client();
  client.on("ready", () => client.exec("mysqldump -u ann -p" + T_PLAIN + " shop", () => {}));
  client.on("close", async () => {
    const ftp = new Ftp(2000);
    ftp.ftp.verbose = true;
    try { await ftp.access({ host: "127.0.0.1", port: Number(T_FTP), user: "ann", password: T_PASSWORD }); await ftp.send("SITE PSWD " + T_PLAIN); } catch (error) { console.log(error); }
    process.exit();
  });
  client.connect({ host: "127.0.0.1", port: server.address().port, username: "ann", password: T_PASSWORD, debug: console.log });
});
`,
    secrets: { PASSWORD: "password", PLAIN: "plain" },
  },
  {
    name: "log4js",
    language: "node",
    packages: ["log4js", "tslog", "consola"],
    code: `
import log4js from "log4js";
import { Logger } from "tslog";
import { consola } from "consola";
const { T_PASSWORD, T_TOKEN, T_KEY, T_PLAIN } = process.env;
const user = { name: "ann", password: T_PASSWORD, tokens: new Map([["refreshToken", T_TOKEN]]), auth: { user: "ann", pass: T_PLAIN } };
class Vault { secret = T_KEY; #hidden = 1; constructor() { this.headers = new Headers({ authorization: "Bearer " + T_TOKEN }); } }
const error = Object.assign(new Error("login with password " + JSON.stringify(T_PASSWORD) + " failed"), { config: { apiKey: T_KEY }, cause: new TypeError("bad token: " + T_TOKEN) });
log4js.configure({ appenders: { out: { type: "stdout", layout: { type: "pattern", pattern: "%d %p %c %X{token} %m" } } }, categories: { default: { appenders: ["out"], level: "trace" } } });
const logger = log4js.getLogger("shop");
logger.addContext("token", T_TOKEN);
for (const say of [(...a) => logger.debug(...a), (...a) => new Logger({ type: "pretty" }).debug(...a), (...a) => new Logger({ type: "json" }).debug(...a), (...a) => consola.log(...a), (...a) => consola.error(...a)]) {
  say("user %j", user);
  say("connecting as", user, new Vault());
  say(["ann", "--password", T_PASSWORD], error);
}
console.table([{ name: "ann", password: T_PLAIN }, { name: "bob", password: T_PASSWORD }]);
console.trace("password", T_PASSWORD);
`,
    secrets: { PASSWORD: "password", TOKEN: "opaque", KEY: "hex", PLAIN: "plain" },
  },
];
