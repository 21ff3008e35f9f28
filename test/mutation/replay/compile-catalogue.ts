// Compiles the catalogue as the build does, but packs nothing.
import { catalogueSource } from "../../../src/config/catalogue-source.ts";
import { compileProgram } from "../../../src/program/image/program.ts";

/** As many as the build's. */
const TRIES = 200;

/** The program of the default options. */
export function compileCatalogue(): Uint8Array {
  return compileProgram(catalogueSource(), TRIES).bytes;
}
