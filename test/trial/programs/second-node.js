// The second trial: loggers, servers, ORMs, validators and clients of Node.

/** @import { Program } from "../program.js" */

const SECRETS = /** @type {const} */ ({ PASSWORD: "password", TOKEN: "opaque", PLAIN: "plain" });
const ENV = `
const { T_PASSWORD, T_TOKEN, T_PLAIN, T_HTTP, T_DEAD, T_FTP } = process.env;
const http = "http://127.0.0.1:" + T_HTTP;
const attempt = async (call) => { try { return await call(); } catch (error) { console.error(error); } };
`;
const DATA = `const data = { user: "ann", password: T_PASSWORD, auth: { apiKey: T_TOKEN, pin: T_PLAIN }, tokens: [T_TOKEN] };`;

/** @type {readonly Program[]} */
export const secondNode = [
  {
    name: "winston",
    language: "node",
    packages: ["winston"],
    code: `${ENV}${DATA}
import winston from "winston";
const { combine, timestamp, printf, prettyPrint, simple, json, splat, logstash, cli } = winston.format;
for (const format of [json(), simple(), prettyPrint(), logstash(), combine(cli()), combine(splat(), timestamp(), printf((i) => i.timestamp + " " + i.level + " " + i.message + " " + JSON.stringify(i)))]) {
  const log = winston.createLogger({ level: "silly", format, defaultMeta: { sessionToken: T_TOKEN }, transports: [new winston.transports.Console()] });
  log.info("login", data); log.warn("password %s refused for %j", T_PLAIN, data, { clientSecret: T_PASSWORD }); log.error(new Error("bad token " + T_TOKEN)); log.debug("Authorization: Bearer " + T_TOKEN);
}
`,
    secrets: SECRETS,
  },
  {
    name: "bunyan",
    language: "node",
    packages: ["bunyan", "consola", "signale", "tslog"],
    env: { FORCE_COLOR: "1" },
    code: `${ENV}${DATA}
import bunyan from "bunyan"; import { createConsola } from "consola"; import signale from "signale"; import { Logger } from "tslog";
const log = bunyan.createLogger({ name: "shop", level: "trace", src: true, serializers: bunyan.stdSerializers });
log.info({ data, password: T_PLAIN }, "login with %s", T_TOKEN); log.error(new Error("password=" + T_PASSWORD)); log.trace({ req: { method: "GET", url: "/?token=" + T_TOKEN, headers: { authorization: "Bearer " + T_TOKEN, cookie: "sid=" + T_PLAIN } } });
const consola = createConsola({ level: 5, fancy: true }); consola.info("login", data); consola.box("Your password: " + T_PLAIN); consola.error(new Error("token " + T_TOKEN + " expired")); consola.debug({ message: "x", args: [data] });
signale.debug("login %o", data); signale.pending({ prefix: "[auth]", message: "secret " + T_PLAIN, suffix: "(apiKey: " + T_TOKEN + ")" });
for (const type of ["pretty", "json"]) new Logger({ type, maskValuesOfKeys: [] }).info("login", data, new Map([["password", T_PASSWORD]]), new Error("pwd: " + T_PLAIN));
`,
    secrets: SECRETS,
  },
  {
    name: "axios",
    language: "node",
    packages: ["axios", "follow-redirects"],
    env: { NODE_DEBUG: "http", DEBUG: "follow-redirects" },
    code: `${ENV}
import axios, { AxiosError } from "axios";
const client = axios.create({ baseURL: http, auth: { username: "ann", password: T_PASSWORD }, headers: { "X-Shop-Key": T_TOKEN }, params: { access_token: T_TOKEN } });
client.interceptors.request.use((request) => { console.log("request", request); return request; });
client.interceptors.response.use((answer) => { console.log("answer", answer.status, answer.headers, answer.config); return answer; });
await attempt(() => client.post("/echo/login", { user: "ann", passwd: T_PASSWORD }));
await attempt(() => client.get("/401", { headers: { Cookie: "sid=" + T_PLAIN } }));
try { await client.put("/401", new URLSearchParams({ password: T_PLAIN })); } catch (error) { console.log(JSON.stringify(error), error.toJSON(), error.response.data); }
await attempt(() => axios.get("http://ann:" + T_PLAIN + "@127.0.0.1:" + T_DEAD + "/?secret=" + T_TOKEN));
`,
    secrets: SECRETS,
  },
  {
    name: "got",
    language: "node",
    packages: ["got", "ky", "undici"],
    env: { NODE_DEBUG: "undici,fetch" },
    code: `${ENV}
import got from "got"; import ky from "ky"; import { request } from "undici";
const client = got.extend({ prefixUrl: http, username: "ann", password: T_PASSWORD, headers: { "x-api-key": T_TOKEN }, retry: { limit: 0 }, hooks: { beforeRequest: [(options) => console.log(options.headers, options.url, options.json)], beforeError: [(error) => (console.log(error.options, error.response?.rawBody), error)] } });
await attempt(() => client.post("echo/login", { json: { user: "ann", password: T_PLAIN } }).json().then(console.log));
await attempt(() => client("401", { searchParams: { token: T_TOKEN } }));
await attempt(() => ky.post(http + "/401", { headers: { authorization: "Bearer " + T_TOKEN }, json: { secret: T_PLAIN }, retry: 0 }));
await attempt(async () => { const answer = await request(http + "/echo", { method: "POST", headers: { authorization: "Basic " + btoa("ann:" + T_PLAIN) }, body: "password=" + encodeURIComponent(T_PASSWORD) }); console.log(answer.headers, await answer.body.json()); });
`,
    secrets: SECRETS,
  },
  {
    name: "express",
    language: "node",
    packages: [
      "express",
      "morgan",
      "express-session",
      "cookie-parser",
      "passport",
      "passport-local",
      "supertest",
    ],
    env: { DEBUG: "*" },
    code: `${ENV}
import express from "express"; import morgan from "morgan"; import session from "express-session"; import cookies from "cookie-parser"; import passport from "passport"; import { Strategy } from "passport-local"; import request from "supertest";
morgan.token("auth", (req) => req.headers.authorization); morgan.token("body", (req) => JSON.stringify(req.body));
const app = express();
app.use(morgan("combined", { stream: process.stdout }), express.json(), express.urlencoded({ extended: true }), cookies(T_PLAIN), session({ secret: T_TOKEN, resave: true, saveUninitialized: true }), morgan(":method :url :auth :body :req[cookie] :res[set-cookie]", { stream: process.stdout }), passport.initialize(), passport.session());
passport.use(new Strategy((user, password, done) => (console.log("check", { user, password }), done(new Error("cannot log in with password " + password)))));
app.post("/login", (req, res, next) => { console.log(req.body, req.query, req.cookies, req.headers, req.rawHeaders); req.session.token = T_TOKEN; console.log(req.session, req.sessionID); next(); }, passport.authenticate("local"));
app.use((error, req, res, next) => { console.error(error); res.status(500).json({ error: error.message, body: req.body }); });
console.log((await request(app).post("/login?api_key=" + T_TOKEN).set("Authorization", "Bearer " + T_TOKEN).set("Cookie", "sid=" + T_PLAIN).send({ username: "ann", password: T_PASSWORD })).text);
console.log((await request(app).post("/login").type("form").send({ username: "ann", password: T_PLAIN })).headers);
console.log((await request(app).post("/login").type("json").send('{"password": "' + T_PLAIN)).text);
`,
    secrets: SECRETS,
  },
  {
    name: "fastify",
    language: "node",
    packages: ["fastify", "@fastify/cookie", "pino-pretty"],
    code: `${ENV}
import fastify from "fastify"; import cookie from "@fastify/cookie"; import pretty from "pino-pretty";
for (const stream of [process.stdout, pretty({ sync: true }), pretty({ sync: true, singleLine: true, colorize: true })]) {
  const app = fastify({ logger: { level: "trace", stream, serializers: { req: (req) => ({ method: req.method, url: req.url, headers: req.headers }) } }, ajv: { customOptions: { verbose: true, allErrors: true } } });
  await app.register(cookie, { secret: T_PLAIN });
  app.setErrorHandler((error, request, reply) => { request.log.error({ error, body: request.body }, "failed"); reply.send(error); });
  app.post("/login", { schema: { body: { type: "object", properties: { password: { type: "string", maxLength: 3 }, pin: { type: "integer" } } } } }, async () => "ok");
  app.get("/me", async (request) => { request.log.info({ cookies: request.cookies, query: request.query, token: T_TOKEN }, "token is %s", T_TOKEN); throw new Error("session " + T_TOKEN + " expired"); });
  console.log((await app.inject({ method: "POST", url: "/login?key=1", payload: { user: "ann", password: T_PASSWORD, pin: T_PLAIN } })).body);
  console.log((await app.inject({ url: "/me?access_token=" + T_TOKEN, headers: { authorization: "Bearer " + T_TOKEN }, cookies: { sid: T_PLAIN } })).body);
}
`,
    secrets: SECRETS,
  },
  {
    name: "validators",
    language: "node",
    packages: ["ajv", "joi", "zod", "yup", "valibot", "class-validator", "superstruct"],
    code: `${ENV}${DATA}
import Ajv from "ajv"; import Joi from "joi"; import { z } from "zod"; import * as yup from "yup"; import * as v from "valibot"; import { validate, registerDecorator, IsEmail, MaxLength } from "class-validator"; import * as s from "superstruct";
const ajv = new Ajv.default({ allErrors: true, verbose: true }); const check = ajv.compile({ type: "object", properties: { password: { type: "integer" }, auth: { type: "object", properties: { pin: { maxLength: 2, type: "string" } } } } });
check(data); console.log(check.errors, ajv.errorsText(check.errors), JSON.stringify(check.errors));
const joi = Joi.object({ user: Joi.string(), password: Joi.string().pattern(/^\\d+$/), auth: Joi.object({ apiKey: Joi.string().max(3), pin: Joi.number() }), tokens: Joi.array().items(Joi.string().uuid()) }).validate(data, { abortEarly: false }); console.log(joi.error, joi.error.details, joi.error.annotate());
const zod = z.object({ password: z.number(), auth: z.object({ pin: z.literal("x"), apiKey: z.string().email() }) }).safeParse(data, { reportInput: true }); console.log(zod.error, zod.error.issues, z.prettifyError?.(zod.error));
await attempt(() => yup.object({ password: yup.number().required(), auth: yup.object({ pin: yup.string().oneOf(["a"]), apiKey: yup.string().max(2) }) }).validate(data, { abortEarly: false }));
const valibot = v.safeParse(v.object({ password: v.number(), auth: v.object({ pin: v.pipe(v.string(), v.maxLength(2)) }) }), data); console.log(valibot.issues);
class Login {} ; MaxLength(3)(Login.prototype, "password"); IsEmail()(Login.prototype, "apiKey"); const errors = await validate(Object.assign(new Login(), { password: T_PLAIN, apiKey: T_TOKEN })); console.log(errors, errors.toString(), JSON.stringify(errors));
const [error] = s.validate(data, s.object({ user: s.string(), password: s.number(), auth: s.any(), tokens: s.any() })); console.log(error, error.failures(), error.value);
`,
    secrets: SECRETS,
  },
  {
    name: "commander",
    language: "node",
    packages: ["commander", "yargs", "dotenv", "convict", "execa"],
    files: { ".env": 'DB_PASSWORD="{PASSWORD}"\nAPI_KEY={TOKEN}\n' },
    env: { NODE_DEBUG: "execa", SHOP_SECRET: "{PLAIN}" },
    code: `${ENV}
import { Command, Option } from "commander"; import yargs from "yargs"; import dotenv from "dotenv"; import convict from "convict"; import { execa } from "execa";
const argv = ["node", "shop", "--password", T_PASSWORD, "--api-token=" + T_TOKEN, "deploy"];
const command = new Command("shop").exitOverride().option("--password <p>").addOption(new Option("--api-token <t>").choices(["a", "b"])).argument("[x]"); await attempt(() => command.parse(argv)); console.log(command.opts(), command.rawArgs);
const parsed = yargs(argv.slice(2)).exitProcess(false).fail((m, e, y) => console.log(m, e)).option("password", { type: "string" }).option("api-token", { choices: ["a"] }).strict(); await attempt(() => console.log(parsed.parse()));
console.log(dotenv.config({ debug: true }));
const config = convict({ secret: { doc: "s", format: "port", default: null, env: "SHOP_SECRET", sensitive: false }, db: { password: { format: String, default: "", env: "DB_PASSWORD" } } }); await attempt(() => config.validate()); console.log(config.toString(), config.getProperties());
await attempt(() => execa({ verbose: "full", env: { TOKEN: T_TOKEN } })\`false --password \${T_PLAIN} --header \${"Authorization: Bearer " + T_TOKEN}\`);
`,
    secrets: SECRETS,
  },
  {
    name: "jose",
    language: "node",
    packages: ["jose", "jsonwebtoken", "openid-client@5", "oauth4webapi"],
    env: { NODE_DEBUG: "http", DEBUG: "*" },
    code: `${ENV}
import * as jose from "jose"; import jwt from "jsonwebtoken"; import { Issuer } from "openid-client";
const key = new TextEncoder().encode(T_TOKEN); const token = await new jose.SignJWT({ sub: "ann", pin: T_PLAIN }).setProtectedHeader({ alg: "HS256" }).sign(key);
console.log("secret", key, jose.decodeJwt(token)); await attempt(() => jose.jwtVerify(T_TOKEN, key)); await attempt(() => jwt.verify(T_PLAIN, T_TOKEN)); console.log(await jose.exportJWK(key));
const issuer = new Issuer({ issuer: http, token_endpoint: http + "/token", introspection_endpoint: http + "/401" });
for (const method of ["client_secret_basic", "client_secret_post"]) { const client = new issuer.Client({ client_id: "shop", client_secret: T_TOKEN, token_endpoint_auth_method: method }); console.log(client); await attempt(async () => console.log(await client.grant({ grant_type: "password", username: "ann", password: T_PASSWORD }))); await attempt(() => client.introspect(T_PLAIN)); }
`,
    secrets: SECRETS,
  },
  {
    name: "mikro-orm",
    language: "node",
    packages: ["objection", "knex", "kysely", "drizzle-orm", "better-sqlite3"],
    code: `${ENV}
import Database from "better-sqlite3"; import { Kysely, SqliteDialect } from "kysely"; import { drizzle } from "drizzle-orm/better-sqlite3"; import { sqliteTable, text, integer } from "drizzle-orm/sqlite-core"; import { eq } from "drizzle-orm"; import objection from "objection"; import knex from "knex";
const sqlite = new Database(":memory:", { verbose: (sql) => console.log("sqlite:", sql) }); sqlite.exec("create table users (id integer primary key, name text, password text unique, api_token text)");
sqlite.prepare("insert into users (name, password) values (?, ?)").run("bob", T_PLAIN);
const db = new Kysely({ dialect: new SqliteDialect({ database: sqlite }), log: (event) => console.log(event.level, event.query.sql, event.query.parameters, event) });
await attempt(() => db.insertInto("users").values({ name: "ann", password: T_PASSWORD, api_token: T_TOKEN }).execute()); await attempt(() => db.insertInto("users").values({ name: "ann", password: T_PASSWORD }).execute());
const users = sqliteTable("users", { id: integer("id").primaryKey(), name: text("name"), password: text("password"), apiToken: text("api_token") }); const d = drizzle(sqlite, { logger: true });
await attempt(() => d.update(users).set({ apiToken: T_PLAIN }).where(eq(users.password, T_PASSWORD))); await attempt(() => d.insert(users).values({ name: "cid", password: T_PASSWORD })); console.log(await d.select().from(users).where(eq(users.apiToken, T_PLAIN)));
const k = knex({ client: "better-sqlite3", connection: { filename: ":memory:" }, useNullAsDefault: true, debug: true }); await k.schema.createTable("users", (t) => { t.increments(); t.string("name"); t.string("password").unique(); });
class User extends objection.Model { static tableName = "users"; static jsonSchema = { type: "object", properties: { password: { type: "string", maxLength: 2 } } }; } User.knex(k); await attempt(() => User.query().insert({ name: "ann", password: T_PASSWORD })); await attempt(() => k("users").insert({ name: "ann", password: T_TOKEN })); await attempt(() => k("users").insert({ name: "ann", password: T_TOKEN })); console.table(await k("users")); await k.destroy();
`,
    secrets: SECRETS,
  },
  {
    name: "basic-ftp",
    language: "node",
    packages: ["basic-ftp", "imapflow", "pg", "amqplib", "nats"],
    env: { DEBUG: "*" },
    code: `${ENV}
import { Client } from "basic-ftp"; import { ImapFlow } from "imapflow"; import pg from "pg"; import amqp from "amqplib";
const ftp = new Client(2000); ftp.ftp.verbose = true; await attempt(() => ftp.access({ host: "127.0.0.1", port: Number(T_FTP), user: "ann", password: T_PASSWORD })); ftp.close();
const imap = new ImapFlow({ host: "127.0.0.1", port: Number(T_DEAD), secure: false, auth: { user: "ann", pass: T_PLAIN }, logger: { debug: console.log, info: console.log, warn: console.log, error: console.log } }); imap.on("error", (e) => console.error(e)); console.log(imap.options); await attempt(() => imap.connect());
const client = new pg.Client({ connectionString: "postgres://ann:" + T_PLAIN + "@127.0.0.1:" + T_DEAD + "/shop" }); client.on("error", () => {}); console.log(client, client.connectionParameters); await attempt(() => client.connect());
await attempt(() => amqp.connect("amqp://ann:" + T_PLAIN + "@127.0.0.1:" + T_DEAD)); await attempt(() => amqp.connect({ hostname: "127.0.0.1", port: Number(T_DEAD), username: "ann", password: T_PASSWORD })); process.exit();
`,
    secrets: SECRETS,
  },
  {
    name: "graphql",
    language: "node",
    packages: ["graphql", "graphql-request"],
    code: `${ENV}
import { buildSchema, graphql, GraphQLError, parse, print } from "graphql"; import { GraphQLClient } from "graphql-request";
const schema = buildSchema("type Query { me(token: ID!): String } input Login { user: String!, password: Int!, pin: Int } type Mutation { login(input: Login!): String }");
const query = 'mutation { login(input: { user: "ann", password: "' + T_PLAIN + '" }) }'; console.log(JSON.stringify(await graphql({ schema, source: query }), null, 1), print(parse(query)));
console.log(await graphql({ schema, source: "mutation ($i: Login!) { login(input: $i) }", variableValues: { i: { user: "ann", password: T_PASSWORD, pin: T_TOKEN } } }));
const client = new GraphQLClient(http + "/401", { headers: { authorization: "Bearer " + T_TOKEN }, requestMiddleware: (r) => (console.log(r), r), responseMiddleware: (r) => console.log(r) });
await attempt(() => client.request("mutation login($user: String!, $password: String!) { login(user: $user, password: $password) }", { user: "ann", password: T_PASSWORD }));
`,
    secrets: SECRETS,
  },
];
