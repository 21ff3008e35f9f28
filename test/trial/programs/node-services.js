// Package managers, command lines and clients of services for Node.

/** @import { Program } from "../program.js" */

/** @type {readonly Program[]} */
export const nodeServices = [
  {
    name: "pnpm",
    language: "node",
    packages: ["pnpm@9"],
    run: "pnpm --loglevel=debug --reporter=ndjson --fetch-retries=0 add acme-tools".split(" "),
    env: { NODE_DEBUG: "undici,pnpm*", DEBUG: "*" },
    files: {
      "package.json": "{}",
      ".npmrc":
        "registry=http://127.0.0.1:{HTTP}/401/\n//127.0.0.1:{HTTP}/401/:_authToken={TOKEN}\nproxy=http://ann:{PLAIN}@127.0.0.1:{HTTP}/\n",
    },
    secrets: { TOKEN: "npm", PLAIN: "plain" },
  },
  {
    name: "yarn",
    language: "node",
    packages: ["yarn@1"],
    run: "yarn --verbose --non-interactive --network-timeout 500 add acme-tools".split(" "),
    env: { NODE_DEBUG: "request", DEBUG: "*" },
    files: {
      "package.json": "{}",
      ".npmrc":
        "registry=http://127.0.0.1:{HTTP}/401/\n//127.0.0.1:{HTTP}/401/:_authToken={TOKEN}\nalways-auth=true\n",
      ".yarnrc": '"--install.otp" "000000"\nproxy "http://ann:{PLAIN}@127.0.0.1:{HTTP}/"\n',
    },
    secrets: { TOKEN: "npm", PLAIN: "plain" },
  },
  {
    name: "wrangler",
    language: "node",
    packages: ["wrangler@3"],
    run: [
      "wrangler",
      "d1",
      "execute",
      "shop",
      "--remote",
      "--command",
      "update users set password = '{PASSWORD}' where id = 1",
    ],
    env: {
      WRANGLER_LOG: "debug",
      WRANGLER_LOG_SANITIZE: "false",
      WRANGLER_SEND_METRICS: "false",
      CLOUDFLARE_API_BASE_URL: "http://127.0.0.1:{HTTP}/client/v4",
      CLOUDFLARE_API_TOKEN: "{TOKEN}",
      CLOUDFLARE_ACCOUNT_ID: "00000000000000000000000000000001",
      CI: "1",
    },
    files: {
      "wrangler.toml":
        'name = "shop"\n[vars]\nADMIN_PASSWORD = "{PASSWORD}"\n[[d1_databases]]\nbinding = "DB"\ndatabase_name = "shop"\ndatabase_id = "0"\n',
    },
    secrets: { TOKEN: "cloudflare", PASSWORD: "plain" },
  },
  {
    name: "openai-node",
    language: "node",
    packages: ["openai"],
    code: `
import OpenAI from "openai";
const { T_HTTP, T_KEY, T_GATEWAY } = process.env;
const client = new OpenAI({ apiKey: T_KEY, baseURL: "http://127.0.0.1:" + T_HTTP + "/401/v1", maxRetries: 0, logLevel: "debug", defaultHeaders: { "x-gateway-key": T_GATEWAY }, defaultQuery: { "api-key": T_GATEWAY } });
try { await client.chat.completions.create({ model: "m", messages: [{ role: "user", content: "hello" }] }); } catch (error) { console.log(error); }
console.log(client);
`,
    secrets: { KEY: "openai", GATEWAY: "opaque" },
  },
  {
    name: "anthropic-node",
    language: "node",
    packages: ["@anthropic-ai/sdk"],
    code: `
import Anthropic from "@anthropic-ai/sdk";
const { T_HTTP, T_KEY, T_TOKEN } = process.env;
const client = new Anthropic({ apiKey: T_KEY, defaultHeaders: { "x-gateway-token": T_TOKEN }, baseURL: "http://127.0.0.1:" + T_HTTP + "/401", maxRetries: 0, logLevel: "debug" });
try { await client.messages.create({ model: "m", max_tokens: 9, messages: [{ role: "user", content: "hello" }] }, { headers: { cookie: "sid=" + T_TOKEN } }); } catch (error) { console.log(error); }
console.log(client);
`,
    secrets: { KEY: "anthropic", TOKEN: "opaque" },
  },
  {
    name: "octokit",
    language: "node",
    packages: ["octokit"],
    code: `
import { Octokit } from "octokit";
const { T_HTTP, T_TOKEN, T_SECRET } = process.env;
const octokit = new Octokit({ auth: T_TOKEN, baseUrl: "http://127.0.0.1:" + T_HTTP + "/401", log: console, retry: { enabled: false }, throttle: { enabled: false } });
octokit.hook.before("request", (options) => console.debug("before", options));
octokit.hook.error("request", (error) => { console.debug("error", error); throw error; });
try { await octokit.request("POST /repos/{owner}/{repo}/hooks", { owner: "ann", repo: "shop", config: { url: "https://hook.example", secret: T_SECRET } }); } catch (error) { console.log(JSON.stringify(error), error.request.headers); }
`,
    secrets: { TOKEN: "github", SECRET: "phrase" },
  },
  {
    name: "superagent",
    language: "node",
    packages: ["superagent"],
    env: { DEBUG: "*" },
    code: `
import superagent from "superagent";
const { T_HTTP, T_PASSWORD, T_SID, T_KEY } = process.env;
const http = "http://127.0.0.1:" + T_HTTP;
const agent = superagent.agent();
const answer = await agent.post(http + "/echo/login").auth("ann", T_PASSWORD).type("form").set("Cookie", "sid=" + T_SID).query({ access_token: T_KEY }).send({ user: "ann", password: T_PASSWORD });
console.log(answer.request._header, answer.request.toJSON(), answer.toJSON());
console.log(answer.text);
try { await superagent.get(http + "/401").set("X-Api-Key", T_KEY); } catch (error) { console.error(error); }
`,
    secrets: { PASSWORD: "password", SID: "opaque", KEY: "hex" },
  },
  {
    name: "needle",
    language: "node",
    packages: ["needle"],
    env: { DEBUG: "needle", NODE_DEBUG: "needle" },
    code: `
import needle from "needle";
const { T_HTTP, T_PASSWORD, T_KEY, T_PLAIN } = process.env;
const http = "http://127.0.0.1:" + T_HTTP;
const answer = await needle("post", http + "/echo", { password: T_PASSWORD, nested: { client_secret: T_KEY } }, { username: "ann", password: T_PLAIN, proxy: null, cookies: { sid: T_KEY }, headers: { "x-amz-security-token": T_KEY } });
console.log(answer.req, answer.headers, answer.cookies);
console.dir(answer.body, { depth: 5 });
await needle("get", http + "/401?token=" + T_KEY, { multipart: false });
`,
    secrets: { PASSWORD: "password", KEY: "opaque", PLAIN: "plain" },
  },
  {
    name: "stripe-node",
    language: "node",
    packages: ["stripe"],
    code: `
import Stripe from "stripe";
const { T_HTTP, T_KEY, T_HOOK } = process.env;
const stripe = new Stripe(T_KEY, { host: "127.0.0.1", port: T_HTTP, protocol: "http", maxNetworkRetries: 0, telemetry: false });
stripe.on("request", (request) => console.log("request", request));
stripe.on("response", (response) => console.log("response", response));
try { const customer = await stripe.customers.create({ name: "ann" }); console.log(customer.lastResponse); } catch (error) { console.log(error); }
try { stripe.webhooks.constructEvent("{}", "t=1,v1=0", T_HOOK); } catch (error) { console.log(error); }
console.log(stripe);
`,
    secrets: { KEY: "stripe", HOOK: "opaque" },
  },
  {
    name: "aws-sdk-js",
    language: "node",
    packages: ["@aws-sdk/client-sts", "@aws-sdk/client-ssm"],
    code: `
import { SSMClient, PutParameterCommand } from "@aws-sdk/client-ssm";
const { T_HTTP, T_SECRET, T_TOKEN, T_PASSWORD } = process.env;
const client = new SSMClient({ region: "eu-west-1", endpoint: "http://127.0.0.1:" + T_HTTP, logger: console, maxAttempts: 1, credentials: { accessKeyId: "AKIA0000000000000000", secretAccessKey: T_SECRET, sessionToken: T_TOKEN } });
client.middlewareStack.add((next) => async (args) => { console.log(args.request); return next(args); }, { step: "finalizeRequest", priority: "low" });
try { console.log(await client.send(new PutParameterCommand({ Name: "/shop/db/password", Type: "SecureString", Value: T_PASSWORD }))); } catch (error) { console.log(error); }
console.log(await client.config.credentials());
`,
    secrets: { SECRET: "aws", TOKEN: "azure", PASSWORD: "plain" },
  },
];
