// Databases, brokers, servers and loggers of Python.

/** @import { Program } from "../program.js" */

const LOGGING = `
import logging, os
env = os.environ
logging.basicConfig(level=logging.DEBUG, format="[%(asctime)s] {%(filename)s:%(lineno)d} %(levelname)s - %(message)s")
def attempt(call):
    try:
        return call()
    except BaseException:
        logging.exception("failed")
`;

/** @type {readonly Program[]} */
export const pythonDatabases = [
  {
    name: "sqlalchemy",
    language: "python",
    packages: ["sqlalchemy", "psycopg2-binary"],
    code: `${LOGGING}
from sqlalchemy import Column, Integer, String, create_engine, insert, select, text, update
from sqlalchemy.orm import DeclarativeBase, Session
class Base(DeclarativeBase): pass
class User(Base):
    __tablename__ = "users"
    id = Column(Integer, primary_key=True)
    name = Column(String)
    password = Column(String)
    api_token = Column(String)
engine = create_engine("sqlite://", echo="debug")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add(User(name="ann", password=env["T_PASSWORD"], api_token=env["T_TOKEN"]))
    session.flush()
    session.execute(update(User).where(User.name == "ann").values(password=env["T_PHRASE"]))
    print(session.execute(select(User).where(User.api_token == env["T_TOKEN"])).all())
    session.execute(insert(User), [{"name": "bob", "password": env["T_PASSWORD"], "api_token": "x"}, {"name": "eve", "password": env["T_PHRASE"], "api_token": "y"}])
    attempt(lambda: session.execute(text("insert into accounts (login, password) values (:login, :password)"), {"login": "ann", "password": env["T_PASSWORD"]}))
    print(select(User).where(User.password == env["T_PLAIN"]).compile(compile_kwargs={"literal_binds": True}))
attempt(lambda: create_engine("postgresql://ann:" + env["T_PLAIN"] + "@127.0.0.1:" + env["T_DEAD"] + "/shop").connect())
`,
    secrets: { PASSWORD: "password", PHRASE: "phrase", TOKEN: "opaque", PLAIN: "plain" },
  },
  {
    name: "django",
    language: "python",
    packages: ["django"],
    code: `${LOGGING}
import django, pprint
from django.conf import settings
settings.configure(DEBUG=True, SECRET_KEY=env["T_KEY"], ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], EMAIL_HOST_PASSWORD=env["T_PASSWORD"],
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"], CACHES={"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "redis://:" + env["T_PLAIN"] + "@cache.example:6379/0"}},
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:", "USER": "ann", "PASSWORD": env["T_PASSWORD"]}},
    MIDDLEWARE=["django.contrib.sessions.middleware.SessionMiddleware"])
django.setup()
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import path
def login(request):
    token = request.POST["password"]
    raise ValueError("no user with password " + token)
urlpatterns = [path("login", login)]
call_command("migrate", verbosity=0)
User.objects.create_user("ann", password=env["T_PLAIN"])
with connection.cursor() as cursor:
    cursor.execute("create table tokens (name text, secret text)")
    cursor.execute("insert into tokens (name, secret) values (%s, %s)", ["ci", env["T_TOKEN"]])
    cursor.execute("select * from tokens where secret = %s", [env["T_TOKEN"]])
answer = Client(raise_request_exception=False).post("/login", {"user": "ann", "password": env["T_PASSWORD"]}, headers={"Authorization": "Bearer " + env["T_TOKEN"]}, HTTP_COOKIE="sessionid=" + env["T_SID"])
print(answer.content.decode())
print(settings.DATABASES, settings.CACHES)
call_command("diffsettings")
`,
    secrets: { KEY: "opaque", PASSWORD: "password", PLAIN: "plain", TOKEN: "opaque", SID: "plain" },
  },
  {
    name: "celery",
    language: "python",
    packages: ["celery", "redis"],
    code: `${LOGGING}
from celery import Celery
app = Celery("shop", broker="redis://:" + env["T_PLAIN"] + "@127.0.0.1:" + env["T_DEAD"] + "/0", backend="db+postgresql://ann:" + env["T_PLAIN"] + "@db.example/shop")
app.conf.broker_connection_timeout = 1
app.conf.task_publish_retry = False
app.conf.broker_transport_options = {"sentinel_kwargs": {"password": env["T_PASSWORD"]}}
@app.task
def reset(user, password, token=None): raise ValueError("no user with password " + password)
print(app.conf.humanize(with_defaults=False, censored=False))
print(app.connection().as_uri(include_password=True), app.connection().info())
attempt(lambda: reset.apply_async(("ann", env["T_PASSWORD"]), {"token": env["T_TOKEN"]}, retry=False))
app.conf.task_always_eager = True
attempt(lambda: reset.delay("ann", password=env["T_PASSWORD"], token=env["T_TOKEN"]))
print(app.bugreport())
`,
    secrets: { PLAIN: "plain", PASSWORD: "password", TOKEN: "opaque" },
  },
  {
    name: "pymongo",
    language: "python",
    packages: ["pymongo"],
    code: `${LOGGING}
from pymongo import MongoClient
client = MongoClient("mongodb://ann:" + env["T_PLAIN"] + "@127.0.0.1:" + env["T_DEAD"] + "/shop?authSource=admin", serverSelectionTimeoutMS=300)
print(client)
attempt(lambda: client.shop.users.insert_one({"name": "ann", "password": env["T_PASSWORD"]}))
attempt(lambda: MongoClient(host="127.0.0.1", port=int(env["T_DEAD"]), username="ann", password=env["T_PASSWORD"], serverSelectionTimeoutMS=300).admin.command("createUser", "bob", pwd=env["T_PHRASE"], roles=[]))
`,
    secrets: { PLAIN: "plain", PASSWORD: "password", PHRASE: "phrase" },
  },
  {
    name: "redis-py",
    language: "python",
    packages: ["redis"],
    code: `${LOGGING}
import redis
pool = redis.ConnectionPool.from_url("redis://ann:" + env["T_PLAIN"] + "@127.0.0.1:" + env["T_REDIS"] + "/0", protocol=2)
print(pool, pool.connection_kwargs)
client = redis.Redis(host="127.0.0.1", port=int(env["T_REDIS"]), username="ann", password=env["T_PASSWORD"])
print(client)
attempt(lambda: client.set("session:ann", env["T_SID"]))
attempt(lambda: print(client.execute_command("AUTH", "ann", env["T_PASSWORD"])))
`,
    secrets: { PLAIN: "plain", PASSWORD: "password", SID: "opaque" },
  },
  {
    name: "elasticsearch-python",
    language: "python",
    packages: ["elasticsearch"],
    code: `${LOGGING}
import elastic_transport
from elasticsearch import Elasticsearch
elastic_transport.debug_logging()
http = "http://127.0.0.1:" + env["T_HTTP"]
client = Elasticsearch(http, basic_auth=("elastic", env["T_PASSWORD"]), max_retries=0)
attempt(lambda: client.security.put_user(username="ann", password=env["T_PHRASE"], roles=["reader"]))
attempt(lambda: Elasticsearch(http + "/401", api_key=env["T_KEY"], max_retries=0).security.authenticate())
`,
    secrets: { PASSWORD: "password", PHRASE: "phrase", KEY: "azure" },
  },
  {
    name: "paramiko",
    language: "python",
    packages: ["paramiko"],
    code: `${LOGGING}
import socket, threading
import paramiko
listener = socket.create_server(("127.0.0.1", 0))
class Server(paramiko.ServerInterface):
    def get_allowed_auths(self, user): return "password"
    def check_auth_password(self, user, password):
        logging.warning("Failed password for %s: tried %r", user, password)
        return paramiko.AUTH_FAILED
    def check_channel_request(self, kind, number): return paramiko.OPEN_SUCCEEDED
def serve():
    transport = paramiko.Transport(listener.accept()[0])
    transport.add_server_key(paramiko.RSAKey.generate(2048))
    transport.start_server(server=Server())
threading.Thread(target=serve, daemon=True).start()
client = paramiko.SSHClient()
client.set_missing_host_key_policy(paramiko.WarningPolicy())
attempt(lambda: client.connect("127.0.0.1", listener.getsockname()[1], "ann", env["T_PASSWORD"], look_for_keys=False, allow_agent=False))
`,
    secrets: { PASSWORD: "password" },
  },
  {
    name: "loguru",
    language: "python",
    packages: ["loguru"],
    code: `
import os, sys
from loguru import logger
env = os.environ
logger.remove()
logger.add(sys.stdout, backtrace=True, diagnose=True, level="TRACE")
logger.add(sys.stderr, serialize=True)
def connect(host, password, token):
    dsn = f"postgres://ann:{password}@{host}/shop"
    headers = {"Authorization": "Bearer " + token}
    assert token == password, dsn
logger.bind(api_key=env["T_KEY"]).info("configured with {}", {"secret": env["T_KEY"]})
logger.debug("connecting, password={password!r} token={token}", password=env["T_PASSWORD"], token=env["T_TOKEN"])
try:
    connect("db.example", env["T_PASSWORD"], env["T_TOKEN"])
except AssertionError:
    logger.exception("could not connect")
`,
    secrets: { KEY: "hex", PASSWORD: "password", TOKEN: "opaque" },
  },
  {
    name: "structlog",
    language: "python",
    packages: ["structlog", "rich"],
    code: `
import os, sys, logging
import structlog
env = os.environ
def speak(processors):
    structlog.configure(processors=processors, cache_logger_on_first_use=False)
    log = structlog.get_logger("shop").bind(user="ann", session_token=env["T_SID"])
    log.info("login", password=env["T_PASSWORD"], headers={"Authorization": "Bearer " + env["T_TOKEN"], "Cookie": "sid=" + env["T_SID"]})
    log.warning("retry", args=["--api-key", env["T_KEY"]], env=[("DB_PASSWORD", env["T_PHRASE"])], dsn="mysql://ann:" + env["T_KEY"] + "@db.example/shop")
    try:
        api_key, password = env["T_KEY"], env["T_PASSWORD"]
        raise PermissionError("bad credentials", {"password": password})
    except PermissionError:
        log.exception("refused", secret=env["T_PHRASE"])
base = [structlog.processors.add_log_level, structlog.processors.TimeStamper(fmt="iso")]
speak([*base, structlog.dev.ConsoleRenderer(colors=True)])
speak([*base, structlog.processors.dict_tracebacks, structlog.processors.JSONRenderer()])
speak([*base, structlog.processors.format_exc_info, structlog.processors.LogfmtRenderer(bool_as_flag=False)])
speak([*base, structlog.processors.KeyValueRenderer(key_order=["event"])])
`,
    secrets: { SID: "opaque", PASSWORD: "password", PHRASE: "phrase", TOKEN: "jwt", KEY: "hex" },
  },
];
