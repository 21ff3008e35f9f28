// Commands and directives that set a name.
import type { Join } from "./join.ts";

/** What may stand right before a name on its way back to a command: a path, a host. */
const PATH = "(?:[\\w./:@][\\w./:@-]*)?";
const FLAGS = "(?: +-[\\w=.-]+)*";

/** What stands before the name that a command, a directive or a shell sets. */
const setters: readonly (Pick<Join, "id" | "example"> & { readonly before: string; readonly not: string })[] =
  [
    {
      id: "define",
      before: `[^\\w-]define +${PATH}`,
      example: "#define TOKEN «x1y2z3»",
      not: "redefine token x1y2z3",
    },
    {
      id: "vault-put",
      before: "[^\\w]put [^ \\n]*/",
      example: "vault kv put app/db/password «x1y2z3»",
      not: "he put and/or password x1y2z3s",
    },
    {
      id: "git-config",
      before: `[^\\w](?:git|scoop) config${FLAGS} +${PATH}`,
      example: "git config user.token «x1y2z3»",
      not: "the git confit token x1y2z3",
    },
    {
      id: "setx",
      before: `[^\\w](?:setx|setenv|env:set)${FLAGS} +${PATH}`,
      example: "setx API_KEY «x1y2z3»",
      not: "sets api_key x1y2z3",
    },
    {
      id: "proxy-header",
      before: `(?:[\\w]_|[\\w-]-)header${FLAGS} +${PATH}`,
      example: "proxy_set_header X-Token «x1y2z3»",
      not: "a header token x1y2z3",
    },
    {
      id: "fastcgi-param",
      before: `\\w_param +${PATH}`,
      example: "fastcgi_param TOKEN «x1y2z3»",
      not: "a param token x1y2z3",
    },
    {
      id: "fish-set",
      before: `[^\\w]set -\\w{0,2}x +${PATH}`,
      example: "set -gx TOKEN «x1y2z3»",
      not: "sets -g token x1y2z3",
    },
    {
      id: "apache-header",
      before: `\\wheader set +${PATH}`,
      example: "RequestHeader set X-Token «x1y2z3»",
      not: "header set token x1y2z3",
    },
    {
      id: "config-set",
      before: `[^\\w](?:config|configure)${FLAGS} set${FLAGS} +${PATH}`,
      example: "aws configure set password «x1y2z3»",
      not: "confident set password sesame",
    },
  ];

/** One pattern for all of them: a set of patterns has 63. */
const SETTER = `(?:${setters.map(({ before }) => before).join("|")})`;

const SETS = { between: " +", value: "not code" } as const;

export const commands: readonly Join[] = [
  ...setters.map(({ id, example, not }): Join => ({ ...SETS, id, before: SETTER, example, not })),
  {
    ...SETS,
    id: "dockerfile-env",
    before: "[^\\w]ENV +",
    exactCase: true,
    example: "ENV TOKEN «x1y2z3»",
    not: "Env TOKEN x1y2z3",
  },
];
