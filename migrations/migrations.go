// Package migrations holds the schema of the archive as numbered SQL files.
// The file NNNN_name.sql takes an archive from user_version NNNN-1 to NNNN.
// A file that has been merged is never edited.
package migrations

import "embed"

//go:embed *.sql
var Files embed.FS
