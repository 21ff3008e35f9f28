import type { Target } from "../target.ts";
import { kernel } from "./kernel.ts";
import { pattern } from "./pattern.ts";
import { stream } from "./stream.ts";

export const targets: Readonly<Record<string, Target>> = { kernel, stream, pattern };
