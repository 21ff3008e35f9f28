package scrubjay

import (
	"bytes"
	"fmt"
	"sync"
	"testing"
)

// BenchmarkCores tells how much as many redactors redact at once, each in a goroutine of its own: go test -bench Cores.
func BenchmarkCores(b *testing.B) {
	text := bytes.Repeat([]byte(`{"level":30,"msg":"request completed","url":"/v1/items/4711?page=3","took":12}`+"\n"), 800)
	module := load(b)
	for _, count := range []int{1, 2} {
		b.Run(fmt.Sprint(count), func(b *testing.B) {
			b.SetBytes(int64(count * len(text)))
			redactors := make([]*Redactor, count)
			for i := range redactors {
				redactors[i] = open(b, module, Options{})
			}
			var group sync.WaitGroup
			b.ResetTimer()
			for _, r := range redactors {
				group.Go(func() {
					for range b.N {
						if _, err := r.Redact(text); err != nil {
							b.Error(err)
						}
					}
				})
			}
			group.Wait()
		})
	}
}
