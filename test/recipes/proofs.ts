/** What is done after a block that only sets something up, so that it sends credentials. */
export interface Proof {
  /** A text of the block that it is for. */
  readonly uses: string;
  readonly code: string;
}

export const PROOFS: readonly Proof[] = [
  {
    uses: "Sentry.init",
    code: `
      const config = { headers: { Authorization: "Bearer hunter2" } };
      Sentry.captureException(Object.assign(new Error("failed with password=hunter2"), { config }));
      Sentry.logger.info("login with password=hunter2", { token: "hunter2" });
      Sentry.startSpan({ name: "GET /?token=hunter2" }, () => {});
      await Sentry.flush(5000);`,
  },
  {
    uses: "apm.start",
    code: `
      const transaction = apm.startTransaction("GET /?token=hunter2", "request");
      apm.setCustomContext({ headers: { authorization: "Bearer hunter2" } });
      apm.captureError(new Error("failed with password=hunter2"));
      transaction.end();
      await apm.flush();
      process.exit();`,
  },
];
