// Times as marks show them.

/** The end of the year 9999: later dates are not written. */
const SECONDS_MOST: f64 = 253_402_300_799;
const DAY = 86_400;
/** Every month has 31 days for JavaScript's `Date.parse`: those that it has not are the first ones of the next. */
const DAYS_MOST = 31;

/** A time in seconds since 1970 as ISO 8601; empty for anything else, or is too far away. */
export function dateText(seconds: f64): string {
  if (!(abs(seconds) <= SECONDS_MOST)) return "";
  const whole = <i64>Math.floor(Math.trunc(seconds * 1000) / 1000);
  const days = floorDivided(whole, DAY);
  const rest = <i32>(whole - days * DAY);
  // Days since 0000-03-01, in eras of 400 years (https://howardhinnant.github.io/date_algorithms.html).
  const shifted = days + 719_468;
  const era = floorDivided(shifted, 146_097);
  const dayOfEra = <i32>(shifted - era * 146_097);
  const yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
  const dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  const month = (5 * dayOfYear + 2) / 153;
  const day = dayOfYear - (153 * month + 2) / 5 + 1;
  const year = <i32>(era * 400) + yearOfEra + (month >= 10 ? 1 : 0);
  const date = yearText(year) + "-" + padded(month < 10 ? month + 3 : month - 9, 2) + "-" + padded(day, 2);
  return `${date}T${padded(rest / 3600, 2)}:${padded((rest / 60) % 60, 2)}:${padded(rest % 60, 2)}Z`;
}

function floorDivided(value: i64, by: i64): i64 {
  return value >= 0 ? value / by : -((by - 1 - value) / by);
}

function yearText(year: i32): string {
  return year >= 0 ? padded(year, 4) : "-" + padded(-year, 6);
}

function padded(value: i32, digits: i32): string {
  return `${value}`.padStart(digits, "0");
}

/** How long so many seconds are, in the largest unit that makes one of it: 45s, 3m, 7h, 12d; empty before. */
export function since(seconds: f64): string {
  if (!(seconds >= 0)) return "";
  if (seconds >= DAY) return whole(seconds / DAY) + "d";
  if (seconds >= 3600) return whole(seconds / 3600) + "h";
  return seconds >= 60 ? whole(seconds / 60) + "m" : whole(seconds) + "s";
}

function whole(value: f64): string {
  const text = `${Math.floor(value)}`;
  return text.endsWith(".0") ? text.substring(0, text.length - 2) : text;
}

/** Seconds since 1970 of a date of XML Schema in the only time zone that SAML allows; NaN for any other text. */
export function secondsOf(date: string): f64 {
  if (date.length < 20 || !isShaped(date)) return NaN;
  const year = number(date, 0, 4);
  const month = number(date, 5, 7);
  const day = number(date, 8, 10);
  const hour = number(date, 11, 13);
  const minute = number(date, 14, 16);
  const second = number(date, 17, 19);
  const fraction =
    date.length == 20 ? 0 : number((date.substring(20, date.length - 1) + "00").substring(0, 3), 0, 3);
  if (month < 1 || month > 12 || day < 1 || day > DAYS_MOST || minute > 59 || second > 59) return NaN;
  if (hour > 24 || (hour == 24 && (minute > 0 || second > 0 || fraction > 0))) return NaN;
  const shifted = month > 2 ? year : year - 1;
  const era = floorDivided(shifted, 400);
  const yearOfEra = <i64>shifted - era * 400;
  const dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  const days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
  return <f64>((days * DAY + hour * 3600 + minute * 60 + second) * 1000 + fraction) / 1000;
}

/** `2026-01-31T12:00:00Z`, with up to nine digits after a dot. */
function isShaped(date: string): bool {
  const shape = "0000-00-00T00:00:00";
  for (let i = 0; i < shape.length; i++) {
    const unit = date.charCodeAt(i);
    if (shape.charCodeAt(i) == 0x30 ? !isDigit(unit) : unit != shape.charCodeAt(i)) return false;
  }
  if (date.charCodeAt(date.length - 1) != 0x5a) return false;
  if (date.length == 20) return true;
  if (date.charCodeAt(19) != 0x2e || date.length < 22 || date.length > 30) return false;
  for (let i = 20; i < date.length - 1; i++) if (!isDigit(date.charCodeAt(i))) return false;
  return true;
}

function isDigit(unit: i32): bool {
  return unit >= 0x30 && unit <= 0x39;
}

function number(text: string, from: i32, to: i32): i32 {
  let value = 0;
  for (let i = from; i < to; i++) value = value * 10 + text.charCodeAt(i) - 0x30;
  return value;
}
