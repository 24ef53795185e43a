package document

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"path"
	"strings"
	"syscall"
	"time"
)

// What one fetch may cost.
const (
	fetchTime     = 30 * time.Second
	redirectLimit = 5
	headerLimit   = 1 << 20
)

// errRefused is the cause of a connection that was not made.
var errRefused = errors.New("refused")

// Fetch gets the page or text at an http or https address that the user gave.
// It goes to the public internet only: every address is checked when it is
// dialled, so neither a name that resolves to the local network nor a redirect
// there is followed, and no proxy is used. It takes at most 30 seconds, Limit
// bytes and five redirects, and sends no cookies. Source is the address that
// answered in the end.
func Fetch(ctx context.Context, address string) (Document, error) {
	return fetcher{allow: public}.fetch(ctx, address)
}

// A fetcher asks allow about every address before it is connected to.
type fetcher struct{ allow func(netip.Addr) error }

func (f fetcher) fetch(ctx context.Context, address string) (Document, error) {
	u, err := url.Parse(strings.TrimSpace(address))
	if err == nil {
		err = fetchable(u)
	}
	if err != nil {
		return Document{}, &Error{Name: address, Kind: ErrAddress, Cause: err, Said: "was not fetched: " + plainly(err) + "."}
	}
	u.Fragment = ""
	ctx, cancel := context.WithTimeout(ctx, fetchTime)
	defer cancel()
	d, err := f.get(ctx, u)
	if said := (*Error)(nil); err == nil || errors.As(err, &said) {
		return d, err
	}
	kind := ErrFetch
	if errors.Is(err, errRefused) {
		kind = ErrAddress
	}
	return Document{}, &Error{Name: address, Kind: kind, Cause: err, Said: "was not fetched: " + plainly(err) + "."}
}

func (f fetcher) get(ctx context.Context, u *url.URL) (Document, error) {
	transport := &http.Transport{
		DialContext:            (&net.Dialer{ControlContext: f.control}).DialContext,
		Proxy:                  nil, // the check would see only the proxy's address
		ForceAttemptHTTP2:      true,
		MaxResponseHeaderBytes: headerLimit,
		DisableKeepAlives:      true,
	}
	defer transport.CloseIdleConnections()
	client := &http.Client{Transport: transport, CheckRedirect: redirect}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return Document{}, err
	}
	request.Header.Set("User-Agent", "onrecord")
	request.Header.Set("Accept", "text/html, application/xhtml+xml, text/markdown, text/plain;q=0.9")
	response, err := client.Do(request)
	if err != nil {
		return Document{}, err
	}
	defer response.Body.Close() // read only
	if response.StatusCode != http.StatusOK {
		return Document{}, fmt.Errorf("the site answered %s", response.Status)
	}
	return answer(response)
}

// control refuses a connection that f does not allow.
func (f fetcher) control(_ context.Context, _, address string, _ syscall.RawConn) error {
	at, err := netip.ParseAddrPort(address)
	if err == nil {
		err = f.allow(at.Addr())
	}
	if err != nil {
		return fmt.Errorf("%w: %w", errRefused, err)
	}
	return nil
}

// redirect lets a request go on to another address.
func redirect(next *http.Request, before []*http.Request) error {
	if len(before) > redirectLimit {
		return fmt.Errorf("%w: it sends on from address to address more than %d times", errRefused, redirectLimit)
	}
	next.Header.Del("Referer")
	if err := fetchable(next.URL); err != nil {
		return fmt.Errorf("%w: it sends on to %s, and %w", errRefused, next.URL.Redacted(), err)
	}
	return nil
}

// fetchable returns an error when u is not an address to fetch.
func fetchable(u *url.URL) error {
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return errors.New("only addresses that begin with http:// or https:// can be fetched")
	case u.Hostname() == "":
		return errors.New("it names no site")
	case u.User != nil:
		return errors.New("an address with a name and password in it would be kept with them; leave them out")
	}
	return nil
}

// answer makes a document of what a site answered.
func answer(response *http.Response) (Document, error) {
	u := response.Request.URL
	address := u.String()
	body, err := io.ReadAll(io.LimitReader(response.Body, Limit+1))
	if err != nil {
		return Document{}, err
	}
	if len(body) > Limit {
		return Document{}, tooLarge(address, Limit, Limit)
	}
	f, err := opened(bytes.NewReader(body), address)
	if err != nil {
		return Document{}, err
	}
	f.format = served(f.format, response.Header.Get("Content-Type"))
	d, err := f.document(address)
	d.Name = address
	if d.ID = ID(path.Base(u.Path)); d.ID == "" || d.ID == "." || d.ID == "/" {
		d.ID = u.Hostname()
	}
	return d, err
}

// served is the format of what a site sent as contentType and that looks like
// found. A page is told by its tags, and many records are no one page.
func served(found Format, contentType string) Format {
	media, _, _ := mime.ParseMediaType(contentType) // an unknown type says nothing
	switch {
	case found == HTML || media == "text/html" || media == "application/xhtml+xml":
		return HTML
	case found == Markdown || media == "text/markdown":
		return Markdown
	}
	return Plain
}

// plainly is err without the words of net/http around it.
func plainly(err error) string {
	var wrapped *url.Error
	if errors.As(err, &wrapped) {
		err = wrapped.Err
	}
	var name *net.DNSError
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return fmt.Sprintf("the site did not answer within %d seconds", fetchTime/time.Second)
	case errors.Is(err, context.Canceled):
		return "it was stopped"
	case errors.As(err, &name) && name.IsNotFound:
		return "there is no site of the name " + name.Name
	case errors.Is(err, errRefused):
		_, said, _ := strings.Cut(err.Error(), errRefused.Error()+": ")
		return said
	}
	return err.Error()
}
