package store

import (
	"fmt"

	"github.com/klauspost/compress/zstd"
)

// maxUnpacked bounds what a damaged blob may unpack to, in bytes.
const maxUnpacked = 1 << 30

// Both are safe to use at once and never change.
var (
	packer   = must(zstd.NewWriter(nil, zstd.WithEncoderConcurrency(2), zstd.WithWindowSize(1<<20)))
	unpacker = must(zstd.NewReader(nil, zstd.WithDecoderConcurrency(2), zstd.WithDecoderMaxMemory(maxUnpacked)))
)

// must is for constructors that fail only on wrong options.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// pack compresses b as one Zstandard frame (RFC 8878).
func pack(b []byte) []byte { return packer.EncodeAll(b, nil) }

// unpack is the inverse of pack.
func unpack(b []byte) ([]byte, error) {
	plain, err := unpacker.DecodeAll(b, nil)
	if err != nil {
		return nil, fmt.Errorf("%w: a compressed part cannot be read (%w)", ErrDamaged, err)
	}
	return plain, nil
}
