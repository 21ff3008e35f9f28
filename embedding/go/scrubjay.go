// Package scrubjay keeps credentials out of logs: a host of scrubjay.wasm, the embedding module. docs/embedding.md says what
// its functions do.
package scrubjay

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
)

const (
	abiMajor  = 1
	inputMost = 65536
	programAt = 0x68000
)

// Withheld stands for what could not be redacted.
const Withheld = "[scrubjay: line withheld]"

// ErrStopped says that the instance of a stream stopped: the rest of the stream is withheld.
var ErrStopped = errors.New("scrubjay: the instance stopped; the rest of the stream is withheld")

// Options of a redactor. Policy is what `scrubjay compile` wrote, nil for the default one; Key is of pseudonyms.
type Options struct {
	Policy, Key []byte
	Time        time.Time
}

// Module is the compiled module, of which any number of redactors are made.
type Module struct {
	runtime  wazero.Runtime
	compiled wazero.CompiledModule
}

// Compile compiles the bytes of scrubjay.wasm, which takes a second.
func Compile(ctx context.Context, wasm []byte) (*Module, error) {
	runtime := wazero.NewRuntime(ctx)
	compiled, err := runtime.CompileModule(ctx, wasm)
	return &Module{runtime, compiled}, err
}

// Redactor has an instance of its own; one goroutine at a time uses it.
type Redactor struct {
	module   *Module
	options  Options
	instance api.Module
	calls    map[string]api.Function
	handle   uint64
	stack    [4]uint64
}

// Open makes a redactor.
func (m *Module) Open(options Options) (*Redactor, error) {
	r := &Redactor{module: m, options: options}
	return r, r.open()
}

func (r *Redactor) open() (err error) {
	if r.instance, err = r.module.runtime.InstantiateModule(context.Background(), r.module.compiled, wazero.NewModuleConfig().WithName("")); err != nil {
		return err
	}
	r.calls = map[string]api.Function{}
	for name := range r.module.compiled.ExportedFunctions() {
		r.calls[name] = r.instance.ExportedFunction(name)
	}
	version, err := r.call("sj_abi")
	if err != nil || version>>16 != abiMajor {
		return errors.Join(err, fmt.Errorf("scrubjay: this host is for version %d of the module", abiMajor))
	}
	if r.handle, err = r.give(r.options.Policy, "sj_open"); err == nil && r.options.Key != nil {
		_, err = r.give(r.options.Key, "sj_key", r.handle)
	}
	if err == nil && !r.options.Time.IsZero() {
		err = r.SetTime(r.options.Time)
	}
	return err
}

// SetTime sets the time that claims are seen at.
func (r *Redactor) SetTime(now time.Time) error {
	r.options.Time = now
	_, err := r.call("sj_time", r.handle, uint64(now.UnixMilli()))
	return err
}

// call returns a result, or an error with the module's message; after a trap, the instance is closed, and the next call
// has another one.
func (r *Redactor) call(name string, args ...uint64) (uint64, error) {
	if r.instance == nil {
		return 0, ErrStopped
	}
	copy(r.stack[:], args)
	if err := r.calls[name].CallWithStack(context.Background(), r.stack[:]); err != nil {
		r.instance.Close(context.Background())
		r.instance = nil
		return 0, ErrStopped
	}
	if result := int32(r.stack[0]); result < 0 {
		address, _ := r.call("sj_message", uint64(uint32(result)))
		text, _ := r.instance.Memory().Read(uint32(address), 256)
		for i, c := range text {
			if c == 0 {
				return 0, fmt.Errorf("scrubjay: %s (%d)", text[:i], result)
			}
		}
	}
	return r.stack[0], nil
}

// give lays bytes into the module's memory for one call.
func (r *Redactor) give(bytes []byte, name string, args ...uint64) (uint64, error) {
	address, err := r.call("sj_alloc", uint64(len(bytes)))
	if err != nil {
		return 0, err
	}
	r.instance.Memory().Write(uint32(address), bytes)
	result, err := r.call(name, append(args, address, uint64(len(bytes)))...)
	if err == nil {
		_, err = r.call("sj_free", address)
	}
	return result, err
}

// run lays input, calls, and returns the output, which holds until the next call.
func (r *Redactor) run(name string, last uint64, parts ...[]byte) ([]byte, error) {
	at, err := r.call("sj_input", r.handle)
	if err != nil {
		return nil, err
	}
	args := []uint64{r.handle}
	for _, part := range parts {
		r.instance.Memory().Write(uint32(at), part)
		at += uint64(len(part))
		args = append(args, uint64(len(part)))
	}
	length, err := r.call(name, append(args, last)...)
	if err != nil {
		return nil, err
	}
	address, err := r.call("sj_out", r.handle)
	if err != nil {
		return nil, err
	}
	out, _ := r.instance.Memory().Read(uint32(address), uint32(length))
	return out, nil
}

// record returns what run does, and the withheld line where it fails; then the next call has an instance of its own.
func (r *Redactor) record(name string, parts ...[]byte) ([]byte, error) {
	if r.instance == nil {
		if err := r.open(); err != nil {
			return []byte(Withheld), err
		}
	}
	out, err := r.run(name, 0, parts...)
	if err != nil {
		return []byte(Withheld), err
	}
	return out, nil
}

// Redact redacts a record, of any size. What it returns holds until the next call; with an error it is Withheld.
func (r *Redactor) Redact(record []byte) ([]byte, error) {
	if len(record) <= inputMost {
		return r.record("sj_redact", record)
	}
	var whole buffer
	w := r.NewWriter(&whole)
	if _, err := w.Write(record); err != nil {
		return []byte(Withheld), err
	}
	return whole, w.Close()
}

// Field redacts the value of a name.
func (r *Redactor) Field(name, value []byte) ([]byte, error) {
	if len(name)+len(value) > inputMost {
		return []byte(Withheld), errors.New("scrubjay: the value is too long")
	}
	return r.record("sj_field", name, value)
}

// Policy is the id of rules and configuration, the same in every host.
func (r *Redactor) Policy() (string, error) {
	address, err := r.call("sj_policy", r.handle)
	if err != nil {
		return "", err
	}
	id, _ := r.instance.Memory().Read(uint32(address), 32)
	return string(id), nil
}

// Stop makes the instance trap at the next call, for tests: a program that leads nowhere stops the kernel.
func (r *Redactor) Stop() {
	if r.instance != nil {
		r.instance.Memory().Write(programAt, bytes.Repeat([]byte{0xff}, 160))
	}
}
