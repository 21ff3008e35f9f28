// npm run site: builds the documentation site into dist-site/. With --check it looks at it in a headless Chromium.
import { installTools } from "../build/install-tools.js";
import { site } from "./paths.js";

installTools(site);
const { buildSite } = await import("./build-site.js");
await buildSite();
if (process.argv.includes("--check")) await import("./check/run.js");
