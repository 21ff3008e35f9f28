package e2e

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/plog/plogotlp"
	"go.opentelemetry.io/collector/pdata/pmetric"
	"go.opentelemetry.io/collector/pdata/pmetric/pmetricotlp"
	"go.opentelemetry.io/collector/pdata/ptrace"
	"go.opentelemetry.io/collector/pdata/ptrace/ptraceotlp"
)

const (
	batches = 12
	each    = 250
)

// secret is made anew for each record, and begins with what is looked for afterwards.
const mark = "S3cr3t-of-"

func secret(i int) string { return fmt.Sprintf("%s%08d-xq", mark, i*7919) }

func fill(m pcommon.Map, i int) {
	m.PutStr("http.request.header.authorization", "Bearer "+secret(i))
	m.PutStr("url.full", "https://ann:"+secret(i)+"@x.example/?a=1")
	m.PutEmptyMap("db").PutEmptySlice("args").AppendEmpty().SetStr("--password=" + secret(i))
	m.PutInt("n", int64(i))
}

func logsOf(batch int) plog.Logs {
	logs := plog.NewLogs()
	resource := logs.ResourceLogs().AppendEmpty()
	fill(resource.Resource().Attributes(), batch)
	records := resource.ScopeLogs().AppendEmpty().LogRecords()
	for i := range each {
		record := records.AppendEmpty()
		id := batch*each + i
		record.Body().SetStr(fmt.Sprintf("record-%d- login of ann with password=%s took %d ms", id, secret(id), i))
		fill(record.Attributes(), id)
	}
	return logs
}

func tracesOf(batch int) ptrace.Traces {
	traces := ptrace.NewTraces()
	spans := traces.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty().Spans()
	for i := range each {
		span := spans.AppendEmpty()
		span.SetName("GET /?token=" + secret(i))
		fill(span.Attributes(), batch)
		fill(span.Events().AppendEmpty().Attributes(), i)
		fill(span.Links().AppendEmpty().Attributes(), i)
	}
	return traces
}

func metricsOf(batch int) pmetric.Metrics {
	metrics := pmetric.NewMetrics()
	points := metrics.ResourceMetrics().AppendEmpty().ScopeMetrics().AppendEmpty().Metrics().AppendEmpty().SetEmptyGauge().DataPoints()
	for i := range each {
		point := points.AppendEmpty()
		point.SetIntValue(int64(batch))
		fill(point.Attributes(), i)
	}
	return metrics
}

func TestNothingLeaks(t *testing.T) {
	s := newSink(t, freePort(t))
	file := filepath.Join(t.TempDir(), "out.json")
	pipeline := "{receivers: [otlp], processors: [scrubjay], exporters: [otlp, file]}"
	c := start(t, fmt.Sprintf(`
processors:
  scrubjay: {module: "%s"}
exporters:
  otlp: {endpoint: "%s", tls: {insecure: true}}
  file: {path: "%s"}
service:
  telemetry: {metrics: {level: none}}
  pipelines: {logs: %s, traces: %s, metrics: %s}
`, wasm(t), s.address, file, pipeline, pipeline, pipeline))
	connection := dial(t, c.grpc)
	for batch := range batches {
		logs := plogotlp.NewExportRequestFromLogs(logsOf(batch))
		traces := ptraceotlp.NewExportRequestFromTraces(tracesOf(batch))
		metrics := pmetricotlp.NewExportRequestFromMetrics(metricsOf(batch))
		if batch%2 == 0 {
			_, e1 := plogotlp.NewGRPCClient(connection).Export(context.Background(), logs)
			_, e2 := ptraceotlp.NewGRPCClient(connection).Export(context.Background(), traces)
			_, e3 := pmetricotlp.NewGRPCClient(connection).Export(context.Background(), metrics)
			if e1 != nil || e2 != nil || e3 != nil {
				t.Fatal(e1, e2, e3)
			}
			continue
		}
		for path, marshal := range map[string]func() ([]byte, error){"/v1/logs": logs.MarshalProto, "/v1/traces": traces.MarshalProto, "/v1/metrics": metrics.MarshalProto} {
			body, err := marshal()
			if err != nil {
				t.Fatal(err)
			}
			c.post(t, path, body)
		}
	}
	wait(t, "all comes out", func() bool {
		records, spans, points, _ := s.counts()
		return records >= batches*each && spans >= batches*each && points >= batches*each
	})
	records, spans, points, text := s.counts()
	if records != batches*each || spans != records || points != records {
		t.Fatal(records, spans, points)
	}
	wait(t, "the file is whole", func() bool {
		written, err := os.ReadFile(file)
		return err == nil && bytes.Count(written, []byte("login of ann with password=[REDACTED] took")) == batches*each
	})
	written, _ := os.ReadFile(file)
	for name, output := range map[string]string{"OTLP": text, "the file": string(written), "the collector's log": c.log.String()} {
		if count := strings.Count(output, mark); count > 0 {
			t.Fatalf("%d secrets are left in %s", count, name)
		}
	}
	for i := range batches * each {
		if !strings.Contains(text, fmt.Sprintf("record-%d- login", i)) {
			t.Fatalf("record %d is lost", i)
		}
	}
	t.Logf("%d log records, %d spans, %d points: 0 secrets left", records, spans, points)
}

// While nothing receives, the collector is killed; what it has taken is on its disk, redacted, and comes out when it runs
// again.
func TestARestartLosesNothing(t *testing.T) {
	folder := t.TempDir()
	address := freePort(t)
	config := fmt.Sprintf(`
extensions:
  file_storage: {directory: "%s", fsync: true}
processors:
  scrubjay: {module: "%s"}
exporters:
  otlp:
    endpoint: "%s"
    tls: {insecure: true}
    sending_queue: {storage: file_storage, queue_size: 100000}
    retry_on_failure: {initial_interval: 100ms, max_interval: 500ms, max_elapsed_time: 0s}
service:
  extensions: [file_storage]
  telemetry: {metrics: {level: none}}
  pipelines: {logs: {receivers: [otlp], processors: [scrubjay], exporters: [otlp]}}
`, folder, wasm(t), address)
	first := start(t, config)
	client := plogotlp.NewGRPCClient(dial(t, first.grpc))
	for batch := range batches {
		if _, err := client.Export(context.Background(), plogotlp.NewExportRequestFromLogs(logsOf(batch))); err != nil {
			t.Fatal(err)
		}
	}
	first.kill()
	stored := 0
	filepath.Walk(folder, func(path string, info os.FileInfo, _ error) error {
		if info.IsDir() {
			return nil
		}
		bytes, _ := os.ReadFile(path)
		stored += strings.Count(string(bytes), "record-")
		if strings.Contains(string(bytes), mark) {
			t.Error("a secret is in the queue's files")
		}
		return nil
	})
	s := newSink(t, address)
	start(t, config)
	wait(t, "all comes out", func() bool {
		_, _, _, text := s.counts()
		for i := range batches * each {
			if !strings.Contains(text, fmt.Sprintf("record-%d- login", i)) {
				return false
			}
		}
		return true
	})
	_, _, _, text := s.counts()
	if strings.Contains(text, mark) {
		t.Fatal("a secret came out")
	}
	t.Logf("%d records on disk after the kill, %d of %d came out", stored, batches*each, batches*each)
}
