// Package sample holds the sample story: eight articles about a quarrel over
// a river between two countries that do not exist, in four outlets that do
// not exist either. It gives them as documents, in the formats that readers
// save, to be imported like any other; it reads nothing out of them.
package sample

import (
	"embed"
	"fmt"

	"onrecord/extract/document"
)

// Source is the source of every document of the sample story, by which it can
// be told from the user's own.
const Source = "sample"

// articles are named by date, so that the order of their names is the order
// of publication.
//
//go:embed articles
var articles embed.FS

// Documents is the sample story in order of publication. Every call gives
// bytes of their own.
func Documents() []document.Document {
	entries, err := articles.ReadDir("articles")
	if err != nil {
		panic(fmt.Sprintf("sample: the embedded story is missing: %v", err))
	}
	story := make([]document.Document, len(entries))
	for i, entry := range entries {
		if story[i], err = open(entry.Name()); err != nil {
			panic(fmt.Sprintf("sample: %v", err))
		}
	}
	return story
}

// open opens the embedded file name like any file that is imported.
func open(name string) (document.Document, error) {
	file, err := articles.Open("articles/" + name)
	if err != nil {
		return document.Document{}, fmt.Errorf("find the embedded article %s: %w", name, err)
	}
	defer file.Close()
	var opened document.Document
	err = document.Open(file, name, Source, func(d document.Document, err error) error {
		opened = d
		return err
	})
	if err != nil {
		return document.Document{}, fmt.Errorf("open the embedded article %s: %w", name, err)
	}
	return opened, nil
}
