package e2e

import (
	"context"
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/plog/plogotlp"
)

// record is about 400 bytes of a service's log; every tenth has a credential.
func load() plog.Logs {
	logs := plog.NewLogs()
	records := logs.ResourceLogs().AppendEmpty().ScopeLogs().AppendEmpty().LogRecords()
	for i := range 1000 {
		record := records.AppendEmpty()
		body := fmt.Sprintf("request %d of tenant-%d to /api/v2/orders/%d?page=%d finished with status 200 in %d ms, %d rows read", i, i%50, i*31, i%9, i%400, i*3)
		if i%10 == 0 {
			body += " password=" + secret(i)
		}
		record.Body().SetStr(body)
		record.SetSeverityText("INFO")
		a := record.Attributes()
		a.PutStr("service.instance.id", fmt.Sprintf("orders-%d", i%4))
		a.PutStr("http.route", "/api/v2/orders/{id}")
		a.PutStr("user_agent.original", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36")
		a.PutStr("client.address", fmt.Sprintf("10.1.%d.%d", i%200, i%250))
		a.PutInt("http.response.status_code", 200)
		a.PutStr("code.namespace", "com.example.orders.service.OrderController")
	}
	return logs
}

const redaction = `
  redaction:
    allow_all_keys: true
    blocked_key_patterns: [".*token.*", ".*api_key.*", ".*password.*", ".*authorization.*"]
    blocked_values: ["password=[^ ]+", "Bearer [A-Za-z0-9._~+/-]+", "eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*", "AKIA[0-9A-Z]{16}", "gh[pousr]_[A-Za-z0-9]{36}", "-----BEGIN [A-Z ]*PRIVATE KEY-----", "://[^:/@ ]+:[^@ ]+@", "xox[baprs]-[A-Za-z0-9-]+", "sk_live_[A-Za-z0-9]+", "4[0-9]{12}(?:[0-9]{3})?"]`

// TestThroughput compares: SECONDS says how long each is measured, three times by turns.
func TestThroughput(t *testing.T) {
	seconds, err := time.ParseDuration(os.Getenv("SECONDS") + "s")
	if err != nil {
		t.Skip("SECONDS is not set")
	}
	body, _ := plogotlp.NewExportRequestFromLogs(load()).MarshalProto()
	t.Logf("1000 records are %d bytes", len(body))
	rates, costs := map[string][]float64{}, map[string][]float64{}
	s := newSink(t, freePort(t))
	s.discards = true
	otlp := fmt.Sprintf(`{endpoint: "%s", tls: {insecure: true}}`, s.address)
	for exporter, config := range map[string]string{"nop": "{}", "otlp": otlp} {
		for range 3 {
			for _, name := range []string{"none", "scrubjay", "redaction"} {
				rate, cost := measure(t, name, exporter, config, seconds)
				key := exporter + " " + name
				rates[key] = append(rates[key], rate)
				costs[key] = append(costs[key], cost)
			}
		}
		none := median(costs[exporter+" none"])
		for _, name := range []string{"none", "scrubjay", "redaction"} {
			key := exporter + " " + name
			t.Logf("| %s | %s | %.0f records/s | %.1f µs of CPU a record | %.2f |", exporter, name, median(rates[key]), median(costs[key]), none/median(costs[key]))
		}
	}
}

func median(values []float64) float64 {
	sort.Float64s(values)
	return values[len(values)/2]
}

// cpu is the time that a process has used, in seconds (proc_pid_stat(5); a tick is a hundredth of one).
func (c *collector) cpu(t *testing.T) float64 {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", c.command.Process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	fields := strings.Fields(string(stat[strings.LastIndexByte(string(stat), ')')+1:]))
	user, _ := strconv.ParseFloat(fields[11], 64)
	system, _ := strconv.ParseFloat(fields[12], 64)
	return (user + system) / 100
}

func measure(t *testing.T, name, exporter, exporterConfig string, seconds time.Duration) (rate, microseconds float64) {
	processors := ""
	if name != "none" {
		processors = name
	}
	c := start(t, fmt.Sprintf(`
processors:
  scrubjay: {module: "%s"}%s
exporters:
  %s: %s
service:
  telemetry: {metrics: {level: none}, logs: {level: error}}
  pipelines: {logs: {receivers: [otlp], processors: [%s], exporters: [%s]}}
`, wasm(t), redaction, exporter, exporterConfig, processors, exporter))
	defer c.kill()
	connection := dial(t, c.grpc)
	request := plogotlp.NewExportRequestFromLogs(load())
	var sent atomic.Int64
	run := func(length time.Duration) {
		var group sync.WaitGroup
		end := time.Now().Add(length)
		for range 4 {
			group.Add(1)
			go func() {
				defer group.Done()
				client := plogotlp.NewGRPCClient(connection)
				for time.Now().Before(end) {
					if _, err := client.Export(context.Background(), request); err != nil {
						if !strings.Contains(err.Error(), "EOF") {
							t.Error(err)
						}
						return
					}
					sent.Add(1000)
				}
			}()
		}
		group.Wait()
	}
	run(time.Second)
	sent.Store(0)
	begin, before := time.Now(), c.cpu(t)
	run(seconds)
	records := float64(sent.Load())
	return records / time.Since(begin).Seconds(), (c.cpu(t) - before) / records * 1e6
}
