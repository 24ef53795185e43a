package main

import (
	"context"
	"io"
)

// interruptible is r until ctx ends. A read of a terminal or a pipe has no
// other end than its next byte, which may never come.
func interruptible(ctx context.Context, r io.Reader) io.Reader {
	out, in := io.Pipe()
	stop := context.AfterFunc(ctx, func() { in.CloseWithError(context.Cause(ctx)) })
	go func() {
		defer stop()
		_, err := io.Copy(in, r)
		in.CloseWithError(err)
	}()
	return out
}
