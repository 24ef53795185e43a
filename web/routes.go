package web

import (
	"maps"
	"net/http"

	"onrecord/store"
)

// handlers is what answers at every address of the program.
func (s *Server) handlers() map[string]handler {
	all := map[string]handler{}
	for _, some := range [...]map[string]handler{
		s.articleRoutes(), s.claimRoutes(), s.storyRoutes(), s.peopleRoutes(), s.reviewRoutes(), s.importRoutes(), s.settingsRoutes(), s.programRoutes(),
	} {
		maps.Copy(all, some)
	}
	return all
}

func (s *Server) routes() *http.ServeMux {
	mux := http.NewServeMux()
	for pattern, h := range s.handlers() {
		mux.Handle(pattern, s.handle(h))
	}
	mux.Handle("GET /static/", staticFiles())
	return mux
}

// articleRoutes are those of an article, its facts, notes and tags.
func (s *Server) articleRoutes() map[string]handler {
	return map[string]handler{
		"GET /articles/{id}":                      s.article,
		"GET /articles/{id}/original":             s.original,
		"POST /articles/{id}/facts/{fact}/accept": s.decide(store.Accepted),
		"POST /articles/{id}/facts/{fact}/reject": s.decide(store.Rejected),
		"POST /articles/{id}/facts/{fact}/reset":  s.decide(store.Suggested),
		"POST /articles/{id}/facts/{fact}/edit":   s.editFact,
		"POST /articles/{id}/facts/{fact}/drop":   s.dropFact,
		"POST /articles/{id}/facts":               s.addFact,
		"GET /articles/{id}/versions":             s.versions,
		"POST /articles/{id}/tags":                s.addTag,
		"POST /tags/{id}/remove":                  s.removeTag,
		"POST /articles/{id}/notes":               s.addNote,
		"POST /articles/{id}/remove":              s.removeArticle,
		"POST /notes/{id}/edit":                   s.changeNote,
		"POST /notes/{id}/delete":                 s.deleteNote,
		"GET /articles/{id}/share":                s.sharePage(articleShare),
		"GET /articles/{id}/share.html":           s.shareFile(articleShare),
		"GET /articles/{id}/annotations.jsonld":   s.shareAnnotations(articleShare),
	}
}

// claimRoutes are those of claims, what hangs on them and what is left open.
func (s *Server) claimRoutes() map[string]handler {
	return map[string]handler{
		"GET /claims":                                       s.claims,
		"POST /claims":                                      s.addClaim,
		"GET /claims/new":                                   s.newClaim,
		"GET /claims/pin":                                   s.pinPage,
		"POST /claims/pin":                                  s.pin,
		"POST /claims/add":                                  s.linkStatement,
		"GET /claims/{id}":                                  s.claim,
		"POST /claims/{id}":                                 s.changeClaim,
		"POST /claims/{id}/verdict":                         s.setVerdict,
		"POST /claims/{id}/status":                          s.setStatus,
		"POST /claims/{id}/evidence":                        s.addEvidence,
		"POST /claims/{id}/evidence/{evidence}":             s.changeEvidence,
		"GET /claims/{id}/evidence/{evidence}/file":         s.attachedFile,
		"POST /claims/{id}/evidence/{evidence}/remove":      s.removeEvidence,
		"POST /claims/{id}/statements/{statement}":          s.changeLink,
		"POST /claims/{id}/statements/{statement}/evidence": s.pinStatement,
		"POST /claims/{id}/statements/{statement}/remove":   s.unlinkStatement,
		"POST /claims/{id}/tags":                            s.tagClaim,
		"POST /claims/{id}/notes":                           s.addNote,
		"POST /claims/{id}/remove":                          s.removeClaim,
		"GET /board":                                        s.tracks,
		"GET /claims/{id}/board":                            s.board,
		"POST /claims/{id}/refuse":                          s.refuse,
		"POST /claims/{id}/offer":                           s.offer,
		"GET /open":                                         s.openEnds,
		"POST /open/settle":                                 s.settle,
		"POST /open/reopen":                                 s.reopen,
		"GET /links/new":                                    s.newLink,
		"POST /links":                                       s.addLink,
		"POST /links/remove":                                s.removeLink,
		"GET /tags":                                         s.tags,
		"GET /tags/{words}":                                 s.tagged,
		"GET /claims/{id}/share":                            s.sharePage(claimShare),
		"POST /claims/{id}/share":                           s.savePublication,
		"GET /claims/{id}/share.html":                       s.shareFile(claimShare),
		"GET /claims/{id}/annotations.jsonld":               s.shareAnnotations(claimShare),
		"GET /claims/{id}/claimreview.json":                 s.claimReview,
	}
}

// storyRoutes are those of stories.
func (s *Server) storyRoutes() map[string]handler {
	return map[string]handler{
		"GET /stories":                         s.stories,
		"POST /stories":                        s.addStory,
		"GET /stories/new":                     s.newStory,
		"POST /stories/add":                    s.gather,
		"GET /stories/{id}":                    s.story,
		"POST /stories/{id}":                   s.changeStory,
		"POST /stories/{id}/add":               s.gather,
		"POST /stories/{id}/decline":           s.decline,
		"POST /stories/{id}/out":               s.takeOut,
		"POST /stories/{id}/seen":              s.seeStory,
		"POST /stories/{id}/remove":            s.removeStory,
		"GET /stories/{id}/share":              s.sharePage(storyShare),
		"GET /stories/{id}/share.html":         s.shareFile(storyShare),
		"GET /stories/{id}/annotations.jsonld": s.shareAnnotations(storyShare),
	}
}

// peopleRoutes are those of people, organizations and places.
func (s *Server) peopleRoutes() map[string]handler {
	return map[string]handler{
		"GET /people":               s.people,
		"GET /people/{id}":          s.someone,
		"GET /people/{id}/same":     s.samePage,
		"POST /people/{id}/same":    s.same,
		"POST /people/{id}/notsame": s.notSame,
		"POST /people/{id}/rename":  s.rename,
		"GET /people/{id}/apart":    s.apartPage,
		"POST /people/{id}/apart":   s.apart,
	}
}

// reviewRoutes are those of the review queue and what was learned of it.
func (s *Server) reviewRoutes() map[string]handler {
	return map[string]handler{
		"GET /review":                s.review,
		"POST /review/skip":          s.skip,
		"POST /review/back":          s.turnBack,
		"GET /review/batch":          s.batchPage,
		"POST /review/batch":         s.acceptAll,
		"GET /lessons":               s.lessons,
		"GET /lessons/new":           s.newLesson,
		"POST /lessons":              s.teach,
		"GET /lessons/{id}/forget":   s.forgetPage,
		"POST /lessons/{id}/forget":  s.forget,
		"GET /lessons/names/forget":  s.unmergePage,
		"POST /lessons/names/forget": s.unmerge,
	}
}

// importRoutes are those of bringing articles in.
func (s *Server) importRoutes() map[string]handler {
	return map[string]handler{
		"GET /imports/{id}":       s.importReport,
		"POST /imports/{id}/stop": s.stopImport,
		"POST /import":            s.importFiles,
		"POST /import/path":       s.importPath,
		"POST /paste":             s.paste,
		"POST /fetch":             s.fetch,
		"POST /sample":            s.openSample,
		"POST /sample/remove":     s.removeSample,
	}
}

// settingsRoutes are those of the archive and the program.
func (s *Server) settingsRoutes() map[string]handler {
	return map[string]handler{
		"GET /settings/verdicts":         s.verdictList,
		"POST /settings/verdicts":        s.addVerdict,
		"POST /settings/verdicts/change": s.changeVerdict,
		"POST /settings/verdicts/move":   s.moveVerdict,
		"POST /settings/verdicts/remove": s.removeVerdict,
		"POST /settings/verdicts/own":    s.ownVerdicts,
		"GET /settings":                  s.settings,
		"POST /settings/keys":            s.setKeys,
		"GET /settings/again":            s.againPage,
		"POST /settings/again":           s.readAgain,
		"POST /settings/again/stop":      s.stopAgain,
		"POST /settings/publisher":       s.setPublisher,
		"POST /backup":                   s.backup,
		"POST /quit":                     s.quitProgram,
	}
}

// programRoutes are those of the library, searches and the history.
func (s *Server) programRoutes() map[string]handler {
	return map[string]handler{
		"GET /{$}":      s.library,
		"GET /search":   s.search,
		"GET /timeline": s.timeline,
		"GET /history":  s.history,
		"POST /undo":    s.undo,
		"POST /redo":    s.redo,
		"GET /":         s.nowhere,
	}
}
