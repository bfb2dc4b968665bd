// Every exported name of os, io, bufio, time, with its type; the constants' values are printed. Made by tools/gen_api.go.
package main

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"
)

var (
	_ []string                                                  = os.Args
	_ func(dir string) error                                    = os.Chdir
	_ func(name string, mode os.FileMode) error                 = os.Chmod
	_ func(name string, uid int, gid int) error                 = os.Chown
	_ func(name string, atime time.Time, mtime time.Time) error = os.Chtimes
	_ func()                                                    = os.Clearenv
	_ func(name string) (*os.File, error)                       = os.Create
	_ func(dir string, pattern string) (*os.File, error)        = os.CreateTemp
	_ *fs.DirEntry                                              = (*os.DirEntry)(nil)
	_ func(dir string) fs.FS                                    = os.DirFS
	_ func() []string                                           = os.Environ
	_ error                                                     = os.ErrClosed
	_ error                                                     = os.ErrDeadlineExceeded
	_ error                                                     = os.ErrExist
	_ error                                                     = os.ErrInvalid
	_ error                                                     = os.ErrNoDeadline
	_ error                                                     = os.ErrNotExist
	_ error                                                     = os.ErrPermission
	_ error                                                     = os.ErrProcessDone
	_ func() (string, error)                                    = os.Executable
	_ func(code int)                                            = os.Exit
	_ func(s string, mapping func(string) string) string        = os.Expand
	_ func(s string) string                                     = os.ExpandEnv
	_ os.File
	_ func(_ *os.File, n int) ([]os.FileInfo, error)                    = (*os.File).Readdir
	_ func(_ *os.File, n int) (names []string, err error)               = (*os.File).Readdirnames
	_ func(_ *os.File, n int) ([]os.DirEntry, error)                    = (*os.File).ReadDir
	_ func(*os.File) string                                             = (*os.File).Name
	_ func(_ *os.File, b []byte) (n int, err error)                     = (*os.File).Read
	_ func(_ *os.File, b []byte, off int64) (n int, err error)          = (*os.File).ReadAt
	_ func(_ *os.File, r io.Reader) (n int64, err error)                = (*os.File).ReadFrom
	_ func(_ *os.File, b []byte) (n int, err error)                     = (*os.File).Write
	_ func(_ *os.File, b []byte, off int64) (n int, err error)          = (*os.File).WriteAt
	_ func(_ *os.File, w io.Writer) (n int64, err error)                = (*os.File).WriteTo
	_ func(_ *os.File, offset int64, whence int) (ret int64, err error) = (*os.File).Seek
	_ func(_ *os.File, s string) (n int, err error)                     = (*os.File).WriteString
	_ func(_ *os.File, mode os.FileMode) error                          = (*os.File).Chmod
	_ func(_ *os.File, t time.Time) error                               = (*os.File).SetDeadline
	_ func(_ *os.File, t time.Time) error                               = (*os.File).SetReadDeadline
	_ func(_ *os.File, t time.Time) error                               = (*os.File).SetWriteDeadline
	_ func(*os.File) uintptr                                            = (*os.File).Fd
	_ func(*os.File) error                                              = (*os.File).Close
	_ func(_ *os.File, uid int, gid int) error                          = (*os.File).Chown
	_ func(_ *os.File, size int64) error                                = (*os.File).Truncate
	_ func(*os.File) error                                              = (*os.File).Sync
	_ func(*os.File) error                                              = (*os.File).Chdir
	_ func(*os.File) (os.FileInfo, error)                               = (*os.File).Stat
	_ *fs.FileInfo                                                      = (*os.FileInfo)(nil)
	_ *fs.FileMode                                                      = (*os.FileMode)(nil)
	_ func(pid int) (*os.Process, error)                                = os.FindProcess
	_ func() int                                                        = os.Getegid
	_ func(key string) string                                           = os.Getenv
	_ func() int                                                        = os.Geteuid
	_ func() int                                                        = os.Getgid
	_ func() int                                                        = os.Getpagesize
	_ func() int                                                        = os.Getpid
	_ func() int                                                        = os.Getppid
	_ func() int                                                        = os.Getuid
	_ func() (dir string, err error)                                    = os.Getwd
	_ func() (name string, err error)                                   = os.Hostname
	_ os.Signal                                                         = os.Interrupt
	_ func(err error) bool                                              = os.IsExist
	_ func(err error) bool                                              = os.IsNotExist
	_ func(c uint8) bool                                                = os.IsPathSeparator
	_ func(err error) bool                                              = os.IsPermission
	_ func(err error) bool                                              = os.IsTimeout
	_ os.Signal                                                         = os.Kill
	_ func(name string, uid int, gid int) error                         = os.Lchown
	_ func(oldname string, newname string) error                        = os.Link
	_ os.LinkError
	_ func(os.LinkError) string                                       = func(x os.LinkError) string { return x.Op }
	_ func(os.LinkError) string                                       = func(x os.LinkError) string { return x.Old }
	_ func(os.LinkError) string                                       = func(x os.LinkError) string { return x.New }
	_ func(*os.LinkError) string                                      = (*os.LinkError).Error
	_ func(*os.LinkError) error                                       = (*os.LinkError).Unwrap
	_ func(key string) (string, bool)                                 = os.LookupEnv
	_ func(name string) (os.FileInfo, error)                          = os.Lstat
	_ func(name string, perm os.FileMode) error                       = os.Mkdir
	_ func(path string, perm os.FileMode) error                       = os.MkdirAll
	_ func(dir string, pattern string) (string, error)                = os.MkdirTemp
	_ func(fd uintptr, name string) *os.File                          = os.NewFile
	_ func(syscall string, err error) error                           = os.NewSyscallError
	_ func(name string) (*os.File, error)                             = os.Open
	_ func(name string, flag int, perm os.FileMode) (*os.File, error) = os.OpenFile
	_ *fs.PathError                                                   = (*os.PathError)(nil)
	_ func() (r *os.File, w *os.File, err error)                      = os.Pipe
	_ os.Process
	_ func(os.Process) int                        = func(x os.Process) int { return x.Pid }
	_ func(*os.Process) error                     = (*os.Process).Release
	_ func(*os.Process) error                     = (*os.Process).Kill
	_ func(_ *os.Process, sig os.Signal) error    = (*os.Process).Signal
	_ func(name string) ([]os.DirEntry, error)    = os.ReadDir
	_ func(name string) ([]byte, error)           = os.ReadFile
	_ func(name string) (string, error)           = os.Readlink
	_ func(name string) error                     = os.Remove
	_ func(path string) error                     = os.RemoveAll
	_ func(oldpath string, newpath string) error  = os.Rename
	_ func(fi1 os.FileInfo, fi2 os.FileInfo) bool = os.SameFile
	_ func(key string, value string) error        = os.Setenv
	_ *interface {
		Signal()
		String() string
	} = (*interface {
		Signal()
		String() string
	})((*os.Signal)(nil))
	_ func(name string) (os.FileInfo, error)     = os.Stat
	_ *os.File                                   = os.Stderr
	_ *os.File                                   = os.Stdin
	_ *os.File                                   = os.Stdout
	_ func(oldname string, newname string) error = os.Symlink
	_ os.SyscallError
	_ func(os.SyscallError) string                           = func(x os.SyscallError) string { return x.Syscall }
	_ func(*os.SyscallError) string                          = (*os.SyscallError).Error
	_ func(*os.SyscallError) error                           = (*os.SyscallError).Unwrap
	_ func(*os.SyscallError) bool                            = (*os.SyscallError).Timeout
	_ func() string                                          = os.TempDir
	_ func(name string, size int64) error                    = os.Truncate
	_ func(key string) error                                 = os.Unsetenv
	_ func() (string, error)                                 = os.UserCacheDir
	_ func() (string, error)                                 = os.UserConfigDir
	_ func() (string, error)                                 = os.UserHomeDir
	_ func(name string, data []byte, perm os.FileMode) error = os.WriteFile
	_ *interface{ ReadByte() (byte, error) }                 = (*interface{ ReadByte() (byte, error) })((*io.ByteReader)(nil))
	_ *interface {
		UnreadByte() error
		io.ByteReader
	} = (*interface {
		UnreadByte() error
		io.ByteReader
	})((*io.ByteScanner)(nil))
	_ *interface{ WriteByte(c byte) error }                                     = (*interface{ WriteByte(c byte) error })((*io.ByteWriter)(nil))
	_ *interface{ Close() error }                                               = (*interface{ Close() error })((*io.Closer)(nil))
	_ func(dst io.Writer, src io.Reader) (written int64, err error)             = io.Copy
	_ func(dst io.Writer, src io.Reader, buf []byte) (written int64, err error) = io.CopyBuffer
	_ func(dst io.Writer, src io.Reader, n int64) (written int64, err error)    = io.CopyN
	_ io.Writer                                                                 = io.Discard
	_ error                                                                     = io.EOF
	_ error                                                                     = io.ErrClosedPipe
	_ error                                                                     = io.ErrNoProgress
	_ error                                                                     = io.ErrShortBuffer
	_ error                                                                     = io.ErrShortWrite
	_ error                                                                     = io.ErrUnexpectedEOF
	_ func(r io.Reader, n int64) io.Reader                                      = io.LimitReader
	_ io.LimitedReader
	_ func(io.LimitedReader) io.Reader                          = func(x io.LimitedReader) io.Reader { return x.R }
	_ func(io.LimitedReader) int64                              = func(x io.LimitedReader) int64 { return x.N }
	_ func(_ *io.LimitedReader, p []byte) (n int, err error)    = (*io.LimitedReader).Read
	_ func(readers ...io.Reader) io.Reader                      = io.MultiReader
	_ func(writers ...io.Writer) io.Writer                      = io.MultiWriter
	_ func(w io.WriterAt, off int64) *io.OffsetWriter           = io.NewOffsetWriter
	_ func(r io.ReaderAt, off int64, n int64) *io.SectionReader = io.NewSectionReader
	_ func(r io.Reader) io.ReadCloser                           = io.NopCloser
	_ io.OffsetWriter
	_ func(_ *io.OffsetWriter, p []byte) (n int, err error)             = (*io.OffsetWriter).Write
	_ func(_ *io.OffsetWriter, p []byte, off int64) (n int, err error)  = (*io.OffsetWriter).WriteAt
	_ func(_ *io.OffsetWriter, offset int64, whence int) (int64, error) = (*io.OffsetWriter).Seek
	_ func() (*io.PipeReader, *io.PipeWriter)                           = io.Pipe
	_ io.PipeReader
	_ func(_ *io.PipeReader, data []byte) (n int, err error) = (*io.PipeReader).Read
	_ func(*io.PipeReader) error                             = (*io.PipeReader).Close
	_ func(_ *io.PipeReader, err error) error                = (*io.PipeReader).CloseWithError
	_ io.PipeWriter
	_ func(_ *io.PipeWriter, data []byte) (n int, err error)    = (*io.PipeWriter).Write
	_ func(*io.PipeWriter) error                                = (*io.PipeWriter).Close
	_ func(_ *io.PipeWriter, err error) error                   = (*io.PipeWriter).CloseWithError
	_ func(r io.Reader) ([]byte, error)                         = io.ReadAll
	_ func(r io.Reader, buf []byte, min int) (n int, err error) = io.ReadAtLeast
	_ *interface {
		io.Reader
		io.Closer
	} = (*interface {
		io.Reader
		io.Closer
	})((*io.ReadCloser)(nil))
	_ func(r io.Reader, buf []byte) (n int, err error) = io.ReadFull
	_ *interface {
		io.Reader
		io.Seeker
		io.Closer
	} = (*interface {
		io.Reader
		io.Seeker
		io.Closer
	})((*io.ReadSeekCloser)(nil))
	_ *interface {
		io.Reader
		io.Seeker
	} = (*interface {
		io.Reader
		io.Seeker
	})((*io.ReadSeeker)(nil))
	_ *interface {
		io.Reader
		io.Writer
		io.Closer
	} = (*interface {
		io.Reader
		io.Writer
		io.Closer
	})((*io.ReadWriteCloser)(nil))
	_ *interface {
		io.Reader
		io.Writer
		io.Seeker
	} = (*interface {
		io.Reader
		io.Writer
		io.Seeker
	})((*io.ReadWriteSeeker)(nil))
	_ *interface {
		io.Reader
		io.Writer
	} = (*interface {
		io.Reader
		io.Writer
	})((*io.ReadWriter)(nil))
	_ *interface {
		Read(p []byte) (n int, err error)
	} = (*interface {
		Read(p []byte) (n int, err error)
	})((*io.Reader)(nil))
	_ *interface {
		ReadAt(p []byte, off int64) (n int, err error)
	} = (*interface {
		ReadAt(p []byte, off int64) (n int, err error)
	})((*io.ReaderAt)(nil))
	_ *interface {
		ReadFrom(r io.Reader) (n int64, err error)
	} = (*interface {
		ReadFrom(r io.Reader) (n int64, err error)
	})((*io.ReaderFrom)(nil))
	_ *interface {
		ReadRune() (r rune, size int, err error)
	} = (*interface {
		ReadRune() (r rune, size int, err error)
	})((*io.RuneReader)(nil))
	_ *interface {
		UnreadRune() error
		io.RuneReader
	} = (*interface {
		UnreadRune() error
		io.RuneReader
	})((*io.RuneScanner)(nil))
	_ io.SectionReader
	_ func(_ *io.SectionReader, p []byte) (n int, err error)             = (*io.SectionReader).Read
	_ func(_ *io.SectionReader, offset int64, whence int) (int64, error) = (*io.SectionReader).Seek
	_ func(_ *io.SectionReader, p []byte, off int64) (n int, err error)  = (*io.SectionReader).ReadAt
	_ func(*io.SectionReader) int64                                      = (*io.SectionReader).Size
	_ func(*io.SectionReader) (r io.ReaderAt, off int64, n int64)        = (*io.SectionReader).Outer
	_ *interface {
		Seek(offset int64, whence int) (int64, error)
	} = (*interface {
		Seek(offset int64, whence int) (int64, error)
	})((*io.Seeker)(nil))
	_ *interface {
		WriteString(s string) (n int, err error)
	} = (*interface {
		WriteString(s string) (n int, err error)
	})((*io.StringWriter)(nil))
	_ func(r io.Reader, w io.Writer) io.Reader = io.TeeReader
	_ *interface {
		io.Writer
		io.Closer
	} = (*interface {
		io.Writer
		io.Closer
	})((*io.WriteCloser)(nil))
	_ *interface {
		io.Writer
		io.Seeker
	} = (*interface {
		io.Writer
		io.Seeker
	})((*io.WriteSeeker)(nil))
	_ func(w io.Writer, s string) (n int, err error) = io.WriteString
	_ *interface {
		Write(p []byte) (n int, err error)
	} = (*interface {
		Write(p []byte) (n int, err error)
	})((*io.Writer)(nil))
	_ *interface {
		WriteAt(p []byte, off int64) (n int, err error)
	} = (*interface {
		WriteAt(p []byte, off int64) (n int, err error)
	})((*io.WriterAt)(nil))
	_ *interface {
		WriteTo(w io.Writer) (n int64, err error)
	} = (*interface {
		WriteTo(w io.Writer) (n int64, err error)
	})((*io.WriterTo)(nil))
	_ error                                                    = bufio.ErrAdvanceTooFar
	_ error                                                    = bufio.ErrBadReadCount
	_ error                                                    = bufio.ErrBufferFull
	_ error                                                    = bufio.ErrFinalToken
	_ error                                                    = bufio.ErrInvalidUnreadByte
	_ error                                                    = bufio.ErrInvalidUnreadRune
	_ error                                                    = bufio.ErrNegativeAdvance
	_ error                                                    = bufio.ErrNegativeCount
	_ error                                                    = bufio.ErrTooLong
	_ func(r *bufio.Reader, w *bufio.Writer) *bufio.ReadWriter = bufio.NewReadWriter
	_ func(rd io.Reader) *bufio.Reader                         = bufio.NewReader
	_ func(rd io.Reader, size int) *bufio.Reader               = bufio.NewReaderSize
	_ func(r io.Reader) *bufio.Scanner                         = bufio.NewScanner
	_ func(w io.Writer) *bufio.Writer                          = bufio.NewWriter
	_ func(w io.Writer, size int) *bufio.Writer                = bufio.NewWriterSize
	_ bufio.ReadWriter
	_ func(bufio.ReadWriter) *bufio.Reader = func(x bufio.ReadWriter) *bufio.Reader { return x.Reader }
	_ func(bufio.ReadWriter) *bufio.Writer = func(x bufio.ReadWriter) *bufio.Writer { return x.Writer }
	_ bufio.Reader
	_ func(*bufio.Reader) int                                              = (*bufio.Reader).Size
	_ func(_ *bufio.Reader, r io.Reader)                                   = (*bufio.Reader).Reset
	_ func(_ *bufio.Reader, n int) ([]byte, error)                         = (*bufio.Reader).Peek
	_ func(_ *bufio.Reader, n int) (discarded int, err error)              = (*bufio.Reader).Discard
	_ func(_ *bufio.Reader, p []byte) (n int, err error)                   = (*bufio.Reader).Read
	_ func(*bufio.Reader) (byte, error)                                    = (*bufio.Reader).ReadByte
	_ func(*bufio.Reader) error                                            = (*bufio.Reader).UnreadByte
	_ func(*bufio.Reader) (r rune, size int, err error)                    = (*bufio.Reader).ReadRune
	_ func(*bufio.Reader) error                                            = (*bufio.Reader).UnreadRune
	_ func(*bufio.Reader) int                                              = (*bufio.Reader).Buffered
	_ func(_ *bufio.Reader, delim byte) (line []byte, err error)           = (*bufio.Reader).ReadSlice
	_ func(*bufio.Reader) (line []byte, isPrefix bool, err error)          = (*bufio.Reader).ReadLine
	_ func(_ *bufio.Reader, delim byte) ([]byte, error)                    = (*bufio.Reader).ReadBytes
	_ func(_ *bufio.Reader, delim byte) (string, error)                    = (*bufio.Reader).ReadString
	_ func(_ *bufio.Reader, w io.Writer) (n int64, err error)              = (*bufio.Reader).WriteTo
	_ func(data []byte, atEOF bool) (advance int, token []byte, err error) = bufio.ScanBytes
	_ func(data []byte, atEOF bool) (advance int, token []byte, err error) = bufio.ScanLines
	_ func(data []byte, atEOF bool) (advance int, token []byte, err error) = bufio.ScanRunes
	_ func(data []byte, atEOF bool) (advance int, token []byte, err error) = bufio.ScanWords
	_ bufio.Scanner
	_ func(*bufio.Scanner) error                                            = (*bufio.Scanner).Err
	_ func(*bufio.Scanner) []byte                                           = (*bufio.Scanner).Bytes
	_ func(*bufio.Scanner) string                                           = (*bufio.Scanner).Text
	_ func(*bufio.Scanner) bool                                             = (*bufio.Scanner).Scan
	_ func(_ *bufio.Scanner, buf []byte, max int)                           = (*bufio.Scanner).Buffer
	_ func(_ *bufio.Scanner, split bufio.SplitFunc)                         = (*bufio.Scanner).Split
	_ *func(data []byte, atEOF bool) (advance int, token []byte, err error) = (*func(data []byte, atEOF bool) (advance int, token []byte, err error))((*bufio.SplitFunc)(nil))
	_ bufio.Writer
	_ func(*bufio.Writer) int                                                                                       = (*bufio.Writer).Size
	_ func(_ *bufio.Writer, w io.Writer)                                                                            = (*bufio.Writer).Reset
	_ func(*bufio.Writer) error                                                                                     = (*bufio.Writer).Flush
	_ func(*bufio.Writer) int                                                                                       = (*bufio.Writer).Available
	_ func(*bufio.Writer) []byte                                                                                    = (*bufio.Writer).AvailableBuffer
	_ func(*bufio.Writer) int                                                                                       = (*bufio.Writer).Buffered
	_ func(_ *bufio.Writer, p []byte) (nn int, err error)                                                           = (*bufio.Writer).Write
	_ func(_ *bufio.Writer, c byte) error                                                                           = (*bufio.Writer).WriteByte
	_ func(_ *bufio.Writer, r rune) (size int, err error)                                                           = (*bufio.Writer).WriteRune
	_ func(_ *bufio.Writer, s string) (int, error)                                                                  = (*bufio.Writer).WriteString
	_ func(_ *bufio.Writer, r io.Reader) (n int64, err error)                                                       = (*bufio.Writer).ReadFrom
	_ func(d time.Duration) <-chan time.Time                                                                        = time.After
	_ func(d time.Duration, f func()) *time.Timer                                                                   = time.AfterFunc
	_ func(year int, month time.Month, day int, hour int, min int, sec int, nsec int, loc *time.Location) time.Time = time.Date
	_ *int64                                                                                                        = (*int64)((*time.Duration)(nil))
	_ func(time.Duration) string                                                                                    = time.Duration.String
	_ func(time.Duration) int64                                                                                     = time.Duration.Nanoseconds
	_ func(time.Duration) int64                                                                                     = time.Duration.Microseconds
	_ func(time.Duration) int64                                                                                     = time.Duration.Milliseconds
	_ func(time.Duration) float64                                                                                   = time.Duration.Seconds
	_ func(time.Duration) float64                                                                                   = time.Duration.Minutes
	_ func(time.Duration) float64                                                                                   = time.Duration.Hours
	_ func(_ time.Duration, m time.Duration) time.Duration                                                          = time.Duration.Truncate
	_ func(_ time.Duration, m time.Duration) time.Duration                                                          = time.Duration.Round
	_ func(time.Duration) time.Duration                                                                             = time.Duration.Abs
	_ func(name string, offset int) *time.Location                                                                  = time.FixedZone
	_ func(name string) (*time.Location, error)                                                                     = time.LoadLocation
	_ func(name string, data []byte) (*time.Location, error)                                                        = time.LoadLocationFromTZData
	_ *time.Location                                                                                                = time.Local
	_ time.Location
	_ func(*time.Location) string                          = (*time.Location).String
	_ *int                                                 = (*int)((*time.Month)(nil))
	_ func(time.Month) string                              = time.Month.String
	_ func(d time.Duration) *time.Ticker                   = time.NewTicker
	_ func(d time.Duration) *time.Timer                    = time.NewTimer
	_ func() time.Time                                     = time.Now
	_ func(layout string, value string) (time.Time, error) = time.Parse
	_ func(s string) (time.Duration, error)                = time.ParseDuration
	_ time.ParseError
	_ func(time.ParseError) string                                             = func(x time.ParseError) string { return x.Layout }
	_ func(time.ParseError) string                                             = func(x time.ParseError) string { return x.Value }
	_ func(time.ParseError) string                                             = func(x time.ParseError) string { return x.LayoutElem }
	_ func(time.ParseError) string                                             = func(x time.ParseError) string { return x.ValueElem }
	_ func(time.ParseError) string                                             = func(x time.ParseError) string { return x.Message }
	_ func(*time.ParseError) string                                            = (*time.ParseError).Error
	_ func(layout string, value string, loc *time.Location) (time.Time, error) = time.ParseInLocation
	_ func(t time.Time) time.Duration                                          = time.Since
	_ func(d time.Duration)                                                    = time.Sleep
	_ func(d time.Duration) <-chan time.Time                                   = time.Tick
	_ time.Ticker
	_ func(time.Ticker) <-chan time.Time    = func(x time.Ticker) <-chan time.Time { return x.C }
	_ func(*time.Ticker)                    = (*time.Ticker).Stop
	_ func(_ *time.Ticker, d time.Duration) = (*time.Ticker).Reset
	_ time.Time
	_ func(time.Time) string                                       = time.Time.String
	_ func(time.Time) string                                       = time.Time.GoString
	_ func(_ time.Time, layout string) string                      = time.Time.Format
	_ func(_ time.Time, b []byte, layout string) []byte            = time.Time.AppendFormat
	_ func(time.Time) bool                                         = time.Time.IsZero
	_ func(_ time.Time, u time.Time) bool                          = time.Time.After
	_ func(_ time.Time, u time.Time) bool                          = time.Time.Before
	_ func(_ time.Time, u time.Time) int                           = time.Time.Compare
	_ func(_ time.Time, u time.Time) bool                          = time.Time.Equal
	_ func(time.Time) (year int, month time.Month, day int)        = time.Time.Date
	_ func(time.Time) int                                          = time.Time.Year
	_ func(time.Time) time.Month                                   = time.Time.Month
	_ func(time.Time) int                                          = time.Time.Day
	_ func(time.Time) time.Weekday                                 = time.Time.Weekday
	_ func(time.Time) (year int, week int)                         = time.Time.ISOWeek
	_ func(time.Time) (hour int, min int, sec int)                 = time.Time.Clock
	_ func(time.Time) int                                          = time.Time.Hour
	_ func(time.Time) int                                          = time.Time.Minute
	_ func(time.Time) int                                          = time.Time.Second
	_ func(time.Time) int                                          = time.Time.Nanosecond
	_ func(time.Time) int                                          = time.Time.YearDay
	_ func(_ time.Time, d time.Duration) time.Time                 = time.Time.Add
	_ func(_ time.Time, u time.Time) time.Duration                 = time.Time.Sub
	_ func(_ time.Time, years int, months int, days int) time.Time = time.Time.AddDate
	_ func(time.Time) time.Time                                    = time.Time.UTC
	_ func(time.Time) time.Time                                    = time.Time.Local
	_ func(_ time.Time, loc *time.Location) time.Time              = time.Time.In
	_ func(time.Time) *time.Location                               = time.Time.Location
	_ func(time.Time) (name string, offset int)                    = time.Time.Zone
	_ func(time.Time) (start time.Time, end time.Time)             = time.Time.ZoneBounds
	_ func(time.Time) int64                                        = time.Time.Unix
	_ func(time.Time) int64                                        = time.Time.UnixMilli
	_ func(time.Time) int64                                        = time.Time.UnixMicro
	_ func(time.Time) int64                                        = time.Time.UnixNano
	_ func(_ time.Time, b []byte) ([]byte, error)                  = time.Time.AppendBinary
	_ func(time.Time) ([]byte, error)                              = time.Time.MarshalBinary
	_ func(_ *time.Time, data []byte) error                        = (*time.Time).UnmarshalBinary
	_ func(time.Time) ([]byte, error)                              = time.Time.GobEncode
	_ func(_ *time.Time, data []byte) error                        = (*time.Time).GobDecode
	_ func(time.Time) ([]byte, error)                              = time.Time.MarshalJSON
	_ func(_ *time.Time, data []byte) error                        = (*time.Time).UnmarshalJSON
	_ func(_ time.Time, b []byte) ([]byte, error)                  = time.Time.AppendText
	_ func(time.Time) ([]byte, error)                              = time.Time.MarshalText
	_ func(_ *time.Time, data []byte) error                        = (*time.Time).UnmarshalText
	_ func(time.Time) bool                                         = time.Time.IsDST
	_ func(_ time.Time, d time.Duration) time.Time                 = time.Time.Truncate
	_ func(_ time.Time, d time.Duration) time.Time                 = time.Time.Round
	_ time.Timer
	_ func(time.Timer) <-chan time.Time         = func(x time.Timer) <-chan time.Time { return x.C }
	_ func(*time.Timer) bool                    = (*time.Timer).Stop
	_ func(_ *time.Timer, d time.Duration) bool = (*time.Timer).Reset
	_ *time.Location                            = time.UTC
	_ func(sec int64, nsec int64) time.Time     = time.Unix
	_ func(usec int64) time.Time                = time.UnixMicro
	_ func(msec int64) time.Time                = time.UnixMilli
	_ func(t time.Time) time.Duration           = time.Until
	_ *int                                      = (*int)((*time.Weekday)(nil))
	_ func(time.Weekday) string                 = time.Weekday.String
)

func main() {
	fmt.Println("os.DevNull", os.DevNull)
	fmt.Println("os.ModeAppend", os.ModeAppend)
	fmt.Println("os.ModeCharDevice", os.ModeCharDevice)
	fmt.Println("os.ModeDevice", os.ModeDevice)
	fmt.Println("os.ModeDir", os.ModeDir)
	fmt.Println("os.ModeExclusive", os.ModeExclusive)
	fmt.Println("os.ModeIrregular", os.ModeIrregular)
	fmt.Println("os.ModeNamedPipe", os.ModeNamedPipe)
	fmt.Println("os.ModePerm", os.ModePerm)
	fmt.Println("os.ModeSetgid", os.ModeSetgid)
	fmt.Println("os.ModeSetuid", os.ModeSetuid)
	fmt.Println("os.ModeSocket", os.ModeSocket)
	fmt.Println("os.ModeSticky", os.ModeSticky)
	fmt.Println("os.ModeSymlink", os.ModeSymlink)
	fmt.Println("os.ModeTemporary", os.ModeTemporary)
	fmt.Println("os.ModeType", os.ModeType)
	fmt.Println("os.O_APPEND", os.O_APPEND)
	fmt.Println("os.O_CREATE", os.O_CREATE)
	fmt.Println("os.O_EXCL", os.O_EXCL)
	fmt.Println("os.O_RDONLY", os.O_RDONLY)
	fmt.Println("os.O_RDWR", os.O_RDWR)
	fmt.Println("os.O_SYNC", os.O_SYNC)
	fmt.Println("os.O_TRUNC", os.O_TRUNC)
	fmt.Println("os.O_WRONLY", os.O_WRONLY)
	fmt.Println("os.PathListSeparator", os.PathListSeparator)
	fmt.Println("os.PathSeparator", os.PathSeparator)
	fmt.Println("os.SEEK_CUR", os.SEEK_CUR)
	fmt.Println("os.SEEK_END", os.SEEK_END)
	fmt.Println("os.SEEK_SET", os.SEEK_SET)
	fmt.Println("io.SeekCurrent", io.SeekCurrent)
	fmt.Println("io.SeekEnd", io.SeekEnd)
	fmt.Println("io.SeekStart", io.SeekStart)
	fmt.Println("bufio.MaxScanTokenSize", bufio.MaxScanTokenSize)
	fmt.Println("time.ANSIC", time.ANSIC)
	fmt.Println("time.April", time.April)
	fmt.Println("time.August", time.August)
	fmt.Println("time.DateOnly", time.DateOnly)
	fmt.Println("time.DateTime", time.DateTime)
	fmt.Println("time.December", time.December)
	fmt.Println("time.February", time.February)
	fmt.Println("time.Friday", time.Friday)
	fmt.Println("time.Hour", time.Hour)
	fmt.Println("time.January", time.January)
	fmt.Println("time.July", time.July)
	fmt.Println("time.June", time.June)
	fmt.Println("time.Kitchen", time.Kitchen)
	fmt.Println("time.Layout", time.Layout)
	fmt.Println("time.March", time.March)
	fmt.Println("time.May", time.May)
	fmt.Println("time.Microsecond", time.Microsecond)
	fmt.Println("time.Millisecond", time.Millisecond)
	fmt.Println("time.Minute", time.Minute)
	fmt.Println("time.Monday", time.Monday)
	fmt.Println("time.Nanosecond", time.Nanosecond)
	fmt.Println("time.November", time.November)
	fmt.Println("time.October", time.October)
	fmt.Println("time.RFC1123", time.RFC1123)
	fmt.Println("time.RFC1123Z", time.RFC1123Z)
	fmt.Println("time.RFC3339", time.RFC3339)
	fmt.Println("time.RFC3339Nano", time.RFC3339Nano)
	fmt.Println("time.RFC822", time.RFC822)
	fmt.Println("time.RFC822Z", time.RFC822Z)
	fmt.Println("time.RFC850", time.RFC850)
	fmt.Println("time.RubyDate", time.RubyDate)
	fmt.Println("time.Saturday", time.Saturday)
	fmt.Println("time.Second", time.Second)
	fmt.Println("time.September", time.September)
	fmt.Println("time.Stamp", time.Stamp)
	fmt.Println("time.StampMicro", time.StampMicro)
	fmt.Println("time.StampMilli", time.StampMilli)
	fmt.Println("time.StampNano", time.StampNano)
	fmt.Println("time.Sunday", time.Sunday)
	fmt.Println("time.Thursday", time.Thursday)
	fmt.Println("time.TimeOnly", time.TimeOnly)
	fmt.Println("time.Tuesday", time.Tuesday)
	fmt.Println("time.UnixDate", time.UnixDate)
	fmt.Println("time.Wednesday", time.Wednesday)
	fmt.Println("all there")
}
