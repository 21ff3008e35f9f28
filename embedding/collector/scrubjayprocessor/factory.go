// Package scrubjayprocessor is a processor of the OpenTelemetry Collector that keeps credentials out of logs, traces and metrics.
package scrubjayprocessor

import (
	"context"
	"errors"
	"runtime"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/config/configopaque"
	"go.opentelemetry.io/collector/consumer"
	"go.opentelemetry.io/collector/processor"
	"go.opentelemetry.io/collector/processor/processorhelper"
)

// Config is what stands under `scrubjay:` in the collector's configuration.
type Config struct {
	// Module is the file scrubjay.wasm.
	Module string `mapstructure:"module"`
	// Policy is a file that `scrubjay compile` has written; empty: the default policy.
	Policy string `mapstructure:"policy"`
	// Key is of pseudonyms, for the censor `hash`.
	Key configopaque.String `mapstructure:"key"`
	// Instances is how many batches are redacted at once; 0: as many as there are cores.
	Instances int `mapstructure:"instances"`
}

// Validate says what is wrong with a configuration.
func (c *Config) Validate() error {
	if c.Module == "" {
		return errors.New("module must be the path of scrubjay.wasm")
	}
	if c.Instances < 0 {
		return errors.New("instances must not be negative; 0 is as many as there are cores")
	}
	return nil
}

// NewFactory is what the collector builder asks for.
func NewFactory() processor.Factory {
	return processor.NewFactory(
		component.MustNewType("scrubjay"),
		func() component.Config { return &Config{Instances: runtime.GOMAXPROCS(0)} },
		processor.WithLogs(newLogs, component.StabilityLevelDevelopment),
		processor.WithTraces(newTraces, component.StabilityLevelDevelopment),
		processor.WithMetrics(newMetrics, component.StabilityLevelDevelopment),
	)
}

var mutates = processorhelper.WithCapabilities(consumer.Capabilities{MutatesData: true})

func newLogs(ctx context.Context, set processor.Settings, cfg component.Config, next consumer.Logs) (processor.Logs, error) {
	p := newPool(cfg.(*Config), set.Logger)
	return processorhelper.NewLogs(ctx, set, cfg, next, p.logs, mutates, processorhelper.WithStart(p.start))
}

func newTraces(ctx context.Context, set processor.Settings, cfg component.Config, next consumer.Traces) (processor.Traces, error) {
	p := newPool(cfg.(*Config), set.Logger)
	return processorhelper.NewTraces(ctx, set, cfg, next, p.traces, mutates, processorhelper.WithStart(p.start))
}

func newMetrics(ctx context.Context, set processor.Settings, cfg component.Config, next consumer.Metrics) (processor.Metrics, error) {
	p := newPool(cfg.(*Config), set.Logger)
	return processorhelper.NewMetrics(ctx, set, cfg, next, p.metrics, mutates, processorhelper.WithStart(p.start))
}
