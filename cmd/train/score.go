package main

import (
	"fmt"
	"strings"

	"onrecord/extract/fact"
	"onrecord/extract/name"
	"onrecord/extract/score"
	"onrecord/extract/statement"
	"onrecord/extract/syntax/lemma"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
)

// A scoreCommand measures the models as the program embeds them.
type scoreCommand struct {
	Task  string   `required:"" enum:"rules,sentences,words,tags,parse,names,links,statements,times,amounts,events,acts" help:"What to measure: ${enum}."`
	Files []string `arg:"" name:"file" type:"existingfile" help:"Gold, in the corpora's formats: rules and sentences take .jsonl (sentences .conllu too), words, tags and parse .conllu, names .conll, the others the .jsonl made for them."`
}

// tasks is how each task is measured on one file: lines to print.
var tasks = map[string]func(path string) ([]string, error){
	"rules":      rules,
	"sentences":  func(path string) ([]string, error) { return one(score.Sentences(path)) },
	"words":      func(path string) ([]string, error) { return one(score.Words(path)) },
	"tags":       tags,
	"parse":      func(path string) ([]string, error) { return one(tree.Score(path)) },
	"names":      names,
	"links":      links,
	"statements": func(path string) ([]string, error) { return one(statement.Score(path)) },
	"times":      times,
	"amounts":    amounts,
	"events":     events,
	"acts":       acts,
}

func (c *scoreCommand) Run() error {
	for _, path := range c.Files {
		lines, err := tasks[c.Task](path)
		if err != nil {
			return err
		}
		fmt.Println(path)
		for _, l := range lines {
			fmt.Println("  " + l)
		}
	}
	return nil
}

func one[T fmt.Stringer](result T, err error) ([]string, error) {
	return []string{result.String()}, err
}

func rules(path string) ([]string, error) {
	all, err := score.ReadRules(path)
	var lines []string
	broken := 0
	for _, r := range all {
		if !r.Kept() {
			broken++
			lines = append(lines, fmt.Sprintf("broken: %q", r.Text))
		}
	}
	return append(lines, fmt.Sprintf("%d of %d rules kept", len(all)-broken, len(all))), err
}

// tags measures on gold words: tags and, with the tags found, lemmas.
func tags(path string) ([]string, error) {
	upos, xpos, err := tag.Score(path)
	if err != nil {
		return nil, err
	}
	lemmas, err := lemma.Score(path)
	return []string{fmt.Sprintf("UPOS %.2f  XPOS %.2f  lemma %.2f  (%d words)", upos.F1(), xpos.F1(), lemmas.F1(), upos.Gold)}, err
}

// names measures names of people, organizations and places in raw text, the
// whole way: mentions by name with the right span and kind.
func names(path string) ([]string, error) {
	counts, err := score.Names(path, entities)
	if err != nil {
		return nil, err
	}
	var lines []string
	for _, kind := range [...]fact.Kind{fact.Person, fact.Organization, fact.Place, ""} {
		lines = append(lines, fmt.Sprintf("%-12s  %v", strings.TrimSpace(string(kind)+" "), counts[kind]))
	}
	return lines, nil
}

// links measures who pronouns and descriptions of people are taken to mean, in
// the news and in all genres.
func links(path string) ([]string, error) {
	all, err := score.CorefFile(path, entities)
	var news []score.Reference
	for _, r := range all {
		if r.Genre == "news" {
			news = append(news, r)
		}
	}
	var lines []string
	for _, class := range score.Classes {
		lines = append(lines, fmt.Sprintf("%-7s news %v  all %v", class, score.CountLinks(news, class), score.CountLinks(all, class)))
	}
	return lines, err
}

func entities(t *text.Text) []fact.Entity { return name.Find(t, tag.Find(t)) }
