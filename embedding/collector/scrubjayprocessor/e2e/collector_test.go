// Package e2e tries the processor in a real collector, whose file is in COLLECTOR: OTLP over gRPC and HTTP in, a file and OTLP
// out. Without that variable it does nothing.
package e2e

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"go.opentelemetry.io/collector/pdata/plog/plogotlp"
	"go.opentelemetry.io/collector/pdata/pmetric/pmetricotlp"
	"go.opentelemetry.io/collector/pdata/ptrace/ptraceotlp"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	// What the exporter compresses with.
	_ "google.golang.org/grpc/encoding/gzip"
)

// collector is one that runs.
type collector struct {
	command    *exec.Cmd
	grpc, http string
	log        *bytes.Buffer
}

func freePort(t testing.TB) string {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().String()
}

func wasm(t testing.TB) string {
	file := os.Getenv("SCRUBJAY_WASM")
	if file == "" {
		file = "../../../../dist/scrubjay.wasm"
	}
	path, err := filepath.Abs(file)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// start runs a collector with what stands in `rest` beside its receivers; processors are those of the pipelines.
func start(t testing.TB, rest string) *collector {
	binary := os.Getenv("COLLECTOR")
	if binary == "" {
		t.Skip("COLLECTOR is not set: npm run embedding -- --only collector builds one")
	}
	c := &collector{grpc: freePort(t), http: freePort(t), log: &bytes.Buffer{}}
	config := fmt.Sprintf(`
receivers:
  otlp:
    protocols:
      grpc: {endpoint: "%s", max_recv_msg_size_mib: 64}
      http: {endpoint: "%s"}
%s`, c.grpc, c.http, rest)
	file := filepath.Join(t.TempDir(), "config.yaml")
	if err := os.WriteFile(file, []byte(config), 0o600); err != nil {
		t.Fatal(err)
	}
	c.command = exec.Command(binary, "--config", file)
	c.command.Stderr = c.log
	c.command.Stdout = c.log
	if err := c.command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		c.kill()
		if t.Failed() {
			said := c.log.String()
			t.Logf("the collector said:\n%s", said[max(0, len(said)-3000):])
		}
	})
	wait(t, "the collector listens", func() bool {
		connection, err := net.Dial("tcp", c.http)
		if err == nil {
			connection.Close()
		}
		return err == nil
	})
	return c
}

func (c *collector) kill() {
	if c.command.ProcessState == nil {
		c.command.Process.Kill()
		c.command.Wait()
	}
}

// wait waits for something to be so, for a minute at most.
func wait(t testing.TB, what string, isSo func() bool) {
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if isSo() {
			return
		}
	}
	t.Fatalf("not in a minute: %s", what)
}

func dial(t testing.TB, address string) *grpc.ClientConn {
	connection, err := grpc.NewClient(address, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { connection.Close() })
	return connection
}

func (c *collector) post(t testing.TB, path string, body []byte) {
	response, err := http.Post("http://"+c.http+path, "application/x-protobuf", bytes.NewReader(body))
	if err != nil || response.StatusCode != http.StatusOK {
		t.Fatal(path, err)
	}
	response.Body.Close()
}

// sink receives OTLP, and keeps it as JSON.
type sink struct {
	plogotlp.UnimplementedGRPCServer
	server  *grpc.Server
	address string
	// Whether it keeps nothing.
	discards bool
	mutex    sync.Mutex
	text     strings.Builder
	records  int
	spans    int
	points   int
}

type traceSink struct {
	ptraceotlp.UnimplementedGRPCServer
	*sink
}

type metricSink struct {
	pmetricotlp.UnimplementedGRPCServer
	*sink
}

func newSink(t testing.TB, address string) *sink {
	s := &sink{server: grpc.NewServer(grpc.MaxRecvMsgSize(64 << 20)), address: address}
	plogotlp.RegisterGRPCServer(s.server, s)
	ptraceotlp.RegisterGRPCServer(s.server, &traceSink{sink: s})
	pmetricotlp.RegisterGRPCServer(s.server, &metricSink{sink: s})
	listener, err := net.Listen("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	go s.server.Serve(listener)
	t.Cleanup(s.server.Stop)
	return s
}

func (s *sink) keep(json []byte, records, spans, points int) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.text.Write(json)
	s.records += records
	s.spans += spans
	s.points += points
}

func (s *sink) counts() (records, spans, points int, text string) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.records, s.spans, s.points, s.text.String()
}

func (s *sink) Export(_ context.Context, request plogotlp.ExportRequest) (plogotlp.ExportResponse, error) {
	if s.discards {
		return plogotlp.NewExportResponse(), nil
	}
	json, err := request.MarshalJSON()
	s.keep(json, request.Logs().LogRecordCount(), 0, 0)
	return plogotlp.NewExportResponse(), err
}

func (s *traceSink) Export(_ context.Context, request ptraceotlp.ExportRequest) (ptraceotlp.ExportResponse, error) {
	json, err := request.MarshalJSON()
	s.keep(json, 0, request.Traces().SpanCount(), 0)
	return ptraceotlp.NewExportResponse(), err
}

func (s *metricSink) Export(_ context.Context, request pmetricotlp.ExportRequest) (pmetricotlp.ExportResponse, error) {
	json, err := request.MarshalJSON()
	s.keep(json, 0, 0, request.Metrics().DataPointCount())
	return pmetricotlp.NewExportResponse(), err
}
