const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A way to write a line's time, with a line that has it. */
interface TimeFormat {
  readonly pattern: RegExp;
  /** Milliseconds since 1970, from the pattern's groups. Without a zone, a time counts as UTC. */
  readonly read: (groups: Readonly<Record<string, string>>, year: number) => number;
  readonly example: string;
}

const date = ({ y, mo, d, h, mi, s = "0", f = "", z = "Z" }: Readonly<Record<string, string>>): number => {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(z) ?? [];
  const offset = sign === undefined ? 0 : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
  const ms = Number(f.padEnd(3, "0").slice(0, 3));
  return Date.UTC(Number(y), Number(mo) - 1, Number(d), Number(h), Number(mi) - offset, Number(s), ms);
};

const monthOf = (name: string): string => String(MONTHS.indexOf(name) + 1);

/** Seconds, or thousandths of them, or of these, by how many digits there are. */
const epoch = (digits: string): number =>
  Number(digits.slice(0, 10)) * 1000 + Number(digits.slice(10, 13).padEnd(3, "0"));

/** In their order: what tells most comes first. */
export const TIME_FORMATS: readonly TimeFormat[] = [
  {
    pattern:
      /(?<![\d-])(?<y>(?:19|20)\d\d)[-/](?<mo>\d\d)[-/](?<d>\d\d)[T ](?<h>\d\d):(?<mi>\d\d)(?::(?<s>\d\d)(?:[.,](?<f>\d{1,9}))?)? ?(?<z>Z|[+-]\d\d:?\d\d)?/,
    read: date,
    example: "2026-11-30T12:00:00.000Z login",
  },
  {
    pattern:
      /\[(?<d>\d\d)\/(?<mo>[A-Z][a-z]{2})\/(?<y>\d{4}):(?<h>\d\d):(?<mi>\d\d):(?<s>\d\d) (?<z>[+-]\d{4})\]/,
    read: (groups) => date({ ...groups, mo: monthOf(groups.mo!) }),
    example: '192.0.2.7 - - [30/Nov/2026:13:00:00 +0100] "GET /"',
  },
  {
    pattern:
      /["']?\b(?:time|ts|timestamp|epoch|date)["']?\s?[:=]\s?["']?(?<t>1\d{9}(?:\d{3}){0,3})(?:\.\d+)?\b/i,
    read: ({ t }) => epoch(t!),
    example: '{"level":30,"time":1796040000000,"msg":"login"}',
  },
  {
    pattern: /^\[?(?<t>1\d{9}(?:\d{3}){0,3})(?:\.\d+)?\b/,
    read: ({ t }) => epoch(t!),
    example: "1796040000.000 login",
  },
  {
    pattern: /^(?:<\d{1,3}>)?(?<mo>[A-Z][a-z]{2}) {1,2}(?<d>\d{1,2}) (?<h>\d\d):(?<mi>\d\d):(?<s>\d\d)\b/,
    read: (groups, year) => date({ ...groups, y: String(year), mo: monthOf(groups.mo!) }),
    example: "Nov 30 12:00:00 host sshd[7]: login",
  },
  {
    pattern: /^[IWEF](?<mo>\d\d)(?<d>\d\d) (?<h>\d\d):(?<mi>\d\d):(?<s>\d\d)\b/,
    read: (groups, year) => date({ ...groups, y: String(year) }),
    example: "I1130 12:00:00.000000 7 server.go:1] login",
  },
];

/**
 * When a line says that it was written, in milliseconds since 1970; undefined if it does not.
 *
 * @param head The line's beginning
 * @param year The year of a time that tells none
 */
export function timeOfLine(head: string, year: number): number | undefined {
  for (const { pattern, read } of TIME_FORMATS) {
    const groups = pattern.exec(head)?.groups;
    if (groups === undefined) continue;
    const given = Object.fromEntries(Object.entries(groups).filter(([, value]) => value !== undefined));
    const time = read(given as Readonly<Record<string, string>>, year);
    if (Number.isFinite(time)) return time;
  }
  return undefined;
}
