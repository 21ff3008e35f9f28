// A headless Chromium from npm; CHROMIUM names another one.
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

/** @returns {Promise<import("playwright-core").Browser>} */
export async function startBrowser() {
  const named = process.env.CHROMIUM;
  if (named !== undefined) return chromium.launch({ executablePath: named });
  // The package unpacks the libraries that Chromium needs only where it takes the machine for Amazon's.
  process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs20.x";
  const { default: packed } = await import("@sparticuz/chromium");
  const executablePath = await packed.executablePath();
  const env = { ...process.env, LD_LIBRARY_PATH: join(tmpdir(), "al2023", "lib") };
  return chromium.launch({
    executablePath,
    env,
    args: ["--no-sandbox", "--no-zygote", "--disable-gpu"],
  });
}
