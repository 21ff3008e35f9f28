import { UsageError } from "../flags/read-flags.ts";
import type { CommandName, SharedFlag } from "../flags/table.ts";
import { TOOL_NAMES, TOOLS } from "../tool-names.ts";
import type { Toolbox } from "../toolbox.ts";

const STDOUT = 1;

type Flags = readonly SharedFlag[];
const COMMANDS: readonly CommandName[] = ["filter", ...TOOL_NAMES];

/** `scrubjay completion SHELL`: what makes a shell complete flags and their values, made of the table of flags. */
export async function completion(args: readonly string[], toolbox: Toolbox): Promise<number> {
  const { values, operands, rest } = toolbox.readCommand("completion", args);
  const [shell, ...others] = [...operands, ...(rest ?? [])];
  const text = values.has("help") ? helpText(toolbox) : scriptOf(shell, others.length, toolbox.FLAGS);
  await toolbox.createOutput(STDOUT).write(new TextEncoder().encode(text));
  return 0;
}

function scriptOf(shell: string | undefined, others: number, flags: Flags): string {
  const write = others === 0 && shell !== undefined ? SHELLS.get(shell) : undefined;
  if (write === undefined) {
    const given =
      shell === undefined ? "no shell is given" : `${JSON.stringify(shell)} is no shell that is known`;
    throw new UsageError(
      `${others > 0 ? "one shell at a time" : given}; allowed are ${[...SHELLS.keys()].join(", ")}`,
    );
  }
  return write(flags);
}

const SHELLS: ReadonlyMap<string, (flags: Flags) => string> = new Map([
  ["bash", bash],
  ["zsh", zsh],
  ["fish", fish],
]);

const of = (flags: Flags, command: CommandName): Flags => flags.filter((flag) => flag.of.includes(command));

/** As a word of a shell script. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** What a flag's value can be, as far as that is known. */
const wordsOf = ({ choices, forms }: SharedFlag): readonly string[] => choices ?? forms ?? [];

function bash(flags: Flags): string {
  const rows = COMMANDS.flatMap((command) => {
    const own = of(flags, command);
    const names = own.flatMap(({ name, short, isOptional, choices = [] }) => [
      `--${name}`,
      ...(short === undefined ? [] : [`-${short}`]),
      ...(isOptional ? choices.map((choice) => `--${name}=${choice}`) : []),
    ]);
    const values = own.flatMap((flag) => {
      if (flag.value === undefined) return [];
      const words = wordsOf(flag);
      const at = `${command}/--${flag.name}`;
      const pattern = flag.isOptional ? `${at}=` : `${at} | ${at}=`;
      if (words.length > 0) return [`    ${pattern}) reply=${quoted(words.join(" "))} ;;`];
      return [`    ${pattern}) ${flag.value === "FILE" ? "is=file" : "is=text"} ;;`];
    });
    return [...values, `    ${command}/*) flags=${quoted(names.join(" "))} ;;`];
  });
  return `# scrubjay completion bash > ~/.local/share/bash-completion/completions/scrubjay
_scrubjay_words() {
  COMPREPLY+=($(compgen -W "$1" -- "$2"))
}
_scrubjay_files() {
  local IFS=$'\\n'
  COMPREPLY+=($(compgen -f -- "$1"))
}
_scrubjay() {
  local word=\${COMP_WORDS[COMP_CWORD]} last=\${COMP_WORDS[COMP_CWORD - 1]} command=filter flags reply is i
  COMPREPLY=()
  # "--flag=value" is three words.
  if [[ $word == "=" ]]; then
    word= last+="="
  elif [[ $last == "=" ]]; then
    last=\${COMP_WORDS[COMP_CWORD - 2]}=
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    if [[ \${COMP_WORDS[i]} == -- ]]; then
      COMPREPLY=($(compgen -c -- "$word"))
      return
    fi
  done
  if ((COMP_CWORD > 1)); then
    case \${COMP_WORDS[1]} in ${TOOL_NAMES.join(" | ")}) command=\${COMP_WORDS[1]} ;; esac
  fi
  case $command/$last in
${rows.join("\n")}
  esac
  if [[ -n $reply ]]; then
    _scrubjay_words "$reply" "$word"
  elif [[ $is == file ]]; then
    _scrubjay_files "$word"
  elif [[ $is == text ]]; then
    return
  elif [[ $word == -* ]]; then
    _scrubjay_words "$flags" "$word"
  elif [[ $command == completion ]]; then
    _scrubjay_words ${quoted([...SHELLS.keys()].join(" "))} "$word"
  else
    _scrubjay_files "$word"
    ((COMP_CWORD == 1)) && _scrubjay_words ${quoted(TOOL_NAMES.join(" "))} "$word"
  fi
}
complete -o filenames -F _scrubjay scrubjay
`;
}

function zsh(flags: Flags): string {
  const spec = (flag: SharedFlag): string => {
    const help = flag.help.replace(/[[\]:\\]/g, "\\$&");
    const words = wordsOf(flag).map((word) => word.replaceAll(":", "\\:"));
    const action = words.length > 0 ? `(${words.join(" ")})` : flag.value === "FILE" ? "_files" : " ";
    const value = flag.value === undefined ? "" : `:${flag.value}:${action}`;
    const sign = flag.value === undefined ? "" : flag.isOptional ? "=-" : "=";
    const long = quoted(`*--${flag.name}${sign}[${help}]${flag.isOptional ? ":" : ""}${value}`);
    return flag.short === undefined ? long : `${long} ${quoted(`*-${flag.short}[${help}]`)}`;
  };
  const cases = COMMANDS.slice(1).map((command) => {
    const operand = command === "completion" ? `:shell:(${[...SHELLS.keys()].join(" ")})` : "*:file:_files";
    const specs = [...of(flags, command).map(spec), quoted(operand)];
    return `    ${command})\n      shift words; ((CURRENT--))\n      _arguments -s ${specs.join(" \\\n        ")} ;;`;
  });
  const tools = TOOL_NAMES.map((name) => quoted(`${name}:${TOOLS[name]}`)).join(" ");
  return `#compdef scrubjay
# scrubjay completion zsh > a file _scrubjay in a folder of $fpath
_scrubjay_first() {
  local -a tools=(${tools})
  _describe -t commands command tools
  _files
}
_scrubjay() {
  local tool=
  ((CURRENT > 2)) && tool=$words[2]
  case $tool in
${cases.join("\n")}
    *)
      _arguments -s ${[...of(flags, "filter").map(spec), "1:file:_scrubjay_first", "'*:file:_files'"].join(" \\\n        ")} ;;
  esac
}
if [[ $funcstack[1] == _scrubjay ]]; then _scrubjay "$@"; else compdef _scrubjay scrubjay; fi
`;
}

function fish(flags: Flags): string {
  const seen = `__fish_seen_subcommand_from ${TOOL_NAMES.join(" ")}`;
  const rows = COMMANDS.flatMap((command) => {
    const when = quoted(command === "filter" ? `not ${seen}` : `__fish_seen_subcommand_from ${command}`);
    return of(flags, command).map((flag) => {
      const words = wordsOf(flag);
      const needs =
        flag.value === undefined || flag.isOptional ? "" : flag.value === "FILE" ? " -r -F" : " -x";
      const short = flag.short === undefined ? "" : ` -s ${flag.short}`;
      const choice = words.length === 0 ? "" : ` -a ${quoted(words.join(" "))}`;
      return `complete -c scrubjay -n ${when} -l ${flag.name}${short}${needs}${choice} -d ${quoted(flag.help)}`;
    });
  });
  const tools = TOOL_NAMES.map(
    (name) => `complete -c scrubjay -n __fish_use_subcommand -a ${name} -d ${quoted(TOOLS[name])}`,
  );
  return `# scrubjay completion fish > ~/.config/fish/completions/scrubjay.fish
${tools.join("\n")}
complete -c scrubjay -n '__fish_seen_subcommand_from completion' -f -a ${quoted([...SHELLS.keys()].join(" "))}
${rows.join("\n")}
`;
}

function helpText({ helpRows }: Toolbox): string {
  return `Usage: scrubjay completion bash|zsh|fish

Writes what makes the shell complete commands, flags and their values.

${helpRows("completion")}

Example: source <(scrubjay completion bash)
`;
}
