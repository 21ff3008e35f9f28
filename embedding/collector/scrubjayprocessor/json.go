package scrubjayprocessor

import (
	"math"
	"strconv"
	"unicode/utf8"

	"go.opentelemetry.io/collector/pdata/pcommon"
)

// appendMembers writes members as an object of JSON.
func appendMembers(json []byte, members []member) []byte {
	json = append(json, '{')
	for i, m := range members {
		if i > 0 {
			json = append(json, ',')
		}
		json = append(appendString(json, m.name), ':')
		switch {
		case m.set != nil:
			json = appendString(json, m.text)
		case m.of != (pcommon.Map{}):
			json = appendMap(json, m.of)
		default:
			json = appendValue(json, m.value)
		}
	}
	return append(json, '}')
}

func appendMap(json []byte, m pcommon.Map) []byte {
	json = append(json, '{')
	first := true
	for name, value := range m.All() {
		if !first {
			json = append(json, ',')
		}
		first = false
		json = append(appendString(json, name), ':')
		json = appendValue(json, value)
	}
	return append(json, '}')
}

func appendValue(json []byte, v pcommon.Value) []byte {
	switch v.Type() {
	case pcommon.ValueTypeStr:
		return appendString(json, v.Str())
	case pcommon.ValueTypeInt:
		return strconv.AppendInt(json, v.Int(), 10)
	case pcommon.ValueTypeBool:
		return strconv.AppendBool(json, v.Bool())
	case pcommon.ValueTypeDouble:
		if math.IsNaN(v.Double()) || math.IsInf(v.Double(), 0) {
			return append(json, "null"...)
		}
		return strconv.AppendFloat(json, v.Double(), 'g', -1, 64)
	case pcommon.ValueTypeMap:
		return appendMap(json, v.Map())
	case pcommon.ValueTypeSlice:
		json = append(json, '[')
		for i, element := range v.Slice().All() {
			if i > 0 {
				json = append(json, ',')
			}
			json = appendValue(json, element)
		}
		return append(json, ']')
	default:
		// Bytes are redacted by themselves.
		return append(json, "null"...)
	}
}

const digits = "0123456789abcdef"

// appendString writes bytes from 0x80 on as they are, whether they are UTF-8 or not: what stays must not change.
func appendString(json []byte, text string) []byte {
	json = append(json, '"')
	from := 0
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c >= 0x20 && c != '"' && c != '\\' {
			continue
		}
		json = append(json, text[from:i]...)
		from = i + 1
		switch c {
		case '"', '\\':
			json = append(json, '\\', c)
		case '\n':
			json = append(json, '\\', 'n')
		case '\r':
			json = append(json, '\\', 'r')
		case '\t':
			json = append(json, '\\', 't')
		default:
			json = append(json, '\\', 'u', '0', '0', digits[c>>4], digits[c&15])
		}
	}
	return append(append(json, text[from:]...), '"')
}

// reader reads what appendMembers wrote, redacted, beside what it was made of, and sets what has changed.
type reader struct {
	json   []byte
	at     int
	failed bool
}

func (r *reader) peek() byte {
	if r.at < len(r.json) {
		return r.json[r.at]
	}
	r.failed = true
	return 0
}

func (r *reader) take(c byte) {
	if r.peek() != c {
		r.failed = true
	}
	r.at++
}

func (r *reader) members(members []member) {
	r.take('{')
	for i, m := range members {
		if i > 0 {
			r.take(',')
		}
		r.text()
		r.take(':')
		switch {
		case r.failed:
			return
		case m.set != nil:
			if text := r.text(); text != m.text && !r.failed {
				m.set(text)
			}
		case m.of != (pcommon.Map{}):
			r.mapping(m.of)
		default:
			r.value(m.value)
		}
	}
	r.take('}')
}

func (r *reader) mapping(m pcommon.Map) {
	if r.peek() != '{' {
		// All of it is one match.
		text := r.text()
		m.Clear()
		m.PutStr("redacted", text)
		return
	}
	r.take('{')
	first := true
	type renamed struct{ from, to string }
	var names []renamed
	for name, value := range m.All() {
		if !first {
			r.take(',')
		}
		first = false
		if text := r.text(); text != name {
			names = append(names, renamed{name, text})
		}
		r.take(':')
		if r.failed {
			return
		}
		r.value(value)
	}
	r.take('}')
	for _, n := range names {
		if value, ok := m.Get(n.from); ok {
			kept := pcommon.NewValueEmpty()
			value.CopyTo(kept)
			m.Remove(n.from)
			kept.CopyTo(m.PutEmpty(n.to))
		}
	}
}

func (r *reader) value(v pcommon.Value) {
	c := r.peek()
	switch {
	case c == '"':
		if text := r.text(); !r.failed && (v.Type() != pcommon.ValueTypeStr || text != v.Str()) {
			v.SetStr(text)
		}
	case c == '{' && v.Type() == pcommon.ValueTypeMap:
		r.mapping(v.Map())
	case c == '[' && v.Type() == pcommon.ValueTypeSlice:
		r.take('[')
		for i, element := range v.Slice().All() {
			if i > 0 {
				r.take(',')
			}
			r.value(element)
		}
		r.take(']')
	case c == '{' || c == '[':
		r.failed = true
	default:
		r.literal()
	}
}

// literal skips a number, a truth value or null: what is replaced is a string.
func (r *reader) literal() {
	for r.at < len(r.json) && r.json[r.at] != ',' && r.json[r.at] != '}' && r.json[r.at] != ']' {
		r.at++
	}
}

func (r *reader) text() string {
	r.take('"')
	var text []byte
	for {
		c := r.peek()
		r.at++
		switch {
		case r.failed || c == '"':
			return string(text)
		case c != '\\':
			text = append(text, c)
		default:
			text = r.escape(text)
		}
	}
}

func (r *reader) escape(text []byte) []byte {
	c := r.peek()
	r.at++
	switch c {
	case 'n':
		return append(text, '\n')
	case 'r':
		return append(text, '\r')
	case 't':
		return append(text, '\t')
	case 'u':
		if r.at+4 <= len(r.json) {
			code, err := strconv.ParseUint(string(r.json[r.at:r.at+4]), 16, 16)
			r.at += 4
			r.failed = r.failed || err != nil
			return utf8.AppendRune(text, rune(code))
		}
		r.failed = true
		return text
	default:
		return append(text, c)
	}
}
