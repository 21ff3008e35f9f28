import type { CatalogueShape } from "../catalogue-shape.ts";

/** Commands that read a secret from their standard input, twelve letters each. */
const TAKES_SECRET =
  "(?:docker login|podman login|docker secre|podman secre|gcloud secre|wrangler sec|npx wrangler|passwd --std|gh auth logi|gh secret se|vault login |vercel env a|cryptsetup l|cryptsetup o|openconnect |bin/elastics)";

const SOURCE = "https://docs.docker.com/reference/cli/docker/login/#password-stdin";
/** What writes its argument: `echo -n`, `printf '%s'`. */
const ECHO = String.raw`\b(?:echo (?:-[neE]+ )?|printf (?:["']?%s(?:\\{1,2}n)?["']? )?)`;

interface Input {
  readonly id: string;
  readonly name: string;
  /** Pattern of what is written before the password, and a text that it matches. */
  readonly lead: string;
  readonly writtenLead: string;
  /** The same of the command that reads it. */
  readonly command: string;
  readonly writtenCommand: string;
}

/** `echo PASSWORD | command`, the password in quotes and without: what stands after it must have one length. */
const piped = ({ id, name, lead, writtenLead, command, writtenCommand }: Input): CatalogueShape[] => [
  {
    id,
    name,
    source: SOURCE,
    pattern: String.raw`${ECHO}${lead}([^\s"'\\|$]+) \| ${command}`,
    example: `echo ${writtenLead}«hunter22x» | ${writtenCommand}`,
    nearMiss: `echo ${writtenLead}hunter22x > ${writtenCommand}`,
  },
  {
    id: `${id}-quoted`,
    name,
    source: SOURCE,
    pattern: String.raw`${ECHO}["']${lead}([^"'\\\n|$]+)["'] \| ${command}`,
    example: `printf '%s' "${writtenLead}«two words»" | ${writtenCommand}`,
    nearMiss: `printf '%d' "${writtenLead}two words" | ${writtenCommand}`,
  },
];

/** Passwords that `echo` or `printf` writes into a command. */
export const inputRules: readonly CatalogueShape[] = [
  {
    id: "shell/login-input",
    name: "Secret that echo writes into a command which takes one",
    lead: "",
    writtenLead: "",
    command: TAKES_SECRET,
    writtenCommand: "docker login -u ann --password-stdin",
  },
  {
    id: "shell/sudo-input",
    name: "Password that echo writes into sudo",
    lead: "",
    writtenLead: "",
    command: "sudo -S",
    writtenCommand: "sudo -S id",
  },
  {
    id: "shell/chpasswd",
    name: "Password that echo writes into chpasswd",
    lead: String.raw`[\w.-]+:`,
    writtenLead: "ann:",
    command: "chpasswd",
    writtenCommand: "chpasswd",
  },
].flatMap(piped);
