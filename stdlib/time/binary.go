package time

import "errors"

// The binary form, big-endian: a version, the seconds since year 1 in 8 bytes, the nanoseconds in 4, the zone's offset in minutes in 2
// (-1: UTC); version 2 has another byte with the seconds of the offset.
const (
	binaryVersion        = 1
	binarySecondsVersion = 2
	binaryLen            = 1 + 8 + 4 + 2
)

// MarshalBinary writes t in a binary form; the location as its offset alone.
func (t Time) MarshalBinary() ([]byte, error) {
	b, err := t.AppendBinary(make([]byte, 0, binaryLen+1))
	if err != nil {
		return nil, err
	}
	return b, nil
}

// AppendBinary appends what MarshalBinary returns.
func (t Time) AppendBinary(b []byte) ([]byte, error) {
	minutes, seconds := -1, 0
	if t.Location() != UTC {
		_, offset := t.Zone()
		minutes, seconds = offset/60, offset%60
		if minutes == -1 || minutes != int(int16(minutes)) {
			return b, errors.New("Time.MarshalBinary: unexpected zone offset")
		}
	}
	version := byte(binaryVersion)
	if seconds != 0 {
		version = binarySecondsVersion
	}
	b = append(b, version)
	b = appendBigEndian(b, t.sec(), 8)
	b = appendBigEndian(b, int64(t.Nanosecond()), 4)
	b = appendBigEndian(b, int64(minutes), 2)
	if seconds != 0 {
		b = append(b, byte(seconds))
	}
	return b, nil
}

// UnmarshalBinary reads what MarshalBinary writes.
func (t *Time) UnmarshalBinary(data []byte) error {
	if len(data) == 0 {
		return errors.New("Time.UnmarshalBinary: no data")
	}
	version := data[0]
	if version != binaryVersion && version != binarySecondsVersion {
		return errors.New("Time.UnmarshalBinary: unsupported version")
	}
	if len(data) != binaryLen+int(version)-binaryVersion {
		return errors.New("Time.UnmarshalBinary: invalid length")
	}
	offset := int(int16(bigEndian(data[13:15]))) * 60
	if version == binarySecondsVersion {
		offset += int(int8(data[15]))
	}
	*t = Time{wall: uint64(bigEndian(data[9:13])), ext: bigEndian(data[1:9])}
	if offset == -1*60 {
		return nil
	}
	if _, here, _, _, _ := Local.lookup(t.unixSec()); here == offset {
		t.setLoc(Local)
	} else {
		t.setLoc(FixedZone("", offset))
	}
	return nil
}

// GobEncode is MarshalBinary for encoding/gob.
func (t Time) GobEncode() ([]byte, error) { return t.MarshalBinary() }

// GobDecode is UnmarshalBinary for encoding/gob.
func (t *Time) GobDecode(data []byte) error { return t.UnmarshalBinary(data) }

func appendBigEndian(b []byte, v int64, n int) []byte {
	for n--; n >= 0; n-- {
		b = append(b, byte(v>>(8*n)))
	}
	return b
}
