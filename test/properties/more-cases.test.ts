import { describe } from "vitest";
import { testProperties } from "./hold.ts";

describe("for more made inputs", () => testProperties(2300));
