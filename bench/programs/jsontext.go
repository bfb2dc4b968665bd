// A tree of any values written and parsed as JSON by hand: type switches, Builder, bytes. size: rounds; default: 3000; interp: 800
package main

import (
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"
)

func size(n int) int {
	if v, err := strconv.Atoi(os.Args[len(os.Args)-1]); err == nil {
		return v
	}
	return n
}

func write(b *strings.Builder, v any) {
	switch v := v.(type) {
	case nil:
		b.WriteString("null")
	case bool:
		b.WriteString(strconv.FormatBool(v))
	case int:
		b.WriteString(strconv.Itoa(v))
	case float64:
		b.WriteString(strconv.FormatFloat(v, 'g', -1, 64))
	case string:
		b.WriteByte('"')
		for i := 0; i < len(v); i++ {
			switch c := v[i]; {
			case c == '"' || c == '\\':
				b.WriteByte('\\')
				b.WriteByte(c)
			case c == '\n':
				b.WriteString("\\n")
			default:
				b.WriteByte(c)
			}
		}
		b.WriteByte('"')
	case []any:
		b.WriteByte('[')
		for i, e := range v {
			if i > 0 {
				b.WriteByte(',')
			}
			write(b, e)
		}
		b.WriteByte(']')
	case map[string]any:
		keys := make([]string, 0, len(v))
		for k := range v {
			keys = append(keys, k)
		}
		sort.Strings(keys)
		b.WriteByte('{')
		for i, k := range keys {
			if i > 0 {
				b.WriteByte(',')
			}
			write(b, k)
			b.WriteByte(':')
			write(b, v[k])
		}
		b.WriteByte('}')
	default:
		panic(fmt.Sprintf("unknown %T", v))
	}
}

type parser struct {
	text string
	pos  int
}

func (p *parser) skip() byte {
	for p.pos < len(p.text) && (p.text[p.pos] == ' ' || p.text[p.pos] == '\n') {
		p.pos++
	}
	if p.pos == len(p.text) {
		return 0
	}
	return p.text[p.pos]
}

func (p *parser) value() (any, error) {
	switch c := p.skip(); {
	case c == '{':
		p.pos++
		m := map[string]any{}
		for p.skip() != '}' {
			if p.text[p.pos] == ',' {
				p.pos++
			}
			k, err := p.value()
			if err != nil {
				return nil, err
			}
			if p.skip() != ':' {
				return nil, fmt.Errorf("no colon at %d", p.pos)
			}
			p.pos++
			v, err := p.value()
			if err != nil {
				return nil, err
			}
			m[k.(string)] = v
		}
		p.pos++
		return m, nil
	case c == '[':
		p.pos++
		var list []any
		for p.skip() != ']' {
			if p.text[p.pos] == ',' {
				p.pos++
			}
			v, err := p.value()
			if err != nil {
				return nil, err
			}
			list = append(list, v)
		}
		p.pos++
		return list, nil
	case c == '"':
		p.pos++
		start := p.pos
		var b []byte
		for p.text[p.pos] != '"' {
			if p.text[p.pos] == '\\' {
				b = append(b, p.text[start:p.pos]...)
				p.pos++
				if p.text[p.pos] == 'n' {
					b = append(b, '\n')
				} else {
					b = append(b, p.text[p.pos])
				}
				start = p.pos + 1
			}
			p.pos++
		}
		b = append(b, p.text[start:p.pos]...)
		p.pos++
		return string(b), nil
	case c == '-' || c >= '0' && c <= '9':
		start := p.pos
		float := false
		for p.pos < len(p.text) {
			c := p.text[p.pos]
			if c == '.' || c == 'e' || c == '+' {
				float = true
			} else if c != '-' && (c < '0' || c > '9') {
				break
			}
			p.pos++
		}
		if float {
			return strconv.ParseFloat(p.text[start:p.pos], 64)
		}
		return strconv.Atoi(p.text[start:p.pos])
	case strings.HasPrefix(p.text[p.pos:], "true"):
		p.pos += 4
		return true, nil
	case strings.HasPrefix(p.text[p.pos:], "false"):
		p.pos += 5
		return false, nil
	case strings.HasPrefix(p.text[p.pos:], "null"):
		p.pos += 4
		return nil, nil
	}
	return nil, fmt.Errorf("unexpected byte at %d", p.pos)
}

func main() {
	n := size(3000)
	total := 0
	for i := 0; i < n; i++ {
		var list []any
		for j := 0; j < 10; j++ {
			list = append(list, map[string]any{
				"id": i*10 + j, "name": "item \"" + strconv.Itoa(j) + "\"\n", "price": float64(j) * 1.25,
				"tags": []any{"a", "bc", "def"}, "ok": j%2 == 0, "none": nil,
			})
		}
		var b strings.Builder
		write(&b, list)
		p := parser{text: b.String()}
		v, err := p.value()
		if err != nil {
			fmt.Println(err)
			return
		}
		var again strings.Builder
		write(&again, v)
		if again.String() != b.String() {
			fmt.Println("differs")
			return
		}
		total += again.Len()
	}
	fmt.Println(total)
}
