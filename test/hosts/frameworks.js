// Frameworks that build a server with Vite or Rollup, in the newest versions that run on Node 20: each has a route that
// answers with what it has redacted.
import { ask, same } from "./workshop.js";

/** @typedef {import("./workshop.js").Workshop} Workshop */

const ANSWER = 'redact("token=hunter2")';
const IMPORT = 'import { redact } from "scrubjay";\n';
const BUILD_MS = 300_000;

/**
 * @typedef {object} Framework
 * @property {string} name Of its folder
 * @property {string} title
 * @property {string} main The package whose version is told
 * @property {number} port
 * @property {Readonly<Record<string, string>>} dependencies
 * @property {Readonly<Record<string, string>>} files
 * @property {readonly [program: string, ...args: string[]]} build
 * @property {readonly [program: string, ...args: string[]]} serve A program of the project's, or "node"
 * @property {string} [told] What is to be told of it
 */

/** @type {readonly Framework[]} */
const frameworks = [
  {
    name: "sveltekit",
    title: "SvelteKit",
    main: "@sveltejs/kit",
    port: 4392,
    dependencies: {
      "@sveltejs/adapter-node": "5.5.7",
      "@sveltejs/kit": "2.70.4",
      "@sveltejs/vite-plugin-svelte": "6.2.4",
      svelte: "5.57.3",
      vite: "7.3.8",
    },
    files: {
      "svelte.config.js":
        'import adapter from "@sveltejs/adapter-node";\nexport default { kit: { adapter: adapter() } };\n',
      "vite.config.mjs":
        'import { sveltekit } from "@sveltejs/kit/vite";\nexport default { plugins: [sveltekit()] };\n',
      "src/app.html": "<html><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>\n",
      "src/routes/redacted/+server.js": `${IMPORT}export const GET = () => new Response(${ANSWER});\n`,
    },
    build: ["vite", "build", "--logLevel", "error"],
    serve: ["node", "build/index.js"],
  },
  {
    name: "astro",
    title: "Astro",
    main: "astro",
    port: 4393,
    dependencies: { "@astrojs/node": "9.5.5", astro: "5.18.2" },
    files: {
      "astro.config.mjs":
        'import node from "@astrojs/node";\nexport default { output: "server", adapter: node({ mode: "standalone" }) };\n',
      "src/pages/redacted.js": `${IMPORT}export const GET = () => new Response(${ANSWER});\n`,
    },
    build: ["astro", "build", "--silent"],
    serve: ["node", "dist/server/entry.mjs"],
  },
  {
    name: "nuxt",
    title: "Nuxt",
    main: "nuxt",
    port: 4394,
    dependencies: { nuxt: "3.21.11" },
    files: {
      "nuxt.config.js":
        'export default defineNuxtConfig({ telemetry: false, nitro: { externals: { inline: ["scrubjay"] } } });\n',
      "app.vue": "<template><p>hello</p></template>\n",
      "server/routes/redacted.js": `${IMPORT}export default defineEventHandler(() => ${ANSWER});\n`,
    },
    build: ["nuxt", "build"],
    serve: ["node", ".output/server/index.mjs"],
    // Otherwise Nitro copies the files that bundlers get, and leaves out those that Node asks for.
    told: 'works with `nitro: { externals: { inline: ["scrubjay"] } }` in nuxt.config',
  },
  {
    name: "react-router",
    title: "React Router, which Remix is now",
    main: "@react-router/dev",
    port: 4395,
    dependencies: {
      "@react-router/dev": "7.18.4",
      "@react-router/node": "7.18.4",
      "@react-router/serve": "7.18.4",
      isbot: "5.2.3",
      react: "19.3.1",
      "react-dom": "19.3.1",
      "react-router": "7.18.4",
      vite: "7.3.8",
    },
    files: {
      "vite.config.mjs":
        'import { reactRouter } from "@react-router/dev/vite";\nexport default { plugins: [reactRouter()] };\n',
      "app/root.jsx":
        'import { Outlet, Scripts } from "react-router";\nexport default () => <html><body><Outlet /><Scripts /></body></html>;\n',
      "app/routes.ts":
        'import { route } from "@react-router/dev/routes";\nexport default [route("redacted", "redacted.js")];\n',
      "app/redacted.js": `${IMPORT}export const loader = () => new Response(${ANSWER});\n`,
    },
    build: ["react-router", "build"],
    serve: ["react-router-serve", "build/server/index.js"],
  },
];

export const servers = frameworks.map(
  ({ name, title, main, port, dependencies, files, build, serve, told }) => ({
    name,
    title,
    dependencies,
    version: (/** @type {Workshop} */ shop) => shop.versionOf(main),
    setUp(/** @type {Workshop} */ shop) {
      for (const [path, text] of Object.entries(files)) shop.write(path, text);
      const quiet = { ASTRO_TELEMETRY_DISABLED: "1", NUXT_TELEMETRY_DISABLED: "1", CI: "1" };
      const [builder, ...args] = build;
      const options = { env: { ...process.env, ...quiet }, timeout: BUILD_MS };
      const { stdout, stderr, status } = shop.run(shop.bin(builder), args, options);
      if (status !== 0) throw new Error((stderr + stdout).slice(-1500));
      const [program, ...rest] = serve;
      const command = program === "node" ? process.execPath : shop.bin(program);
      const server = shop.start(command, rest, { PORT: String(port), HOST: "127.0.0.1" });
      return () => process.kill(-(server.pid ?? 0), "SIGKILL");
    },
    ways: {
      "a route on the server": async () => {
        same(await ask(`http://127.0.0.1:${port}/redacted`), "token=[REDACTED]");
        return told;
      },
    },
  }),
);
