// Writes the reference of the public interface, a page for each entry of the package, from its doc comments.
import { join } from "node:path";
import { Application, LogLevel } from "typedoc";
import { ENTRIES, root } from "./paths.js";

/**
 * @param {string} folder where the pages go
 * @returns {Promise<readonly string[]>} what TypeDoc has to complain about
 */
export async function writeReference(folder) {
  const names = new Map(Object.entries(ENTRIES).map(([name, file]) => [join(root, "src", file), name]));
  const app = await Application.bootstrapWithPlugins({
    plugin: ["typedoc-plugin-markdown"],
    entryPoints: [...names.keys()],
    tsconfig: join(root, "tsconfig.json"),
    readme: "none",
    logLevel: LogLevel.Warn,
    out: folder,
    excludeExternals: true,
    excludeInternal: true,
    disableSources: true,
    sort: ["source-order"],
    groupOrder: ["Functions", "Classes", "Interfaces", "Type Aliases"],
    // Each declaration of a kind that a user can meet has a doc comment.
    // Parts of a declaration that say all in their own place.
    intentionallyNotExported: ["Counter", "Done", "Metadata"],
    validation: { notExported: true, invalidLink: true, notDocumented: true },
    requiredToBeDocumented: ["Function", "Class", "Interface", "TypeAlias", "Variable"],
    // @ts-expect-error: options of the plug-in
    outputFileStrategy: "modules",
    entryFileName: "index",
    hidePageHeader: true,
    hideBreadcrumbs: true,
    parametersFormat: "table",
    interfacePropertiesFormat: "list",
    typeDeclarationFormat: "table",
    enumMembersFormat: "table",
    useCodeBlocks: true,
    expandObjects: true,
  });
  /** @type {string[]} */
  const complaints = [];
  const { logger } = app;
  const { log } = logger;
  logger.log = (message, level) => {
    // What a type within a signature says, the signature's own comment says.
    if (level >= LogLevel.Warn && !message.includes(".__type.")) complaints.push(message);
    else if (level < LogLevel.Warn) log.call(logger, message, level);
  };
  const project = await app.convert();
  if (project === undefined) return complaints;
  for (const module of project.children ?? []) {
    const file = module.sources?.[0]?.fullFileName ?? project.files.getReflectionPath?.(module);
    module.name = names.get(file) ?? module.name;
  }
  app.validate(project);
  await app.generateOutputs(project);
  return complaints;
}
