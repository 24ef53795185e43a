package main

import (
	"context"
	"iter"
	"runtime"
)

// inOrder is f of every input, worked on by as many workers as there are
// cores, in the order of the inputs. It ends early when ctx does.
func inOrder[In, Out any](ctx context.Context, inputs iter.Seq[In], f func(In) Out) iter.Seq[Out] {
	return func(yield func(Out) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		results := begin(ctx, inputs, f)
		for {
			select {
			case result, more := <-results:
				if !more || !yield(<-result) {
					return
				}
			case <-ctx.Done():
				return // the next input may be waited for, and never come
			}
		}
	}
}

// begin starts f on every input, on so many at a time as there are cores. The
// channels it gives, in the order of the inputs, each bring one result.
func begin[In, Out any](ctx context.Context, inputs iter.Seq[In], f func(In) Out) <-chan chan Out {
	cores := runtime.GOMAXPROCS(0)
	free := make(chan struct{}, cores)
	results := make(chan chan Out, 4*cores) // one slow document does not stop the others
	go func() {
		defer close(results)
		for input := range inputs {
			result := make(chan Out, 1)
			select {
			case results <- result:
			case <-ctx.Done():
				return
			}
			free <- struct{}{}
			go func() {
				defer func() { <-free }()
				result <- f(input)
			}()
		}
	}()
	return results
}
