package main

import (
	"cmp"
	"runtime"
	"runtime/debug"

	sqlite "modernc.org/sqlite/lib"

	"onrecord/extract"
)

// A versionCommand says what the program is made of.
type versionCommand struct{}

// Run prints one line each for the program, its commit, the version of what
// it reads out of articles, Go and SQLite.
func (c *versionCommand) Run(con *console) error {
	build := buildInfo()
	commit := map[string]string{}
	for _, s := range build.Settings {
		commit[s.Key] = s.Value
	}
	changed := ""
	if commit["vcs.modified"] == "true" {
		changed = " with changes"
	}
	con.say("onrecord   %s", programVersion())
	con.say("commit     %s%s", cmp.Or(commit["vcs.revision"], "(unknown)"), changed)
	con.say("extraction %d", extract.Version)
	con.say("Go         %s %s/%s", runtime.Version(), runtime.GOOS, runtime.GOARCH)
	con.say("SQLite     %s", sqlite.SQLITE_VERSION)
	return nil
}

// programVersion is the version of the program's module.
func programVersion() string { return cmp.Or(buildInfo().Main.Version, "(unknown)") }

func buildInfo() *debug.BuildInfo {
	if build, ok := debug.ReadBuildInfo(); ok {
		return build
	}
	return &debug.BuildInfo{}
}
