package scrubjay

import (
	"bufio"
	"bytes"
	"context"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"
	"time"
)

const vectors = "../vectors/"

func load(t testing.TB) *Module {
	wasm, err := os.ReadFile(env("SCRUBJAY_WASM", "../../dist/scrubjay.wasm"))
	if err != nil {
		t.Fatal(err)
	}
	module, err := Compile(context.Background(), wasm)
	if err != nil {
		t.Fatal(err)
	}
	return module
}

func env(name, otherwise string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return otherwise
}

func open(t testing.TB, module *Module, options Options) *Redactor {
	r, err := module.Open(options)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestVectors(t *testing.T) {
	file, err := os.Open(filepath.Join(vectors, "vectors.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	module := load(t)
	redactors := map[string]*Redactor{}
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 16<<20)
	count := 0
	for ; lines.Scan(); count++ {
		v := strings.Split(lines.Text(), "\t")
		r := redactors[v[1]]
		if r == nil {
			r = open(t, module, optionsOf(t, v))
			redactors[v[1]] = r
		}
		out, err := outputOf(r, v)
		if err != nil || hex.EncodeToString(out) != v[7] {
			t.Fatalf("vector %d (%s, %s, cut at %s) is not what Node makes of it: %v", count+1, v[0], v[1], v[4], err)
		}
	}
	if count < 4000 {
		t.Fatalf("only %d vectors", count)
	}
}

func optionsOf(t *testing.T, v []string) (o Options) {
	if v[1] != "default" {
		policy, err := os.ReadFile(vectors + v[1] + ".policy")
		if err != nil {
			t.Fatal(err)
		}
		o.Policy = policy
	}
	if v[2] != "" {
		o.Key = []byte(v[2])
	}
	ms, _ := strconv.ParseInt(v[3], 10, 64)
	o.Time = time.UnixMilli(ms)
	return o
}

func outputOf(r *Redactor, v []string) ([]byte, error) {
	name, _ := hex.DecodeString(v[5])
	input, _ := hex.DecodeString(v[6])
	switch v[0] {
	case "record":
		return r.Redact(input)
	case "field":
		return r.Field(name, input)
	}
	var out bytes.Buffer
	w := r.NewWriter(&out)
	from := 0
	for _, cut := range strings.FieldsFunc(v[4], func(c rune) bool { return c == ',' }) {
		to, _ := strconv.Atoi(cut)
		if _, err := w.Write(input[from:to]); err != nil {
			return nil, err
		}
		from = to
	}
	if _, err := w.Write(input[from:]); err != nil {
		return nil, err
	}
	err := w.Close()
	return out.Bytes(), err
}

func TestReaderAndWriter(t *testing.T) {
	r := open(t, load(t), Options{})
	text := strings.Repeat("a line password=hunter2 end\n", 10000)
	out, err := io.ReadAll(r.NewReader(iotest.HalfReader(strings.NewReader(text))))
	if want := strings.ReplaceAll(text, "hunter2", "[REDACTED]"); err != nil || string(out) != want {
		t.Fatalf("the stream's output is not right: %v", err)
	}
}

func TestErrorsHaveNothingOfTheInput(t *testing.T) {
	module := load(t)
	_, err := module.Open(Options{Policy: []byte("password=hunter2")})
	if err == nil || strings.Contains(err.Error(), "hunter2") || !strings.Contains(err.Error(), "not a policy") {
		t.Fatal(err)
	}
	_, err = module.Open(Options{Key: []byte("hunter2")})
	if err == nil || strings.Contains(err.Error(), "hunter2") {
		t.Fatal(err)
	}
}

func TestAfterATrapNothingRawComesOut(t *testing.T) {
	r := open(t, load(t), Options{})
	r.Stop()
	out, err := r.Redact([]byte("password=hunter2"))
	if string(out) != Withheld || err != ErrStopped {
		t.Fatal("a record came out")
	}
	// The next one has another instance.
	if out, err = r.Redact([]byte("password=hunter2 x")); string(out) != "password=[REDACTED] x" || err != nil {
		t.Fatal("no new instance", err)
	}
	var to bytes.Buffer
	w := r.NewWriter(&to)
	io.WriteString(w, "first line\npassword=hun")
	r.Stop()
	_, err = io.WriteString(w, "ter2\nsecond line password=hunter2\n")
	if err != ErrStopped {
		t.Fatal("the stream went on")
	}
	if _, err = io.WriteString(w, "password=hunter2\n"); err != ErrStopped || w.Close() != ErrStopped {
		t.Fatal("the stream went on")
	}
	if to.String() != "first line\npassword="+Withheld+"\n" {
		t.Fatalf("%q came out", to.String())
	}
}
