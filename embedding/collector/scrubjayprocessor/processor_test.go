package scrubjayprocessor

import (
	"context"
	"os"
	"strings"
	"testing"

	"go.opentelemetry.io/collector/component/componenttest"
	"go.opentelemetry.io/collector/consumer/consumertest"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/pmetric"
	"go.opentelemetry.io/collector/pdata/ptrace"
	"go.opentelemetry.io/collector/processor/processortest"
	"go.uber.org/zap"

	"scrubjay"
)

func module() string {
	if file := os.Getenv("SCRUBJAY_WASM"); file != "" {
		return file
	}
	return "../../../dist/scrubjay.wasm"
}

func started(t *testing.T, config *Config) *pool {
	config.Module = module()
	p := newPool(config, zap.NewNop())
	if err := p.start(context.Background(), componenttest.NewNopHost()); err != nil {
		t.Fatal(err)
	}
	return p
}

// secret is not one that a rule knows by its shape.
const secret = "hunter2-hunter2"

// fill puts a secret everywhere into a map, and values that stay.
func fill(m pcommon.Map) {
	m.PutStr("password", secret)
	m.PutStr("url", "https://ann:"+secret+"@x.example/")
	m.PutStr("note", "a \"quoted\"\ttext\n\x01 that stays \xff")
	m.PutInt("pin", 123456)
	m.PutInt("count", 5)
	m.PutDouble("ratio", 0.5)
	m.PutBool("ok", true)
	m.PutEmpty("nothing")
	m.PutEmptyBytes("raw").FromRaw([]byte("\xfe token=" + secret))
	nested := m.PutEmptyMap("auth")
	nested.PutStr("client_secret", secret)
	list := nested.PutEmptySlice("args")
	list.AppendEmpty().SetStr("--password=" + secret)
	list.AppendEmpty().SetInt(7)
	list.AppendEmpty().SetEmptyMap().PutStr("token", secret)
	m.PutStr("token="+secret, "a name that has one")
}

func assertClean(t *testing.T, m pcommon.Map) {
	t.Helper()
	text := string(appendMap(nil, m))
	if raw, ok := m.Get("raw"); !ok || string(raw.Bytes().AsRaw()) != "\xfe token=[REDACTED]" {
		t.Fatal("the bytes are not redacted, or more than that")
	}
	if strings.Contains(text, secret) || strings.Contains(text, "123456") {
		t.Fatalf("left: %s", text)
	}
	for name, want := range map[string]any{
		"password": "[REDACTED]", "url": "https://ann:[REDACTED]@x.example/", "pin": "[REDACTED]", "count": int64(5),
		"ratio": 0.5, "ok": true, "note": "a \"quoted\"\ttext\n\x01 that stays \xff", "token=[REDACTED]": "a name that has one",
	} {
		if value, ok := m.Get(name); !ok || value.AsRaw() != want {
			t.Fatalf("%s: %v in %s", name, value.AsRaw(), text)
		}
	}
	if m.Len() != 11 {
		t.Fatalf("%d members", m.Len())
	}
}

func TestLogs(t *testing.T) {
	logs := plog.NewLogs()
	resource := logs.ResourceLogs().AppendEmpty()
	fill(resource.Resource().Attributes())
	scope := resource.ScopeLogs().AppendEmpty()
	fill(scope.Scope().Attributes())
	bodies := []string{"plain", "password=" + secret, `{"password": "` + secret + `"}`, strings.Repeat("x", 70_000) + " password=" + secret}
	for range 300 {
		for _, body := range bodies[:3] {
			record := scope.LogRecords().AppendEmpty()
			record.Body().SetStr(body)
			fill(record.Attributes())
		}
	}
	scope.LogRecords().AppendEmpty().Body().SetStr(bodies[3])
	fill(scope.LogRecords().AppendEmpty().Body().SetEmptyMap())
	if _, err := started(t, &Config{}).logs(context.Background(), logs); err != nil {
		t.Fatal(err)
	}
	assertClean(t, resource.Resource().Attributes())
	assertClean(t, scope.Scope().Attributes())
	want := []string{"plain", "password=[REDACTED]", `{"password": "[REDACTED]"}`}
	for i := range 900 {
		record := scope.LogRecords().At(i)
		assertClean(t, record.Attributes())
		if record.Body().Str() != want[i%3] {
			t.Fatal(record.Body().Str())
		}
	}
	if !strings.HasSuffix(scope.LogRecords().At(900).Body().Str(), "xx password=[REDACTED]") {
		t.Fatal("a long body")
	}
	assertClean(t, scope.LogRecords().At(901).Body().Map())
}

func TestTraces(t *testing.T) {
	traces := ptrace.NewTraces()
	resource := traces.ResourceSpans().AppendEmpty()
	fill(resource.Resource().Attributes())
	scope := resource.ScopeSpans().AppendEmpty()
	fill(scope.Scope().Attributes())
	span := scope.Spans().AppendEmpty()
	span.SetName("GET /?token=" + secret)
	span.Status().SetMessage("bad password=" + secret)
	fill(span.Attributes())
	event := span.Events().AppendEmpty()
	event.SetName("exception")
	fill(event.Attributes())
	fill(span.Links().AppendEmpty().Attributes())
	if _, err := started(t, &Config{}).traces(context.Background(), traces); err != nil {
		t.Fatal(err)
	}
	for _, m := range []pcommon.Map{resource.Resource().Attributes(), scope.Scope().Attributes(), span.Attributes(), event.Attributes(), span.Links().At(0).Attributes()} {
		assertClean(t, m)
	}
	if span.Name() != "GET /?token=[REDACTED]" || span.Status().Message() != "bad password=[REDACTED]" || event.Name() != "exception" {
		t.Fatal(span.Name(), span.Status().Message(), event.Name())
	}
}

func TestMetrics(t *testing.T) {
	metrics := pmetric.NewMetrics()
	resource := metrics.ResourceMetrics().AppendEmpty()
	fill(resource.Resource().Attributes())
	scope := resource.ScopeMetrics().AppendEmpty()
	fill(scope.Scope().Attributes())
	list := scope.Metrics()
	gauge := list.AppendEmpty().SetEmptyGauge().DataPoints().AppendEmpty()
	sum := list.AppendEmpty().SetEmptySum().DataPoints().AppendEmpty()
	histogram := list.AppendEmpty().SetEmptyHistogram().DataPoints().AppendEmpty()
	exponential := list.AppendEmpty().SetEmptyExponentialHistogram().DataPoints().AppendEmpty()
	summary := list.AppendEmpty().SetEmptySummary().DataPoints().AppendEmpty()
	all := []pcommon.Map{
		resource.Resource().Attributes(), scope.Scope().Attributes(), gauge.Attributes(), sum.Attributes(),
		histogram.Attributes(), exponential.Attributes(), summary.Attributes(),
		gauge.Exemplars().AppendEmpty().FilteredAttributes(), sum.Exemplars().AppendEmpty().FilteredAttributes(),
		histogram.Exemplars().AppendEmpty().FilteredAttributes(), exponential.Exemplars().AppendEmpty().FilteredAttributes(),
		list.At(0).Metadata(),
	}
	for _, m := range all[2:] {
		fill(m)
	}
	if _, err := started(t, &Config{}).metrics(context.Background(), metrics); err != nil {
		t.Fatal(err)
	}
	for _, m := range all {
		assertClean(t, m)
	}
}

func TestATrapWithholdsTheRecordAndNothingElse(t *testing.T) {
	p := started(t, &Config{Instances: 1})
	logs := plog.NewLogs()
	records := logs.ResourceLogs().AppendEmpty().ScopeLogs().AppendEmpty().LogRecords()
	for _, body := range []string{"first password=" + secret, "stops password=" + secret, "last password=" + secret} {
		record := records.AppendEmpty()
		record.Body().SetStr(body)
		record.Attributes().PutStr("token", secret)
	}
	redactor := <-p.free
	p.free <- redactor
	b := &batch{redactor: redactor}
	stops = func(json []byte) bool { return strings.Contains(string(json), "stops") }
	defer func() { stops = nil }()
	for i, record := range records.All() {
		b.add(func() {
			record.Body().SetStr(scrubjay.Withheld)
			withholdMap(record.Attributes())
		}, member{name: "body", value: record.Body()}, attributes(records.At(i).Attributes()))
	}
	b.flush()
	want := []string{"first password=[REDACTED]", scrubjay.Withheld, "last password=[REDACTED]"}
	for i, record := range records.All() {
		if record.Body().Str() != want[i] || strings.Contains(string(appendMap(nil, record.Attributes())), secret) {
			t.Fatalf("%d: %s", i, record.Body().Str())
		}
	}
	if b.withheld != 1 {
		t.Fatal(b.withheld)
	}
}

func TestAConfigurationThatCannotWork(t *testing.T) {
	if (&Config{}).Validate() == nil || (&Config{Module: "x", Instances: -1}).Validate() == nil {
		t.Fatal("was taken")
	}
	factory := NewFactory()
	for _, config := range []*Config{{Module: "none"}, {Module: module(), Policy: module()}, {Module: module(), Key: "hunter2"}} {
		logs, err := factory.CreateLogs(context.Background(), processortest.NewNopSettings(factory.Type()), config, consumertest.NewNop())
		if err != nil {
			t.Fatal(err)
		}
		if err = logs.Start(context.Background(), componenttest.NewNopHost()); err == nil || strings.Contains(err.Error(), "hunter2") {
			t.Fatal("started")
		}
	}
}
