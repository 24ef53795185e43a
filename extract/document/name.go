package document

import "strings"

// ID is the name of a file or page without its folders, its ending and the
// ".gz" after that: "talks-2022-01-13" for "news/talks-2022-01-13.html.gz".
func ID(name string) string {
	name = base(name)
	for range nestLimit {
		name = withoutGzip(name)
	}
	if ext := ending(name); ext != "" {
		return strings.TrimSuffix(name, "."+ext)
	}
	return name
}

// extension is the ending of name in lower case, without ".gz".
func extension(name string) string {
	name = base(name)
	for range nestLimit {
		name = withoutGzip(name)
	}
	return strings.ToLower(ending(name))
}

func base(name string) string { return name[strings.LastIndexAny(name, `/\`)+1:] }

func withoutGzip(name string) string {
	if strings.EqualFold(ending(name), "gz") {
		return name[:len(name)-len(".gz")]
	}
	return name
}

// ending is what follows the last point of name if it can be a file type: up
// to eight letters and digits, one of them a letter. "v1.2" and "St. Ives" end
// in none.
func ending(name string) string {
	at := strings.LastIndexByte(name, '.')
	if at <= 0 || len(name)-at > len(".markdown") {
		return ""
	}
	letter := false
	for _, r := range name[at+1:] {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
			letter = true
		case r < '0' || r > '9':
			return ""
		}
	}
	if !letter {
		return ""
	}
	return name[at+1:]
}
