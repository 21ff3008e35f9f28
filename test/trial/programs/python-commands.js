// Package managers and command lines of Python.

/** @import { Program } from "../program.js" */

/** @type {readonly Program[]} */
export const pythonCommands = [
  {
    name: "pip",
    language: "python",
    packages: ["pip==24.3.1"],
    run: [
      ..."python3 -m pip --no-input --retries 0 -vvv download --no-deps -d out acme-tools --trusted-host 127.0.0.1".split(
        " ",
      ),
      ...["--index-url", "http://ann:{PASSWORD:url}@127.0.0.1:{HTTP}/simple"],
      ...["--extra-index-url", "http://__token__:{TOKEN}@127.0.0.1:{HTTP}/401/simple"],
    ],
    secrets: { PASSWORD: "password", TOKEN: "gitlab" },
  },
  {
    name: "uv",
    language: "python",
    packages: ["uv"],
    run: ["uv", "-vvv", "pip", "install", "--target", "out", "acme-tools"],
    env: {
      UV_INDEX_URL: "http://ann:{PASSWORD:url}@127.0.0.1:{HTTP}/simple",
      UV_EXTRA_INDEX_URL: "http://oauth2accesstoken:{TOKEN}@127.0.0.1:{HTTP}/401/simple",
      UV_HTTP_RETRIES: "0",
      RUST_LOG: "trace",
    },
    secrets: { PASSWORD: "password", TOKEN: "opaque" },
  },
  {
    name: "poetry",
    language: "python",
    packages: ["poetry"],
    run: ["poetry", "-vvv", "--no-interaction", "lock", "--no-cache"],
    env: {
      POETRY_VIRTUALENVS_CREATE: "false",
      POETRY_HTTP_BASIC_ACME_USERNAME: "ann",
      POETRY_HTTP_BASIC_ACME_PASSWORD: "{PASSWORD}",
    },
    files: {
      "pyproject.toml":
        '[project]\nname = "acme"\nversion = "1.0"\nrequires-python = ">=3.9"\ndependencies = ["acme-tools"]\n[tool.poetry]\npackage-mode = false\n[[tool.poetry.source]]\nname = "acme"\nurl = "http://127.0.0.1:{HTTP}/401/simple"\npriority = "primary"\n',
    },
    secrets: { PASSWORD: "password" },
  },
  {
    name: "twine",
    language: "python",
    packages: ["twine"],
    run: [
      "sh",
      "-c",
      `python3 -m zipfile -c acme-1.0-py3-none-any.whl acme-1.0.dist-info &&
      twine upload --verbose --disable-progress-bar --non-interactive --repository acme *.whl`,
    ],
    files: {
      ".pypirc":
        "[distutils]\nindex-servers = acme\n[acme]\nrepository = http://127.0.0.1:{HTTP}/401/\nusername = __token__\npassword = {TOKEN}\n",
      "acme-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: acme\nVersion: 1.0\n",
    },
    secrets: { TOKEN: "pypi" },
  },
  {
    name: "httpie",
    language: "python",
    packages: ["httpie"],
    run: [
      ..."http --debug --verbose --ignore-stdin --pretty=colors --form --session=main -a".split(" "),
      "ann:{PASSWORD}",
      "http://127.0.0.1:{HTTP}/echo/login",
      "X-Api-Key:{KEY}",
      "password={PHRASE}",
    ],
    secrets: { PASSWORD: "password", KEY: "opaque", PHRASE: "phrase" },
  },
  {
    name: "awscli",
    language: "python",
    packages: ["awscli"],
    run: [
      ..."aws --debug --endpoint-url http://127.0.0.1:{HTTP} secretsmanager create-secret --name db --secret-string".split(
        " ",
      ),
      '{"password":"{PASSWORD}"}',
    ],
    env: {
      AWS_ACCESS_KEY_ID: "AKIA0000000000000000",
      AWS_SECRET_ACCESS_KEY: "{SECRET}",
      AWS_SESSION_TOKEN: "{TOKEN}",
      AWS_DEFAULT_REGION: "eu-west-1",
      AWS_MAX_ATTEMPTS: "1",
    },
    secrets: { SECRET: "aws", TOKEN: "azure", PASSWORD: "plain" },
  },
  {
    name: "ansible",
    language: "python",
    packages: ["ansible-core"],
    run: [
      ..."ansible-playbook -vvvv -i localhost, -c local play.yml -e".split(" "),
      "db_password={PASSWORD}",
    ],
    files: {
      "play.yml": [
        "- hosts: all",
        "  gather_facts: false",
        "  vars: { api_token: '{TOKEN}' }",
        "  tasks:",
        "    - name: log in",
        "      ansible.builtin.uri:",
        "        url: http://127.0.0.1:{HTTP}/401/login",
        "        method: POST",
        "        body_format: json",
        "        headers: { Authorization: 'Token {{ api_token }}' }",
        "        body: { user: ann, password: '{{ db_password }}' }",
        "      ignore_errors: true",
        "    - ansible.builtin.command: echo mysql -u ann -p{{ db_password }} shop",
        "    - ansible.builtin.debug: { var: 'hostvars[inventory_hostname]' }",
        "    - ansible.builtin.copy: { dest: ./app.conf, content: 'secret_key={{ api_token }}' }",
        "      diff: true",
      ].join("\n"),
    },
    secrets: { PASSWORD: "plain", TOKEN: "hex" },
  },
  {
    name: "pydantic-settings",
    language: "python",
    packages: ["pydantic-settings"],
    code: `
import os
from pydantic import SecretStr, HttpUrl, ValidationError
from pydantic_settings import BaseSettings
class Settings(BaseSettings):
    db_password: str = os.environ["T_PASSWORD"]
    broker_url: str = "amqp://ann:" + os.environ["T_PLAIN"] + "@broker.example:5672/shop"
    signing_key: SecretStr = os.environ["T_KEY"]
    webhook_token: bytes = os.environ["T_KEY"].encode()
    port: int = 80
settings = Settings()
print(settings)
print(repr(settings), settings.model_dump())
print(settings.model_dump_json(indent=2))
try:
    Settings(port=os.environ["T_PASSWORD"], db_password=[os.environ["T_PHRASE"]])
except ValidationError as error:
    print(error)
`,
    secrets: { PASSWORD: "password", PLAIN: "plain", KEY: "opaque", PHRASE: "phrase" },
  },
];
