// Every exported name of fmt, errors, strings, strconv, bytes, unicode/utf8, with its type; the constants' values are printed. Made by tools/gen_api.go.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	_ func(b []byte, a ...any) []byte                               = fmt.Append
	_ func(b []byte, format string, a ...any) []byte                = fmt.Appendf
	_ func(b []byte, a ...any) []byte                               = fmt.Appendln
	_ func(format string, a ...any) (err error)                     = fmt.Errorf
	_ func(state fmt.State, verb rune) string                       = fmt.FormatString
	_ *interface{ Format(f fmt.State, verb rune) }                  = (*interface{ Format(f fmt.State, verb rune) })((*fmt.Formatter)(nil))
	_ func(w io.Writer, a ...any) (n int, err error)                = fmt.Fprint
	_ func(w io.Writer, format string, a ...any) (n int, err error) = fmt.Fprintf
	_ func(w io.Writer, a ...any) (n int, err error)                = fmt.Fprintln
	_ func(r io.Reader, a ...any) (n int, err error)                = fmt.Fscan
	_ func(r io.Reader, format string, a ...any) (n int, err error) = fmt.Fscanf
	_ func(r io.Reader, a ...any) (n int, err error)                = fmt.Fscanln
	_ *interface{ GoString() string }                               = (*interface{ GoString() string })((*fmt.GoStringer)(nil))
	_ func(a ...any) (n int, err error)                             = fmt.Print
	_ func(format string, a ...any) (n int, err error)              = fmt.Printf
	_ func(a ...any) (n int, err error)                             = fmt.Println
	_ func(a ...any) (n int, err error)                             = fmt.Scan
	_ *interface {
		Read(buf []byte) (n int, err error)
		ReadRune() (r rune, size int, err error)
		SkipSpace()
		Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
		UnreadRune() error
		Width() (wid int, ok bool)
	} = (*interface {
		Read(buf []byte) (n int, err error)
		ReadRune() (r rune, size int, err error)
		SkipSpace()
		Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
		UnreadRune() error
		Width() (wid int, ok bool)
	})((*fmt.ScanState)(nil))
	_ func(format string, a ...any) (n int, err error) = fmt.Scanf
	_ func(a ...any) (n int, err error)                = fmt.Scanln
	_ *interface {
		Scan(state fmt.ScanState, verb rune) error
	} = (*interface {
		Scan(state fmt.ScanState, verb rune) error
	})((*fmt.Scanner)(nil))
	_ func(a ...any) string                                        = fmt.Sprint
	_ func(format string, a ...any) string                         = fmt.Sprintf
	_ func(a ...any) string                                        = fmt.Sprintln
	_ func(str string, a ...any) (n int, err error)                = fmt.Sscan
	_ func(str string, format string, a ...any) (n int, err error) = fmt.Sscanf
	_ func(str string, a ...any) (n int, err error)                = fmt.Sscanln
	_ *interface {
		Flag(c int) bool
		Precision() (prec int, ok bool)
		Width() (wid int, ok bool)
		Write(b []byte) (n int, err error)
	} = (*interface {
		Flag(c int) bool
		Precision() (prec int, ok bool)
		Width() (wid int, ok bool)
		Write(b []byte) (n int, err error)
	})((*fmt.State)(nil))
	_ *interface{ String() string }      = (*interface{ String() string })((*fmt.Stringer)(nil))
	_ func(err error, target any) bool   = errors.As
	_ error                              = errors.ErrUnsupported
	_ func(err error, target error) bool = errors.Is
	_ func(errs ...error) error          = errors.Join
	_ func(text string) error            = errors.New
	_ func(err error) error              = errors.Unwrap
	_ strings.Builder
	_ func(*strings.Builder) string                                        = (*strings.Builder).String
	_ func(*strings.Builder) int                                           = (*strings.Builder).Len
	_ func(*strings.Builder) int                                           = (*strings.Builder).Cap
	_ func(*strings.Builder)                                               = (*strings.Builder).Reset
	_ func(_ *strings.Builder, n int)                                      = (*strings.Builder).Grow
	_ func(_ *strings.Builder, p []byte) (int, error)                      = (*strings.Builder).Write
	_ func(_ *strings.Builder, c byte) error                               = (*strings.Builder).WriteByte
	_ func(_ *strings.Builder, r rune) (int, error)                        = (*strings.Builder).WriteRune
	_ func(_ *strings.Builder, s string) (int, error)                      = (*strings.Builder).WriteString
	_ func(s string) string                                                = strings.Clone
	_ func(a string, b string) int                                         = strings.Compare
	_ func(s string, substr string) bool                                   = strings.Contains
	_ func(s string, chars string) bool                                    = strings.ContainsAny
	_ func(s string, f func(rune) bool) bool                               = strings.ContainsFunc
	_ func(s string, r rune) bool                                          = strings.ContainsRune
	_ func(s string, substr string) int                                    = strings.Count
	_ func(s string, sep string) (before string, after string, found bool) = strings.Cut
	_ func(s string, sep string) (before string, after string, found bool) = strings.CutLast
	_ func(s string, prefix string) (after string, found bool)             = strings.CutPrefix
	_ func(s string, suffix string) (before string, found bool)            = strings.CutSuffix
	_ func(s string, t string) bool                                        = strings.EqualFold
	_ func(s string) []string                                              = strings.Fields
	_ func(s string, f func(rune) bool) []string                           = strings.FieldsFunc
	_ func(s string, prefix string) bool                                   = strings.HasPrefix
	_ func(s string, suffix string) bool                                   = strings.HasSuffix
	_ func(s string, substr string) int                                    = strings.Index
	_ func(s string, chars string) int                                     = strings.IndexAny
	_ func(s string, c byte) int                                           = strings.IndexByte
	_ func(s string, f func(rune) bool) int                                = strings.IndexFunc
	_ func(s string, r rune) int                                           = strings.IndexRune
	_ func(elems []string, sep string) string                              = strings.Join
	_ func(s string, substr string) int                                    = strings.LastIndex
	_ func(s string, chars string) int                                     = strings.LastIndexAny
	_ func(s string, c byte) int                                           = strings.LastIndexByte
	_ func(s string, f func(rune) bool) int                                = strings.LastIndexFunc
	_ func(mapping func(rune) rune, s string) string                       = strings.Map
	_ func(s string) *strings.Reader                                       = strings.NewReader
	_ func(oldnew ...string) *strings.Replacer                             = strings.NewReplacer
	_ strings.Reader
	_ func(*strings.Reader) int                                        = (*strings.Reader).Len
	_ func(*strings.Reader) int64                                      = (*strings.Reader).Size
	_ func(_ *strings.Reader, b []byte) (n int, err error)             = (*strings.Reader).Read
	_ func(_ *strings.Reader, b []byte, off int64) (n int, err error)  = (*strings.Reader).ReadAt
	_ func(*strings.Reader) (byte, error)                              = (*strings.Reader).ReadByte
	_ func(*strings.Reader) error                                      = (*strings.Reader).UnreadByte
	_ func(*strings.Reader) (ch rune, size int, err error)             = (*strings.Reader).ReadRune
	_ func(*strings.Reader) error                                      = (*strings.Reader).UnreadRune
	_ func(_ *strings.Reader, offset int64, whence int) (int64, error) = (*strings.Reader).Seek
	_ func(_ *strings.Reader, w io.Writer) (n int64, err error)        = (*strings.Reader).WriteTo
	_ func(_ *strings.Reader, s string)                                = (*strings.Reader).Reset
	_ func(s string, count int) string                                 = strings.Repeat
	_ func(s string, old string, new string, n int) string             = strings.Replace
	_ func(s string, old string, new string) string                    = strings.ReplaceAll
	_ strings.Replacer
	_ func(_ *strings.Replacer, s string) string                          = (*strings.Replacer).Replace
	_ func(_ *strings.Replacer, w io.Writer, s string) (n int, err error) = (*strings.Replacer).WriteString
	_ func(s string, sep string) []string                                 = strings.Split
	_ func(s string, sep string) []string                                 = strings.SplitAfter
	_ func(s string, sep string, n int) []string                          = strings.SplitAfterN
	_ func(s string, sep string, n int) []string                          = strings.SplitN
	_ func(s string) string                                               = strings.Title
	_ func(s string) string                                               = strings.ToLower
	_ func(c unicode.SpecialCase, s string) string                        = strings.ToLowerSpecial
	_ func(s string) string                                               = strings.ToTitle
	_ func(c unicode.SpecialCase, s string) string                        = strings.ToTitleSpecial
	_ func(s string) string                                               = strings.ToUpper
	_ func(c unicode.SpecialCase, s string) string                        = strings.ToUpperSpecial
	_ func(s string, replacement string) string                           = strings.ToValidUTF8
	_ func(s string, cutset string) string                                = strings.Trim
	_ func(s string, f func(rune) bool) string                            = strings.TrimFunc
	_ func(s string, cutset string) string                                = strings.TrimLeft
	_ func(s string, f func(rune) bool) string                            = strings.TrimLeftFunc
	_ func(s string, prefix string) string                                = strings.TrimPrefix
	_ func(s string, cutset string) string                                = strings.TrimRight
	_ func(s string, f func(rune) bool) string                            = strings.TrimRightFunc
	_ func(s string) string                                               = strings.TrimSpace
	_ func(s string, suffix string) string                                = strings.TrimSuffix
	_ func(dst []byte, b bool) []byte                                     = strconv.AppendBool
	_ func(dst []byte, f float64, fmt byte, prec int, bitSize int) []byte = strconv.AppendFloat
	_ func(dst []byte, i int64, base int) []byte                          = strconv.AppendInt
	_ func(dst []byte, s string) []byte                                   = strconv.AppendQuote
	_ func(dst []byte, r rune) []byte                                     = strconv.AppendQuoteRune
	_ func(dst []byte, r rune) []byte                                     = strconv.AppendQuoteRuneToASCII
	_ func(dst []byte, r rune) []byte                                     = strconv.AppendQuoteRuneToGraphic
	_ func(dst []byte, s string) []byte                                   = strconv.AppendQuoteToASCII
	_ func(dst []byte, s string) []byte                                   = strconv.AppendQuoteToGraphic
	_ func(dst []byte, i uint64, base int) []byte                         = strconv.AppendUint
	_ func(s string) (int, error)                                         = strconv.Atoi
	_ func(s string) bool                                                 = strconv.CanBackquote
	_ error                                                               = strconv.ErrRange
	_ error                                                               = strconv.ErrSyntax
	_ func(b bool) string                                                 = strconv.FormatBool
	_ func(c complex128, fmt byte, prec int, bitSize int) string          = strconv.FormatComplex
	_ func(f float64, fmt byte, prec int, bitSize int) string             = strconv.FormatFloat
	_ func(i int64, base int) string                                      = strconv.FormatInt
	_ func(i uint64, base int) string                                     = strconv.FormatUint
	_ func(r rune) bool                                                   = strconv.IsGraphic
	_ func(r rune) bool                                                   = strconv.IsPrint
	_ func(i int) string                                                  = strconv.Itoa
	_ strconv.NumError
	_ func(strconv.NumError) string                                                   = func(x strconv.NumError) string { return x.Func }
	_ func(strconv.NumError) string                                                   = func(x strconv.NumError) string { return x.Num }
	_ func(*strconv.NumError) string                                                  = (*strconv.NumError).Error
	_ func(*strconv.NumError) error                                                   = (*strconv.NumError).Unwrap
	_ func(str string) (bool, error)                                                  = strconv.ParseBool
	_ func(s string, bitSize int) (complex128, error)                                 = strconv.ParseComplex
	_ func(s string, bitSize int) (float64, error)                                    = strconv.ParseFloat
	_ func(s string, base int, bitSize int) (i int64, err error)                      = strconv.ParseInt
	_ func(s string, base int, bitSize int) (uint64, error)                           = strconv.ParseUint
	_ func(s string) string                                                           = strconv.Quote
	_ func(r rune) string                                                             = strconv.QuoteRune
	_ func(r rune) string                                                             = strconv.QuoteRuneToASCII
	_ func(r rune) string                                                             = strconv.QuoteRuneToGraphic
	_ func(s string) string                                                           = strconv.QuoteToASCII
	_ func(s string) string                                                           = strconv.QuoteToGraphic
	_ func(s string) (string, error)                                                  = strconv.QuotedPrefix
	_ func(s string) (string, error)                                                  = strconv.Unquote
	_ func(s string, quote byte) (value rune, multibyte bool, tail string, err error) = strconv.UnquoteChar
	_ bytes.Buffer
	_ func(*bytes.Buffer) []byte                                           = (*bytes.Buffer).Bytes
	_ func(*bytes.Buffer) []byte                                           = (*bytes.Buffer).AvailableBuffer
	_ func(*bytes.Buffer) string                                           = (*bytes.Buffer).String
	_ func(_ *bytes.Buffer, n int) ([]byte, error)                         = (*bytes.Buffer).Peek
	_ func(*bytes.Buffer) int                                              = (*bytes.Buffer).Len
	_ func(*bytes.Buffer) int                                              = (*bytes.Buffer).Cap
	_ func(*bytes.Buffer) int                                              = (*bytes.Buffer).Available
	_ func(_ *bytes.Buffer, n int)                                         = (*bytes.Buffer).Truncate
	_ func(*bytes.Buffer)                                                  = (*bytes.Buffer).Reset
	_ func(_ *bytes.Buffer, n int)                                         = (*bytes.Buffer).Grow
	_ func(_ *bytes.Buffer, p []byte) (n int, err error)                   = (*bytes.Buffer).Write
	_ func(_ *bytes.Buffer, s string) (n int, err error)                   = (*bytes.Buffer).WriteString
	_ func(_ *bytes.Buffer, r io.Reader) (n int64, err error)              = (*bytes.Buffer).ReadFrom
	_ func(_ *bytes.Buffer, w io.Writer) (n int64, err error)              = (*bytes.Buffer).WriteTo
	_ func(_ *bytes.Buffer, c byte) error                                  = (*bytes.Buffer).WriteByte
	_ func(_ *bytes.Buffer, r rune) (n int, err error)                     = (*bytes.Buffer).WriteRune
	_ func(_ *bytes.Buffer, p []byte) (n int, err error)                   = (*bytes.Buffer).Read
	_ func(_ *bytes.Buffer, n int) []byte                                  = (*bytes.Buffer).Next
	_ func(*bytes.Buffer) (byte, error)                                    = (*bytes.Buffer).ReadByte
	_ func(*bytes.Buffer) (r rune, size int, err error)                    = (*bytes.Buffer).ReadRune
	_ func(*bytes.Buffer) error                                            = (*bytes.Buffer).UnreadRune
	_ func(*bytes.Buffer) error                                            = (*bytes.Buffer).UnreadByte
	_ func(_ *bytes.Buffer, delim byte) (line []byte, err error)           = (*bytes.Buffer).ReadBytes
	_ func(_ *bytes.Buffer, delim byte) (line string, err error)           = (*bytes.Buffer).ReadString
	_ func(b []byte) []byte                                                = bytes.Clone
	_ func(a []byte, b []byte) int                                         = bytes.Compare
	_ func(b []byte, subslice []byte) bool                                 = bytes.Contains
	_ func(b []byte, chars string) bool                                    = bytes.ContainsAny
	_ func(b []byte, f func(rune) bool) bool                               = bytes.ContainsFunc
	_ func(b []byte, r rune) bool                                          = bytes.ContainsRune
	_ func(s []byte, sep []byte) int                                       = bytes.Count
	_ func(s []byte, sep []byte) (before []byte, after []byte, found bool) = bytes.Cut
	_ func(s []byte, sep []byte) (before []byte, after []byte, found bool) = bytes.CutLast
	_ func(s []byte, prefix []byte) (after []byte, found bool)             = bytes.CutPrefix
	_ func(s []byte, suffix []byte) (before []byte, found bool)            = bytes.CutSuffix
	_ func(a []byte, b []byte) bool                                        = bytes.Equal
	_ func(s []byte, t []byte) bool                                        = bytes.EqualFold
	_ error                                                                = bytes.ErrTooLarge
	_ func(s []byte) [][]byte                                              = bytes.Fields
	_ func(s []byte, f func(rune) bool) [][]byte                           = bytes.FieldsFunc
	_ func(s []byte, prefix []byte) bool                                   = bytes.HasPrefix
	_ func(s []byte, suffix []byte) bool                                   = bytes.HasSuffix
	_ func(s []byte, sep []byte) int                                       = bytes.Index
	_ func(s []byte, chars string) int                                     = bytes.IndexAny
	_ func(b []byte, c byte) int                                           = bytes.IndexByte
	_ func(s []byte, f func(r rune) bool) int                              = bytes.IndexFunc
	_ func(s []byte, r rune) int                                           = bytes.IndexRune
	_ func(s [][]byte, sep []byte) []byte                                  = bytes.Join
	_ func(s []byte, sep []byte) int                                       = bytes.LastIndex
	_ func(s []byte, chars string) int                                     = bytes.LastIndexAny
	_ func(s []byte, c byte) int                                           = bytes.LastIndexByte
	_ func(s []byte, f func(r rune) bool) int                              = bytes.LastIndexFunc
	_ func(mapping func(r rune) rune, s []byte) []byte                     = bytes.Map
	_ func(buf []byte) *bytes.Buffer                                       = bytes.NewBuffer
	_ func(s string) *bytes.Buffer                                         = bytes.NewBufferString
	_ func(b []byte) *bytes.Reader                                         = bytes.NewReader
	_ bytes.Reader
	_ func(*bytes.Reader) int                                        = (*bytes.Reader).Len
	_ func(*bytes.Reader) int64                                      = (*bytes.Reader).Size
	_ func(_ *bytes.Reader, b []byte) (n int, err error)             = (*bytes.Reader).Read
	_ func(_ *bytes.Reader, b []byte, off int64) (n int, err error)  = (*bytes.Reader).ReadAt
	_ func(*bytes.Reader) (byte, error)                              = (*bytes.Reader).ReadByte
	_ func(*bytes.Reader) error                                      = (*bytes.Reader).UnreadByte
	_ func(*bytes.Reader) (ch rune, size int, err error)             = (*bytes.Reader).ReadRune
	_ func(*bytes.Reader) error                                      = (*bytes.Reader).UnreadRune
	_ func(_ *bytes.Reader, offset int64, whence int) (int64, error) = (*bytes.Reader).Seek
	_ func(_ *bytes.Reader, w io.Writer) (n int64, err error)        = (*bytes.Reader).WriteTo
	_ func(_ *bytes.Reader, b []byte)                                = (*bytes.Reader).Reset
	_ func(b []byte, count int) []byte                               = bytes.Repeat
	_ func(s []byte, old []byte, new []byte, n int) []byte           = bytes.Replace
	_ func(s []byte, old []byte, new []byte) []byte                  = bytes.ReplaceAll
	_ func(s []byte) []rune                                          = bytes.Runes
	_ func(s []byte, sep []byte) [][]byte                            = bytes.Split
	_ func(s []byte, sep []byte) [][]byte                            = bytes.SplitAfter
	_ func(s []byte, sep []byte, n int) [][]byte                     = bytes.SplitAfterN
	_ func(s []byte, sep []byte, n int) [][]byte                     = bytes.SplitN
	_ func(s []byte) []byte                                          = bytes.Title
	_ func(s []byte) []byte                                          = bytes.ToLower
	_ func(c unicode.SpecialCase, s []byte) []byte                   = bytes.ToLowerSpecial
	_ func(s []byte) []byte                                          = bytes.ToTitle
	_ func(c unicode.SpecialCase, s []byte) []byte                   = bytes.ToTitleSpecial
	_ func(s []byte) []byte                                          = bytes.ToUpper
	_ func(c unicode.SpecialCase, s []byte) []byte                   = bytes.ToUpperSpecial
	_ func(s []byte, replacement []byte) []byte                      = bytes.ToValidUTF8
	_ func(s []byte, cutset string) []byte                           = bytes.Trim
	_ func(s []byte, f func(r rune) bool) []byte                     = bytes.TrimFunc
	_ func(s []byte, cutset string) []byte                           = bytes.TrimLeft
	_ func(s []byte, f func(r rune) bool) []byte                     = bytes.TrimLeftFunc
	_ func(s []byte, prefix []byte) []byte                           = bytes.TrimPrefix
	_ func(s []byte, cutset string) []byte                           = bytes.TrimRight
	_ func(s []byte, f func(r rune) bool) []byte                     = bytes.TrimRightFunc
	_ func(s []byte) []byte                                          = bytes.TrimSpace
	_ func(s []byte, suffix []byte) []byte                           = bytes.TrimSuffix
	_ func(p []byte, r rune) []byte                                  = utf8.AppendRune
	_ func(p []byte) (r rune, size int)                              = utf8.DecodeLastRune
	_ func(s string) (r rune, size int)                              = utf8.DecodeLastRuneInString
	_ func(p []byte) (r rune, size int)                              = utf8.DecodeRune
	_ func(s string) (r rune, size int)                              = utf8.DecodeRuneInString
	_ func(p []byte, r rune) int                                     = utf8.EncodeRune
	_ func(p []byte) bool                                            = utf8.FullRune
	_ func(s string) bool                                            = utf8.FullRuneInString
	_ func(p []byte) int                                             = utf8.RuneCount
	_ func(s string) (n int)                                         = utf8.RuneCountInString
	_ func(r rune) int                                               = utf8.RuneLen
	_ func(b byte) bool                                              = utf8.RuneStart
	_ func(p []byte) bool                                            = utf8.Valid
	_ func(r rune) bool                                              = utf8.ValidRune
	_ func(s string) bool                                            = utf8.ValidString
)

func main() {
	fmt.Println("strconv.IntSize", strconv.IntSize)
	fmt.Println("bytes.MinRead", bytes.MinRead)
	fmt.Println("utf8.MaxRune", utf8.MaxRune)
	fmt.Println("utf8.RuneError", utf8.RuneError)
	fmt.Println("utf8.RuneSelf", utf8.RuneSelf)
	fmt.Println("utf8.UTFMax", utf8.UTFMax)
	fmt.Println("all there")
}
