// What is measured, and whether the catalogue was ever tuned to it. A later source is a row here.

/**
 * @typedef {object} LogSource
 * @property {string} name as the tables call it; first-runs.json goes by it
 * @property {"logs"} holds
 * @property {string} dir a folder of the shared one, with an index.json
 * @property {string[]} [only] `source` of the entries in the index that count; all without it
 * @property {string[]} [except] those that do not
 * @property {boolean} fresh nobody had looked at it when it was first measured
 * @property {string} since the day on which it was first measured
 */
/**
 * @typedef {object} FieldSource marked texts, pairs of reports and values: see its README.md
 * @property {string} name
 * @property {"field cases"} holds
 * @property {string} dir
 * @property {boolean} fresh
 * @property {string} since
 */
/** @typedef {LogSource | FieldSource} Source */

/** Those that log what was done to others, told by the product that wrote the log: detections, alerts, firewalls. */
const securityProducts = ["ossec", "sc4s", "sekoia", "wazuh"];

/** @type {LogSource} */
export const seenLogs = {
  name: "real logs",
  holds: "logs",
  dir: "corpora",
  fresh: false,
  since: "2026-11-22",
};

/** @type {readonly Source[]} */
export const sources = [
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
