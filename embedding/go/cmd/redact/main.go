// Command redact copies standard input to standard output, redacted: redact SCRUBJAY.WASM. It tells how many seconds that
// took once the module was compiled.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"time"

	"scrubjay"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	wasm, err := os.ReadFile(os.Args[1])
	if err != nil {
		return err
	}
	module, err := scrubjay.Compile(context.Background(), wasm)
	if err != nil {
		return err
	}
	redactor, err := module.Open(scrubjay.Options{})
	if err != nil {
		return err
	}
	begin := time.Now()
	w := redactor.NewWriter(os.Stdout)
	if _, err := io.CopyBuffer(w, struct{ io.Reader }{os.Stdin}, make([]byte, 65536)); err != nil {
		return err
	}
	err = w.Close()
	fmt.Fprintf(os.Stderr, "seconds %.3f\n", time.Since(begin).Seconds())
	return err
}
