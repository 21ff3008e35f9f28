import { describe, expect, test } from "vitest";
import { JsonSyntaxError, parseJson } from "../../src/config/placed-json.ts";

describe("JSON with places", () => {
  test.each([
    ['{"a":[1,-2.5e3,true,null,"\\u00e9\\n"],"b":{"c":{}, "d":[]}}'],
    ['  "x" '],
    ["[[],{}]"],
    ["0"],
  ])("%s is read as JSON.parse does", (text) => {
    expect(parseJson(text).value).toEqual(JSON.parse(text));
  });

  test("a value is where it stands, a member where its name does", () => {
    const json = parseJson('{\n  "é": [1,\n 22],\n  "b": {"c": 3}\n}');
    expect(json.placeOf(["é"])).toEqual({ line: 2, column: 3 });
    expect(json.placeOf(["é", 0])).toEqual({ line: 2, column: 9 });
    expect(json.placeOf(["é", 1])).toEqual({ line: 3, column: 2 });
    expect(json.placeOf(["b", "c"])).toEqual({ line: 4, column: 9 });
    expect(json.placeOf(["b", "x"])).toEqual({ line: 4, column: 3 });
    expect(json.placeOf([])).toEqual({ line: 1, column: 1 });
  });

  test.each([
    ["", "1:1", "found the end, but a value is allowed here"],
    ['{"a":1,}', "1:8", 'found "}", but a name in double quotes is allowed here'],
    ["{a:1}", "1:2", 'found "a", but a name in double quotes is allowed here'],
    ['{"a" 1}', "1:6", 'found "1", but ":" is allowed here'],
    ['{"a":1 "b"}', "1:8", 'found a string, but "," or "}" is allowed here'],
    ["[1\n 2]", "2:2", 'found "2", but "," or "]" is allowed here'],
    ["[1] 2", "1:5", 'found "2", but the end is allowed here'],
    ['["a]', "1:2", "found a string that does not end, but a value is allowed here"],
    ['{"a":1,"a":2}', "1:8", '"a" stands twice in this object; each name is allowed once'],
    ["[tru]", "1:2", 'found "tru", but a value is allowed here'],
    ["[01]", "1:2", 'found "01", but a number is allowed here'],
    ['["\\x"]', "1:2", "found a string, but a string with the escapes of JSON is allowed here"],
    ["[undefined]", "1:2", 'found "undefined", but a value is allowed here'],
    ["// x", "1:1", "comments are not JSON; remove this one"],
    ["[".repeat(100), "1:66", 'found "[", but values at most 64 deep is allowed here'],
  ])("%j is refused with its place", (text, place, message) => {
    try {
      parseJson(text);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(JsonSyntaxError);
      const { place: at, message: said } = error as JsonSyntaxError;
      expect([`${at.line}:${at.column}`, said]).toEqual([place, message]);
    }
  });
});
