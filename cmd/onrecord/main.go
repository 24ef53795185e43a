// Command onrecord keeps what was said on record: it reads news articles into
// an archive, finds who said what in them, and shows it all in the browser.
//
// It exits with 0 when it is done, 1 when something failed, which it says on
// standard error in a line a person understands, and 2 when it was called
// wrongly.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"
)

// The exit codes.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// errTold is the error of a command that has already told the user what
// failed, item by item.
var errTold = errors.New("some items failed")

// A program is the command line: what every command takes, and the commands.
type program struct {
	Archive string `type:"path" placeholder:"FILE" help:"The archive to work on; by default the one in your data folder."`

	Open    openCommand    `cmd:"" default:"withargs" help:"Open the archive in the browser (the default)."`
	Import  importCommand  `cmd:"" help:"Add files, folders and pages to the archive."`
	Extract extractCommand `cmd:"" help:"Print the facts in documents as JSON; no archive is touched."`
	Search  searchCommand  `cmd:"" help:"Search the archive."`
	Export  exportCommand  `cmd:"" help:"Write what is in the archive out."`
	Backup  backupCommand  `cmd:"" help:"Write a verified copy of the archive."`
	Restore restoreCommand `cmd:"" help:"Put a backup in the archive's place."`
	Check   checkCommand   `cmd:"" help:"Prove the archive whole: hashes, keys, search index, journal."`
	Version versionCommand `cmd:"" help:"Print the version of the program and of what it is made of."`
}

// A console is where a command reads and writes.
type console struct {
	in       io.Reader
	out, err io.Writer
}

// say writes one line to standard output.
func (c *console) say(format string, args ...any) { fmt.Fprintf(c.out, format+"\n", args...) }

// tell writes one line to standard error.
func (c *console) tell(format string, args ...any) {
	fmt.Fprintln(c.err, "onrecord: "+visible(fmt.Sprintf(format, args...)))
}

func main() {
	quietBrowser()
	ctx, stop := signal.NotifyContext(context.Background(), endings()...)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// endings are the signals that end the program cleanly: Ctrl-C, the system's,
// and the closing of the terminal unless the user asked to outlive it.
func endings() []os.Signal {
	if signal.Ignored(syscall.SIGHUP) {
		return []os.Signal{os.Interrupt, syscall.SIGTERM}
	}
	return []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}
}

// run is the whole program: it reads the command line, runs the command and
// gives the exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	con := &console{in: stdin, out: stdout, err: stderr}
	var p program
	helped := false
	parser := kong.Must(&p,
		kong.Name("onrecord"),
		kong.Description("Who said what, on whose word, when and where: read out of news articles, kept and searched on your own machine."),
		kong.Writers(stdout, stderr),
		kong.Exit(func(int) { helped = true }),
		kong.BindTo(ctx, (*context.Context)(nil)),
		kong.Bind(con, &p),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
	)
	command, err := parser.Parse(args)
	switch {
	case helped:
		return exitDone
	case err != nil:
		con.tell("%v (see onrecord --help)", err)
		return exitUsage
	}
	return con.exitCode(command.Run())
}

// exitCode tells what failed, if that was not told yet, and gives the code to
// exit with.
func (c *console) exitCode(err error) int {
	if err == nil {
		return exitDone
	}
	if !errors.Is(err, errTold) {
		c.tell("%v", err)
	}
	return exitFailed
}
