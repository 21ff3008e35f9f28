import { ENTRIES } from "../paths.js";

/** The documents in the order of what most people need. A test of the site compares this list with docs/. */
const GUIDE = [
  ["Start here", "index"],
  ["pino", "docs/pino"],
  ["winston", "docs/winston"],
  ["Other loggers", "docs/other-loggers"],
  ["OpenTelemetry", "docs/opentelemetry"],
  ["Filter", "docs/filter"],
  ["Function and streams", "docs/function"],
  ["Process", "docs/process"],
  ["Recipes", "docs/recipes"],
  ["Log engines", "docs/log-engines"],
  ["Kafka", "docs/kafka"],
  ["At scale", "docs/scale"],
  ["Archives", "docs/archives"],
  ["Embedding", "docs/embedding"],
  ["Migrating from pino's redact", "docs/migrating"],
];
const USE = [
  ["Options", "docs/options"],
  ["Known secrets", "docs/known-secrets"],
  ["Audit", "docs/audit"],
  ["Metrics", "docs/metrics"],
  ["Debugging a 401", "docs/debugging-a-401"],
];
const MEASURED = [
  ["What is found", "docs/detection"],
  ["A trial with 120 programs", "docs/trial"],
  ["Performance", "docs/performance"],
  ["Costs", "docs/costs"],
  ["When it fails", "docs/robustness"],
  ["Hosts", "docs/hosts"],
  ["Other packages' suites", "docs/suites"],
];
const INSIDE = [
  ["Architecture", "docs/architecture"],
  ["Threat model", "docs/threat-model"],
  ["Design", "DESIGN"],
  ["Contributing", "CONTRIBUTING"],
  ["Security policy", "SECURITY"],
  ["Changelog", "CHANGELOG"],
  ["License", "LICENSE"],
];

const linked = (/** @type {readonly (readonly string[])[]} */ list) =>
  list.map(([text, page]) => ({ text, link: page === "index" ? "/" : `/${page}` }));

const PLAYGROUND = { text: "Playground", link: "/playground.html", target: "_self" };

/** @type {import("vitepress").UserConfig} */
export default {
  title: "scrubjay",
  description: "Keeps credentials out of logs",
  lang: "en",
  srcDir: ".pages",
  outDir: "../dist-site",
  cacheDir: ".pages/.cache",
  // Where the site is not at the root of its host.
  base: process.env.SITE_BASE ?? "/",
  head: [["link", { rel: "icon", href: "data:," }]],
  // The playground is not a page of VitePress.
  ignoreDeadLinks: [/playground/],
  markdown: { theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" } },
  vite: { logLevel: "error", build: { chunkSizeWarningLimit: 2000 } },
  themeConfig: {
    nav: [{ text: "Guide", link: "/" }, { text: "Reference", link: "/reference/" }, PLAYGROUND],
    sidebar: [
      { text: "Guide", items: linked(GUIDE) },
      { text: "In use", items: [...linked(USE), PLAYGROUND] },
      { text: "Measured", items: linked(MEASURED) },
      { text: "Inside", items: linked(INSIDE) },
      {
        text: "Reference",
        collapsed: true,
        items: Object.keys(ENTRIES).map((name) => ({ text: name, link: `/reference/${name}` })),
      },
    ],
    outline: [2, 3],
    search: { provider: "local" },
  },
};
