package scrubjay

import "io"

type buffer []byte

func (b *buffer) Write(bytes []byte) (int, error) {
	*b = append(*b, bytes...)
	return len(bytes), nil
}

// NewWriter returns a stream: what is written comes out of w redacted. Close decides what is held back; w stays open. The
// redactor is the stream's until then. After ErrStopped, nothing more comes out.
func (r *Redactor) NewWriter(w io.Writer) io.WriteCloser { return &writer{r, w, nil} }

type writer struct {
	redactor *Redactor
	to       io.Writer
	err      error
}

func (w *writer) Write(bytes []byte) (int, error) {
	for done := 0; done < len(bytes); done += inputMost {
		if err := w.feed(bytes[done:min(len(bytes), done+inputMost)], 0); err != nil {
			return done, err
		}
	}
	return len(bytes), nil
}

func (w *writer) Close() error { return w.feed(nil, 1) }

func (w *writer) feed(bytes []byte, final uint64) error {
	if w.err != nil {
		return w.err
	}
	if w.redactor.instance == nil {
		if w.err = w.redactor.open(); w.err != nil {
			return w.err
		}
	}
	out, err := w.redactor.run("sj_feed", final, bytes)
	if err != nil {
		w.err = err
		out = []byte(Withheld + "\n")
	}
	if _, failed := w.to.Write(out); failed != nil && err == nil {
		w.err = failed
	}
	return w.err
}

// NewReader returns a stream: what is read from it is what r has, redacted.
func (r *Redactor) NewReader(from io.Reader) io.Reader {
	read, write := io.Pipe()
	go func() {
		w := r.NewWriter(write)
		_, err := io.Copy(w, from)
		if closed := w.Close(); err == nil {
			err = closed
		}
		write.CloseWithError(err)
	}()
	return read
}
