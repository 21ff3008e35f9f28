package scrubjayprocessor

import (
	"context"
	"os"
	"runtime"
	"sync"
	"time"

	"go.opentelemetry.io/collector/component"
	"go.uber.org/zap"

	"scrubjay"
)

// pool has instances of the module, each for one batch at a time: so as many cores are used as there are instances.
type pool struct {
	config *Config
	logger *zap.Logger
	free   chan *scrubjay.Redactor
}

func newPool(config *Config, logger *zap.Logger) *pool {
	return &pool{config: config, logger: logger}
}

var (
	modules = map[string]*scrubjay.Module{}
	mutex   sync.Mutex
)

// compiled is the module of a file, which the pipelines of all signals share.
func compiled(ctx context.Context, file string) (*scrubjay.Module, error) {
	mutex.Lock()
	defer mutex.Unlock()
	if module := modules[file]; module != nil {
		return module, nil
	}
	wasm, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	module, err := scrubjay.Compile(context.WithoutCancel(ctx), wasm)
	if err == nil {
		modules[file] = module
	}
	return module, err
}

// start opens the instances: what is wrong with the policy or the key is said here, and nothing is received.
func (p *pool) start(ctx context.Context, _ component.Host) error {
	module, err := compiled(ctx, p.config.Module)
	if err != nil {
		return err
	}
	options := scrubjay.Options{}
	if p.config.Policy != "" {
		if options.Policy, err = os.ReadFile(p.config.Policy); err != nil {
			return err
		}
	}
	if p.config.Key != "" {
		options.Key = []byte(p.config.Key)
	}
	count := p.config.Instances
	if count == 0 {
		count = runtime.GOMAXPROCS(0)
	}
	p.free = make(chan *scrubjay.Redactor, count)
	for range count {
		redactor, err := module.Open(options)
		if err == nil {
			// A policy that needs a key and has none is refused here, not with the first record.
			_, err = redactor.Redact(nil)
		}
		if err != nil {
			return err
		}
		p.free <- redactor
	}
	policy := <-p.free
	id, err := policy.Policy()
	p.free <- policy
	p.logger.Info("scrubjay redacts", zap.String("policy", id), zap.Int("instances", count))
	return err
}

// redact runs `collect`, which hands parts of a batch to the batch, and redacts them.
func (p *pool) redact(ctx context.Context, collect func(*batch)) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case redactor := <-p.free:
		defer func() { p.free <- redactor }()
		// The next record has another instance if this one has stopped.
		_ = redactor.SetTime(time.Now())
		b := &batch{redactor: redactor}
		collect(b)
		b.flush()
		if b.withheld > 0 {
			p.logger.Warn("scrubjay withheld what it could not redact", zap.Int("parts", b.withheld))
		}
		return nil
	}
}
