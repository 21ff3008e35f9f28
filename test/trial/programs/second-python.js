// The second trial: servers, ORMs, validators, loggers and clients of Python.

/** @import { Program } from "../program.js" */

const LOGGING = `
import logging, os, sys
env = os.environ
logging.basicConfig(level=logging.DEBUG, stream=sys.stdout, format="%(levelname)s:%(name)s:%(message)s")
http = "http://127.0.0.1:" + env["T_HTTP"]
def attempt(call):
    try:
        return call()
    except BaseException as error:
        logging.exception("failed: %r", error)
`;

const SECRETS = /** @type {const} */ ({ PASSWORD: "password", TOKEN: "opaque", PLAIN: "plain" });

/** @type {readonly Program[]} */
export const secondPython = [
  {
    name: "aiohttp",
    language: "python",
    packages: ["aiohttp"],
    code: `${LOGGING}
import asyncio, aiohttp
async def main():
    trace = aiohttp.TraceConfig()
    async def start(session, context, params): logging.debug("start %s %s %s", params.method, params.url, params.headers)
    async def end(session, context, params): logging.debug("end %s", params)
    trace.on_request_start.append(start); trace.on_request_end.append(end)
    async with aiohttp.ClientSession(trace_configs=[trace], auth=aiohttp.BasicAuth("ann", env["T_PASSWORD"]), headers={"X-Shop-Token": env["T_TOKEN"]}) as session:
        async with session.post(http + "/echo/login", params={"api_key": env["T_PLAIN"]}, data={"user": "ann", "passwd": env["T_PASSWORD"]}) as answer:
            print(answer, answer.request_info, await answer.text())
        print(session.cookie_jar, [str(c) for c in session.cookie_jar], vars(session)["_default_auth"])
        async with session.get(http + "/401", raise_for_status=True): pass
attempt(lambda: asyncio.run(main()))
`,
    secrets: SECRETS,
  },
  {
    name: "requests-oauthlib",
    language: "python",
    packages: ["requests-oauthlib"],
    env: { OAUTHLIB_INSECURE_TRANSPORT: "1" },
    code: `${LOGGING}
from http.client import HTTPConnection
from requests_oauthlib import OAuth1Session, OAuth2Session
from oauthlib.oauth2 import BackendApplicationClient, LegacyApplicationClient
HTTPConnection.debuglevel = 1
session = OAuth2Session(client=BackendApplicationClient(client_id="shop"))
attempt(lambda: logging.info("token %s", session.fetch_token(http + "/token", client_id="shop", client_secret=env["T_TOKEN"])))
legacy = OAuth2Session(client=LegacyApplicationClient(client_id="shop"))
attempt(lambda: print(legacy.fetch_token(http + "/token", username="ann", password=env["T_PASSWORD"], client_id="shop", client_secret=env["T_PLAIN"])))
first = OAuth1Session("shop", client_secret=env["T_TOKEN"], resource_owner_key="ann", resource_owner_secret=env["T_PLAIN"])
attempt(lambda: print(first.get(http + "/echo/me").text))
print(first.auth.client, session.token)
`,
    secrets: SECRETS,
  },
  {
    name: "peewee",
    language: "python",
    packages: ["peewee"],
    code: `${LOGGING}
from peewee import *
db = SqliteDatabase(":memory:")
class Account(Model):
    name = CharField(); password = CharField(unique=True); api_token = TextField(null=True)
    class Meta: database = db
db.create_tables([Account])
row = Account.create(name="ann", password=env["T_PASSWORD"], api_token=env["T_TOKEN"])
Account.update(api_token=env["T_PLAIN"]).where(Account.password == env["T_PASSWORD"]).execute()
attempt(lambda: Account.create(name="bob", password=env["T_PASSWORD"]))
print(list(Account.select().where(Account.api_token == env["T_PLAIN"]).dicts()), Account.select().where(Account.password == env["T_PLAIN"]).sql())
`,
    secrets: SECRETS,
  },
  {
    name: "pony",
    language: "python",
    packages: ["pony"],
    code: `${LOGGING}
from pony.orm import *
set_sql_debug(True, True)
db = Database("sqlite", ":memory:")
class Account(db.Entity):
    name = Required(str); password = Required(str, unique=True); token = Optional(str)
db.generate_mapping(create_tables=True)
with db_session:
    Account(name="ann", password=env["T_PASSWORD"], token=env["T_TOKEN"]); flush()
    row = Account.get(password=env["T_PASSWORD"]); row.token = env["T_PLAIN"]; flush()
    print(row.to_dict()); Account.select(lambda a: a.token == env["T_PLAIN"])[:].show()
    Account.select()[:].show()
`,
    secrets: SECRETS,
  },
  {
    name: "tortoise",
    language: "python",
    packages: ["tortoise-orm"],
    code: `${LOGGING}
from tortoise import Tortoise, fields, run_async
from tortoise.models import Model
class Account(Model):
    id = fields.IntField(primary_key=True); name = fields.TextField(); password = fields.CharField(max_length=200, unique=True); secret_answer = fields.TextField(null=True)
async def main():
    await Tortoise.init(db_url="sqlite://:memory:", modules={"models": ["__main__"]})
    await Tortoise.generate_schemas()
    row = await Account.create(name="ann", password=env["T_PASSWORD"], secret_answer=env["T_PLAIN"])
    await Account.filter(password=env["T_PASSWORD"]).update(secret_answer=env["T_TOKEN"])
    print(await Account.all().values(), dict(row))
    try: await Account.create(name="bob", password=env["T_PASSWORD"])
    except Exception: logging.exception("twice")
run_async(main())
`,
    secrets: SECRETS,
  },
  {
    name: "rich",
    language: "python",
    packages: ["rich"],
    env: { COLUMNS: "120" },
    code: `${LOGGING}
from rich import print as show, inspect, pretty
from rich.console import Console
from rich.table import Table
from rich.logging import RichHandler
from rich.traceback import install
config = {"user": "ann", "password": env["T_PASSWORD"], "nested": {"api_key": env["T_TOKEN"], "hosts": ["a", "b"]}}
show(config); Console(force_terminal=True).print(config)
table = Table("setting", "value"); table.add_row("smtp_password", env["T_PLAIN"]); table.add_row("port", "25"); show(table)
wide = Table("id", "name", "token"); wide.add_row("1", "ann", env["T_TOKEN"]); Console().print(wide)
logging.getLogger().handlers = [RichHandler(rich_tracebacks=True, tracebacks_show_locals=True)]
logging.info("login with password=%s", env["T_PLAIN"]); logging.info("config %s", config)
class Login:
    def __init__(self): self.user, self.secret = "ann", env["T_PLAIN"]
inspect(Login(), private=True)
def connect(user, password): auth_token = env["T_TOKEN"]; return 1 / 0
attempt(lambda: connect("ann", env["T_PASSWORD"]))
`,
    secrets: SECRETS,
  },
  {
    name: "fastapi",
    language: "python",
    packages: ["fastapi", "httpx", "python-multipart"],
    code: `${LOGGING}
from fastapi import FastAPI, Form, Header, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.testclient import TestClient
from pydantic import BaseModel, Field, SecretStr
class Login(BaseModel): user: str; password: int; pin: str = Field(max_length=2); card: SecretStr
app = FastAPI()
@app.exception_handler(RequestValidationError)
async def invalid(request: Request, error): logging.error("invalid %s body=%s", error.errors(), error.body); raise HTTPException(422, error.errors())
@app.post("/login")
async def login(body: Login, x_token: str = Header()): return body
@app.post("/form")
async def form(password: int = Form()): return password
client = TestClient(app)
for call in [lambda: client.post("/login?api_key=" + env["T_TOKEN"], json={"user": "ann", "password": env["T_PASSWORD"], "pin": env["T_PLAIN"], "card": env["T_PLAIN"]}, headers={"x-token": env["T_TOKEN"]}), lambda: client.post("/form", data={"password": env["T_PASSWORD"]}), lambda: client.post("/login", content='{"password": "' + env["T_PLAIN"] + '"')]:
    answer = attempt(call); print(answer and answer.text, answer and answer.request.headers)
print(attempt(lambda: Login.model_validate({"user": 1, "password": env["T_PLAIN"], "pin": env["T_PASSWORD"]})))
`,
    secrets: SECRETS,
  },
  {
    name: "flask",
    language: "python",
    packages: ["flask"],
    code: `${LOGGING}
from flask import Flask, request, session
app = Flask(__name__); app.secret_key = env["T_TOKEN"]; app.config["DB_PASSWORD"] = env["T_PASSWORD"]; app.config["EXPLAIN_TEMPLATE_LOADING"] = True
@app.post("/login")
def login():
    app.logger.debug("headers %s", request.headers); app.logger.info("form %s args %s cookies %s", request.form, request.args, request.cookies)
    app.logger.info("json %r", request.get_json(silent=True)); session["token"] = env["T_PLAIN"]; app.logger.warning("session %s", dict(session))
    print(request.environ); print(app.config); raise PermissionError("password " + request.form.get("password", "?") + " is wrong")
client = app.test_client()
attempt(lambda: client.post("/login?access_token=" + env["T_TOKEN"], data={"user": "ann", "password": env["T_PASSWORD"]}, headers={"Authorization": "Bearer " + env["T_TOKEN"], "Cookie": "sid=" + env["T_PLAIN"]}))
attempt(lambda: client.post("/login", json={"pwd": env["T_PLAIN"]}))
`,
    secrets: SECRETS,
  },
  {
    name: "hvac",
    language: "python",
    packages: ["hvac"],
    code: `${LOGGING}
import hvac
from http.client import HTTPConnection
HTTPConnection.debuglevel = 1
client = hvac.Client(url=http, token=env["T_TOKEN"])
attempt(lambda: print(client.secrets.kv.v2.create_or_update_secret(path="shop", secret={"db_password": env["T_PASSWORD"]})))
attempt(lambda: print(client.auth.approle.login(role_id="shop", secret_id=env["T_UUID"])))
attempt(lambda: print(client.auth.userpass.login("ann", env["T_PLAIN"])))
print(vars(client.adapter), client.token)
`,
    secrets: { ...SECRETS, UUID: "uuid" },
  },
  {
    name: "dynaconf",
    language: "python",
    packages: ["dynaconf", "environs"],
    env: { DYNACONF_DB__PASSWORD: "{PASSWORD}", DYNACONF_API_KEY: "{TOKEN}", SHOP_PIN: "{PLAIN}" },
    files: {
      "settings.toml": '[default]\nsmtp_password = "{PLAIN}"\n',
      ".secrets.toml": '[default]\nsession_secret = "{TOKEN}"\n',
    },
    code: `${LOGGING}
from dynaconf import Dynaconf, Validator, inspect_settings
from environs import Env
settings = Dynaconf(settings_files=["settings.toml", ".secrets.toml"], environments=True)
print(settings.to_dict(), settings.as_dict()); logging.debug("%r", settings.DB)
attempt(lambda: inspect_settings(settings, print_report=True, dumper="yaml"))
attempt(lambda: print(inspect_settings(settings)))
settings.validators.register(Validator("API_KEY", is_type_of=int), Validator("SMTP_PASSWORD", len_max=3)); attempt(settings.validators.validate_all)
attempt(lambda: Env().int("SHOP_PIN")); attempt(lambda: Env().json("DYNACONF_API_KEY"))
`,
    secrets: SECRETS,
  },
  {
    name: "eliot",
    language: "python",
    packages: ["eliot", "python-json-logger", "icecream"],
    code: `${LOGGING}
from eliot import start_action, to_file, log_message, log_call, write_traceback
from pythonjsonlogger.json import JsonFormatter
from icecream import ic
to_file(sys.stdout)
@log_call
def connect(user, password, options): raise ValueError("password '%s' refused" % password)
with start_action(action_type="login", user="ann", api_token=env["T_TOKEN"]):
    log_message(message_type="try", password=env["T_PASSWORD"], headers={"Authorization": "Bearer " + env["T_TOKEN"]})
    attempt(lambda: connect("ann", env["T_PLAIN"], {"pin": 1}))
handler = logging.StreamHandler(sys.stdout); handler.setFormatter(JsonFormatter("%(message)s")); logging.getLogger().handlers = [handler]
logging.info({"event": "login", "client_secret": env["T_TOKEN"]}); logging.warning("with %s", {"pwd": env["T_PASSWORD"]}, extra={"session_key": env["T_PLAIN"]})
ic.configureOutput(outputFunction=print); password, config = env["T_PASSWORD"], {"token": env["T_TOKEN"]}
ic(password, config); ic(connect.__name__, env["T_PLAIN"])
`,
    secrets: SECRETS,
  },
  {
    name: "marshmallow",
    language: "python",
    packages: ["marshmallow", "cerberus", "jsonschema", "attrs", "voluptuous"],
    code: `${LOGGING}
import attr, json
from marshmallow import Schema, fields, ValidationError
from cerberus import Validator
from voluptuous import Schema as V, Length
import jsonschema
data = {"user": "ann", "password": env["T_PASSWORD"], "otp": env["T_PLAIN"]}
class Login(Schema): password = fields.Int(); otp = fields.Email()
try: Login().load(data)
except ValidationError as error: print(error, error.valid_data, error.data)
v = Validator({"password": {"type": "integer"}, "otp": {"allowed": ["1"]}}); print(v.validate(data), v.errors, v.document, v._errors)
attempt(lambda: jsonschema.validate(data, {"properties": {"password": {"type": "integer"}, "otp": {"maxLength": 2}}}))
for error in jsonschema.Draft202012Validator({"properties": {"otp": {"enum": ["a"]}}}).iter_errors(data): print(error.json_path, error.message, error.instance)
attempt(lambda: V({"password": Length(max=3)}, extra=True)(data))
@attr.s(auto_attribs=True)
class Config: user: str; db_password: str; keys: list
print(Config("ann", env["T_PASSWORD"], [env["T_TOKEN"]]), attr.asdict(Config("ann", env["T_PLAIN"], [])))
`,
    secrets: SECRETS,
  },
  {
    name: "ldap3",
    language: "python",
    packages: ["ldap3"],
    code: `${LOGGING}
from ldap3 import Server, Connection, MOCK_SYNC, ALL
from ldap3.utils.log import set_library_log_activation_level, set_library_log_detail_level, set_library_log_hide_sensitive_data, EXTENDED
set_library_log_activation_level(logging.DEBUG); set_library_log_detail_level(EXTENDED); set_library_log_hide_sensitive_data(False)
server = Server("fake"); connection = Connection(server, user="cn=ann,o=shop", password=env["T_PLAIN"], client_strategy=MOCK_SYNC)
connection.strategy.add_entry("cn=ann,o=shop", {"userPassword": env["T_PLAIN"], "sn": "ann"})
attempt(connection.bind)
attempt(lambda: connection.add("cn=bob,o=shop", "person", {"sn": "bob", "userPassword": env["T_PASSWORD"]}))
attempt(lambda: connection.search("o=shop", "(userPassword=" + env["T_PLAIN"] + ")", attributes=["*"])); print(connection.entries, connection.response, connection)
attempt(lambda: Connection(Server("127.0.0.1", port=int(env["T_DEAD"]), connect_timeout=2), "cn=ann", env["T_PASSWORD"], auto_bind=True, receive_timeout=2))
`,
    secrets: SECRETS,
  },
];
