// What is measured, and whether the catalogue was ever tuned to it. A later source is a row here.

export interface LogSource {
  /** As the tables call it; first-runs.json goes by it */
  name: string;
  holds: "logs";
  /** A folder of the shared one, with an index.json */
  dir: string;
  /** `source` of the entries in the index that count; all without it */
  only?: string[];
  /** Those that do not */
  except?: string[];
  /** Nobody had looked at it when it was first measured */
  fresh: boolean;
  /** The day on which it was first measured */
  since: string;
}
/** Marked texts, pairs of reports and values: see its README.md. */
export interface FieldSource {
  name: string;
  holds: "field cases";
  dir: string;
  fresh: boolean;
  since: string;
}
export type Source = LogSource | FieldSource;

/** Those that log what was done to others, told by the product that wrote the log: detections, alerts, firewalls. */
const securityProducts = ["ossec", "sc4s", "sekoia", "wazuh"];

export const seenLogs: LogSource = {
  name: "real logs",
  holds: "logs",
  dir: "corpora",
  fresh: false,
  since: "2026-11-22",
};

export const sources: readonly Source[] = [
  seenLogs,
  {
    name: "ordinary logs",
    holds: "logs",
    dir: "corpora-2",
    except: securityProducts,
    fresh: true,
    since: "2026-11-29",
  },
  {
    name: "events of security products",
    holds: "logs",
    dir: "corpora-2",
    only: securityProducts,
    fresh: true,
    since: "2026-11-29",
  },
  { name: "field cases", holds: "field cases", dir: "cases/field", fresh: true, since: "2026-11-29" },
];
