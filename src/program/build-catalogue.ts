import { programSource } from "../options.ts";
