package statement

// The names of the rules by which statements are found, as the pages show them;
// what the model found has a confidence of its own.
const (
	ruleLearned  = "trained model"            // package attribute
	ruleLabel    = "speaker's name and colon" // MAREK: The dam is safe.
	ruleSigned   = "quote signed"             // “The dam is safe.” — Ilse Marek
	ruleRunsOn   = "quote runs on"            // “It is safe,” she said. “Nobody needs to leave.”
	ruleNextLine = "quote in the next paragraph"
)

// precision is how often each rule was right on the training half of PolNeAR:
// a quotation or its continuation counts as right where most of it is part of
// a gold statement, because the gold joins what one speaker says around one cue.
// Signed quotations are too rare there; theirs is an estimate.
var precision = map[string]float64{
	ruleLabel:    0.66,
	ruleSigned:   0.80,
	ruleRunsOn:   0.98,
	ruleNextLine: 0.83,
}
