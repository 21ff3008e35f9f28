package scrubjayprocessor

import (
	"bytes"

	"go.opentelemetry.io/collector/pdata/pcommon"

	"scrubjay"
)

// inputMost is how much is redacted at once.
const inputMost = 65536

// part is what is redacted as one line of JSON: so names, what is nested, and texts count as they do in a log.
type part struct {
	members  []member
	withhold func()
	start    int
}

// member is a name and what stands under it.
type member struct {
	name  string
	value pcommon.Value
	// In place of a value: the members of a map.
	of pcommon.Map
	// In place of both: a text, and where it goes.
	text string
	set  func(string)
}

// batch collects parts, and redacts as many at once as the module takes.
type batch struct {
	redactor *scrubjay.Redactor
	json     []byte
	parts    []part
	withheld int
}

// add redacts a part, now or with others.
func (b *batch) add(withhold func(), members ...member) {
	start := len(b.json)
	b.json = appendMembers(b.json, members)
	b.json = append(b.json, '\n')
	if start > 0 && len(b.json) > inputMost {
		last := append([]byte(nil), b.json[start:]...)
		b.json = b.json[:start]
		b.flush()
		b.json = append(b.json, last...)
		start = 0
	}
	b.parts = append(b.parts, part{members, withhold, start})
}

// flush redacts what was added. Where that fails, each part is tried alone, and what fails then is withheld.
func (b *batch) flush() {
	if len(b.parts) == 0 {
		return
	}
	if !b.apply(b.parts, b.json) {
		for i, p := range b.parts {
			end := len(b.json)
			if i+1 < len(b.parts) {
				end = b.parts[i+1].start
			}
			if !b.apply(b.parts[i:i+1], b.json[p.start:end]) {
				p.withhold()
				b.withheld++
			}
		}
	}
	b.json, b.parts = b.json[:0], b.parts[:0]
}

// stops makes the instance stop at what the tests say.
var stops func([]byte) bool

// apply redacts the lines of some parts; false: they are as they were.
func (b *batch) apply(parts []part, json []byte) bool {
	if stops != nil && stops(json) {
		b.redactor.Stop()
	}
	out, err := b.redactor.Redact(json)
	if err != nil {
		return false
	}
	if bytes.Equal(out, json) {
		return b.redactBytes(parts)
	}
	if bytes.Count(out, []byte{'\n'}) != len(parts) {
		return false
	}
	out = append([]byte(nil), out...)
	for _, p := range parts {
		// What did not change is not read.
		size, before := bytes.IndexByte(out, '\n')+1, bytes.IndexByte(json, '\n')+1
		if !bytes.Equal(out[:size], json[:before]) {
			r := reader{json: out[:size]}
			r.members(p.members)
			if r.failed {
				return false
			}
		}
		out, json = out[size:], json[before:]
	}
	return b.redactBytes(parts)
}

// redactBytes redacts values that are bytes, each as a record.
func (b *batch) redactBytes(parts []part) bool {
	for _, p := range parts {
		for _, m := range p.members {
			if m.set == nil && !b.bytesOf(m) {
				return false
			}
		}
	}
	return true
}

func (b *batch) bytesOf(m member) bool {
	if m.of != (pcommon.Map{}) {
		return b.bytesIn(m.of)
	}
	return b.bytesAt(m.value)
}

func (b *batch) bytesIn(m pcommon.Map) bool {
	for _, v := range m.All() {
		if !b.bytesAt(v) {
			return false
		}
	}
	return true
}

func (b *batch) bytesAt(v pcommon.Value) bool {
	switch v.Type() {
	case pcommon.ValueTypeBytes:
		out, err := b.redactor.Redact(v.Bytes().AsRaw())
		if err != nil {
			return false
		}
		v.Bytes().FromRaw(append([]byte(nil), out...))
	case pcommon.ValueTypeMap:
		return b.bytesIn(v.Map())
	case pcommon.ValueTypeSlice:
		for _, element := range v.Slice().All() {
			if !b.bytesAt(element) {
				return false
			}
		}
	}
	return true
}
