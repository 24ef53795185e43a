package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"onrecord/store"
)

// A csvExport writes a row for each statement, as RFC 4180 says.
type csvExport struct{ *csv.Writer }

// columns are the names of the columns, in their order.
var columns = []string{"published", "outlet", "title", "speaker", "source", "act", "form",
	"words", "said", "state", "confidence", "address", "file", "article"}

func newCSVExport(w io.Writer) csvExport {
	rows := csvExport{csv.NewWriter(w)}
	rows.UseCRLF = true
	rows.Write(columns) // an error stays and is told of by the end
	return rows
}

func (x csvExport) article(a exportedArticle) error {
	for _, s := range a.statements {
		err := x.Write(each([]string{
			a.Published, a.Outlet, a.Title, s.Name, s.Source, s.Act, s.Form,
			s.Words, s.Said, s.State, strconv.FormatFloat(s.Confidence, 'f', 2, 64),
			a.URL, a.Document.Name, strconv.FormatInt(a.ID, 10),
		}, inert))
		if err != nil {
			return err
		}
	}
	return nil
}

func (csvExport) claim(exportedClaim) error { return nil }

func (csvExport) rest(*store.Tx, *Scope) error { return nil }

func (x csvExport) end() error {
	x.Flush()
	return x.Error()
}

// inert is a cell that no spreadsheet takes for a formula.
func inert(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r\n", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}
