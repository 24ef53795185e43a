// onrecord: what the page adds to plain forms and links. Without this file
// everything still works; with it, decisions are made in place, files are
// dropped in, and keys do what the buttons do.

const $ = (selector, within = document) => within.querySelector(selector);
const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
const on = (type, hear, how) => document.addEventListener(type, hear, how);
const byId = (id) => document.getElementById(id);
const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
const parse = (html) => new DOMParser().parseFromString(html, "text/html");
const held = (event) => event.ctrlKey || event.metaKey || event.altKey;
const focus = (element) => element?.focus({ preventScroll: true });
const center = (element) => element?.scrollIntoView({ block: "center" });

// wide reports whether text and panel stand side by side and scroll alone.
const wide = () => matchMedia("(width >= 900px)").matches;

const root = document.documentElement;
root.classList.add("scripted");

// say has a screen reader read text.
function say(text) {
  const live = $("#live");
  live.textContent = "";
  setTimeout(() => { live.textContent = text; }, 50);
}

// complain shows why something was not done, a sentence or an error, where a
// flash would stand.
function complain(why) {
  const text = why instanceof TypeError ? "The program does not answer. Is it still running?" : why.message ?? why;
  const box = make("div", { className: "flash bad" });
  box.append(make("p", { textContent: text }));
  $("#flash").replaceChildren(box);
  say(`Not done: ${text}`);
}

// A memory is of this browser, or of one session; it may refuse to keep.
const memory = (where) => ({
  get(name) { try { return window[where].getItem(name); } catch { return null; } },
  set(name, value) { try { window[where].setItem(name, value); } catch { /* it is only a preference */ } },
});
const browser = memory("localStorage"), session = memory("sessionStorage");

/* Going from page to page */

// swap puts the parts of the page in html in place of those shown. Scroll
// positions stay, so nothing jumps.
function swap(html) {
  hideNote();
  const next = parse(html);
  for (const part of $$("#flash, #panel, #text, #list")) {
    const fresh = $(`#${part.id}`, next), top = part.scrollTop;
    if (!fresh) continue;
    part.replaceWith(fresh);
    fresh.scrollTop = top;
  }
  document.title = next.title;
  ready();
}

// ready prepares the parts of a page that has come.
function ready() {
  showLooks();
  readyTimes();
  showCaret();
  readyEnds();
  turned();
}

// ask sends a request to the program. A refusal is an error with the sentence of
// its page.
async function ask(address, how) {
  const answer = await fetch(address, how);
  if (answer.ok) return answer;
  const said = $$("main h1, main .lede", parse(await answer.text())).map((e) => e.textContent.trim());
  throw new Error(said.join(". ") || `the program answered ${answer.status}`);
}

// rewind takes the last decision back ("undo") or does it again ("redo"),
// whichever page it was made on.
function rewind(how) {
  const offered = byId(how);
  if (offered) return offered.click();
  const form = make("form", { method: "post", action: `/${how}`, hidden: true });
  form.dataset.swap = "";
  form.append(make("input", { name: "back", value: location.pathname + location.search }));
  document.body.append(form);
  form.requestSubmit();
  form.remove();
}

// drafts are the fields that hold words which were not sent.
const drafts = (part, but) => $$("form[method=post] :is(textarea, input:is([type=text], [type=url], [type=date]))", part)
  .filter((field) => field.form !== but && field.value !== field.defaultValue);

let sending = false; // a decision is on its way
let leaving = false; // a form is being sent, and nothing typed elsewhere is lost by it

// A form may be answered by a file, which leaves the page where it is.
addEventListener("beforeunload", (event) => {
  if (!leaving && drafts(document).length > 0) event.preventDefault();
  leaving = false;
});

// decide sends a form whose answer is swapped in: one with a panel, else it is
// another page and is gone to. onward says that the next suggestion takes the
// focus, as a key does; a click stays where it was.
async function decide(form, button, onward) {
  if (sending) return;
  const typed = drafts($("#panel"), form);
  if (typed.length > 0 && !confirm("What you typed beside the text is not saved yet. Leave it?")) return typed[0].focus();
  sending = true;
  const { fact } = form.dataset;
  const after = onward && fact ? following(byId(fact))?.id : null;
  button?.setAttribute("aria-busy", "true");
  try {
    const address = button?.getAttribute("formaction") ?? form.getAttribute("action");
    const answer = await ask(address, { method: "POST", body: new URLSearchParams(new FormData(form, button)) });
    const html = await answer.text();
    if (!html.includes('id="panel"') || !$("#panel")) return location.assign(answer.url);
    swap(html);
    say($("#flash .flash p")?.textContent ?? "Done.");
    settle(fact, $("#flash .flash.bad") ? null : after);
  } catch (error) {
    complain(error);
  } finally {
    sending = false;
    button?.removeAttribute("aria-busy");
  }
}

// settle gives the focus back after a swap.
function settle(fact, after) {
  if (after !== fact && byId(after)) return take(byId(after));
  const card = byId(fact) ?? $(".card.now");
  focus(card ? $("summary", card) ?? card : $("#panel"));
}

on("submit", (event) => {
  const form = event.target;
  if (form === drop) {
    event.preventDefault();
    bring($$("input[type=file]", form).flatMap((input) => [...input.files]));
  } else if (form.matches("[data-swap]") && $("#panel")) {
    event.preventDefault();
    decide(form, event.submitter, false);
  } else {
    leaving = drafts(document, form).length === 0;
  }
});

// The list beside the text shows the article that is open.
if (wide()) center($("#list [aria-current]"));

/* Suggestions and their cards */

// inHand is the card that keys act on.
const inHand = () => document.activeElement?.closest(".card[data-state]") ?? $(".card.now[data-state]");

// following is the suggestion after a card or before it, round to itself.
function following(card, by = 1) {
  const all = $$(".card[data-state]");
  if (by < 0) all.reverse();
  const next = all.indexOf(card) + 1;
  return [...all.slice(next), ...all.slice(0, next)].find((e) => e.dataset.state === "suggestion");
}

// take makes card the one in hand, shows its words and gives it the focus.
function take(card, focused = true) {
  for (const e of $$(".now:not(.legend *)")) e.classList.remove("now");
  const marks = marksOf(card.id);
  for (const e of [card, ...marks]) e.classList.add("now");
  if (root.dataset.focus === "on") turn("focus"); // it hides the card
  for (const fold of $$(":scope > details", card)) fold.open = true;
  center(marks[0]);
  card.scrollIntoView({ block: "nearest" });
  if (focused) focus(card);
}

// step goes to the suggestion after the one in hand, or before it.
function step(by) {
  const next = following(inHand(), by);
  if (!next) return say("No suggestion is left in this article.");
  take(next);
}

// press does what a button or link of the card in hand does.
function press(act) {
  const control = inHand()?.querySelector(`[data-act="${act}"]`);
  if (control?.matches("a")) control.click();
  else if (control) decide(control.form, control, true);
  else if (!["claim", "link"].includes(act)) step(1);
}

const marksOf = (key) => $$(`#text mark[data-facts~="${key}"]`);

// A click on words shows their card; another one on the same words the card of
// the mark around it. Where the cards stand below the text, the words of a time
// show their note first.
on("click", ({ target }) => {
  const mark = target.closest("#text .body mark");
  if (!mark || !getSelection().isCollapsed) return;
  if (!wide() && noteOf(mark) && pressed !== mark) return showNote(mark);
  const keys = mark.dataset.facts.split(" ");
  openCard(keys[(keys.indexOf($(".card.now")?.id) + 1) % keys.length]);
});

// openCard takes a card, if need be from the tab that has it.
function openCard(key) {
  if (byId(key)) return take(byId(key), false);
  const tab = { note: "notes", tag: "notes", evidence: "claims" }[key.split("-")[0]] ?? "facts";
  location.assign(`${location.pathname}?${new URLSearchParams({ tab, f: key })}#${key}`);
}

// A card under the pointer or with the focus has its words shown in the text.
function shine({ target }) {
  for (const mark of $$("#text mark.seen")) mark.classList.remove("seen");
  for (const mark of marksOf(target.closest(".card")?.id)) mark.classList.add("seen");
}
on("pointerover", shine);
on("focusin", shine);

// Numbers in the text and links between cards stay on the page where they can.
on("click", (event) => {
  const link = event.target.closest("#text sup a, .card :is(.chip, .reads) a, .card a.n");
  const card = link?.matches(".n") ? link.closest(".card") : byId(link?.hash.slice(1));
  if (!card?.matches(".card") || held(event)) return;
  event.preventDefault();
  take(card);
});

/* The review queue */

// queued is what does something with the suggestion under review, null elsewhere.
const queued = (act) => $(`.review .card [data-act="${act}"]:not(:disabled)`);

// turned shows the words of the suggestion that has come up, and keeps the
// address that leads to it. The focus is on its card, wherever it was lost.
function turned() {
  const here = $("#panel")?.dataset.here;
  if (!here) return;
  history.replaceState(null, "", here);
  $("#panel").scrollTop = 0;
  center($("#text mark.now"));
  if (document.activeElement === document.body) focus($(".card.now"));
}

/* Times */

// The words of a time have a note that says what they mean. It is shown while
// the pointer is on the words or on the note, or the words have the focus, and
// Escape puts it away (WCAG 1.4.13). One time in the text is a stop of the Tab
// key; from there arrow keys, and t from anywhere, walk from time to time.
let noted = null; // the mark whose note is shown
let noting = 0; // the timer of what the pointer will show or put away
let pressed = null; // the mark whose note was shown when the pointer went down

const timeMark = "#text .body mark.time";
const timeOf = (mark) => (mark?.matches(timeMark) ? mark.dataset.facts.match(/\btime-\S+/)?.[0] : null);
const noteOf = (mark) => byId(`means-${timeOf(mark)}`);

// times are the first marks of the times in the text, in order.
const times = () => $$(timeMark).filter((mark, i, all) => noteOf(mark) && timeOf(mark) !== timeOf(all[i - 1]));

// The style puts a note beside the words that it describes.
function showNote(mark) {
  clearTimeout(noting);
  if (noted === mark || root.dataset.marks === "off") return;
  hideNote();
  noted = mark;
  mark.setAttribute("aria-describedby", noteOf(mark).id);
  noteOf(mark).showPopover();
}

// hideNote reports whether there was a note to put away.
function hideNote() {
  clearTimeout(noting);
  if (!noted) return false;
  noted.removeAttribute("aria-describedby");
  noteOf(noted)?.hidePopover();
  noted = null;
  return true;
}

on("pointerover", ({ target, pointerType, buttons }) => {
  if (pointerType === "touch" || buttons > 0) return; // words are being selected
  const mark = target.closest(timeMark);
  clearTimeout(noting);
  if (noteOf(mark)) noting = setTimeout(showNote, 150, mark);
  else if (!target.closest(".time-note") && noted !== document.activeElement) noting = setTimeout(hideNote, 250);
});
on("pointerdown", ({ target, pointerType }) => {
  pressed = noted;
  if (pointerType === "touch" && !target.closest(`${timeMark}, .time-note`)) hideNote();
});
on("focusin", (event) => { if (noteOf(event.target)) showNote(event.target); });
on("focusout", (event) => { if (noted === event.target) hideNote(); });

// neighbour is what lies by steps after the one of all that has the focus, if
// none has it the first or the last.
function neighbour(all, by) {
  const at = all.indexOf(document.activeElement);
  return all[Math.max(0, Math.min(all.length - 1, (at < 0 && by < 0 ? all.length : at) + by))];
}

// readyTimes makes one time the stop of the Tab key.
function readyTimes(stop = times()[0]) {
  for (const mark of times()) mark.tabIndex = mark === stop ? 0 : -1;
}

// walkTimes puts the focus on the time by steps after the one that has it.
function walkTimes(by) {
  const next = neighbour(times(), by);
  if (!next) return say("No time is told of in this article.");
  readyTimes(next);
  focus(next);
  center(next);
}

const timeKeys = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };

on("keydown", (event) => {
  const by = timeKeys[event.key];
  if (!noteOf(event.target) || held(event) || !(by || event.key === "Enter")) return;
  event.preventDefault();
  if (by) return walkTimes(by);
  openCard(timeOf(event.target));
  focus($(".card.now"));
});

/* How the text looks */

// looks are what the browser remembers of how the text is shown, each an
// attribute of the page and a control beside the text.
const looks = { marks: "on", focus: "off", font: "serif", size: "usual", width: "usual" };

function showLooks() {
  for (const [name, usual] of Object.entries(looks)) {
    const value = browser.get(name) ?? usual, control = $(`[data-look="${name}"]`);
    root.dataset[name] = value;
    if (control?.type === "checkbox") control.checked = value === "on";
    else if (control) control.value = value;
  }
}

function look(name, value) {
  browser.set(name, value);
  showLooks();
  hideNote();
  if (name === "focus") say(value === "on" ? "The text alone." : "The list and the panel are back.");
  if (name === "marks") say(value === "on" ? "Highlights shown." : "Highlights hidden.");
}

// turn switches a look that is on or off.
const turn = (name) => look(name, root.dataset[name] === "on" ? "off" : "on");

on("change", ({ target }) => {
  const name = target.dataset?.look;
  if (name) look(name, target.type === "checkbox" ? (target.checked ? "on" : "off") : target.value);
});

/* Selected words */

// points is the number of code points in text.
const points = (text) => [...text].length;

// pieces are the pieces of the text in paragraph p, without its numbers, each
// with the code points of the article's text where it begins and ends.
function pieces(p) {
  const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest("sup") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const all = [];
  for (let at = Number(p.dataset.at); walker.nextNode(); at = all.at(-1).end) {
    const node = walker.currentNode;
    all.push({ node, p, at, end: at + points(node.data) });
  }
  return all;
}

const body = () => $("#text .body");
const paragraphs = () => $$("#text .body [data-at]");

// within is the words of a range: quote, start and end. Offsets are of the
// article's text, in which a blank line parts paragraphs.
function within(range) {
  let words = null, last = null;
  for (const { node, p, at } of paragraphs().filter((e) => range.intersectsNode(e)).flatMap(pieces)) {
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    if (to <= from || !range.intersectsNode(node)) continue;
    words ??= { start: at + points(node.data.slice(0, from)), quote: "" };
    words.end = at + points(node.data.slice(0, to));
    words.quote += (last && last !== p ? "\n\n" : "") + node.data.slice(from, to);
    last = p;
  }
  return words;
}

const selected = () => (getSelection().isCollapsed ? null : within(getSelection().getRangeAt(0)));

// nodeAt is the place in the page of a code point of the text: late in the
// piece that ends there, else in the one that begins.
function nodeAt(point, late) {
  const all = paragraphs().flatMap(pieces);
  const { node, at } = all.find(({ end }) => end > point || (late && end === point)) ?? all.at(-1);
  return [node, [...node.data].slice(0, Math.max(0, point - at)).join("").length];
}

// pointAt is the code point of the text at a place in the page, else null.
function pointAt(node, offset) {
  const p = (node.nodeType === 3 ? node.parentElement : node).closest?.("#text .body [data-at]");
  return p ? within(rangeOf([p, 0], [node, offset]))?.end ?? Number(p.dataset.at) : null;
}

function rangeOf(from, to) {
  const range = new Range();
  range.setStart(...from);
  range.setEnd(...to);
  return range;
}

const bar = $("#selection");
let kept = null; // the words that the bar is shown for

// showBar puts the bar below the selected words, or above where there is no
// room, clear of the handles of a finger, and over the text, so that the cards
// can be read with it. Without words it hides the bar.
function showBar() {
  if (!bar || bar.contains(document.activeElement)) return;
  kept = selected();
  bar.hidden = !kept;
  if (!kept) return;
  const { top, bottom, left } = getSelection().getRangeAt(0).getBoundingClientRect();
  const room = bar.getBoundingClientRect(), text = $("#main").getBoundingClientRect();
  const gap = matchMedia("(pointer: coarse)").matches ? 48 : 8;
  const below = bottom + gap + room.height <= innerHeight;
  bar.style.top = `${Math.max(8, below ? bottom + gap : top - gap - room.height)}px`;
  bar.style.left = `${Math.max(text.left + 8, Math.min(left, text.right - room.width - 8))}px`;
}
on("selectionchange", showBar);
on("scroll", showBar, { capture: true, passive: true });

// makeOf goes to the form behind a button of the bar, with the words and where
// they stand. Without words a note is on the whole article.
function makeOf(key) {
  const button = $(`#selection [data-key="${CSS.escape(key)}"]`);
  if (!button || !(kept || key === "m")) return;
  const url = new URL(button.dataset.href, location.href);
  for (const name in kept) url.searchParams.set(name, kept[name]);
  if (url.pathname.startsWith("/claims")) url.searchParams.set("text", kept.quote);
  location.assign(url.href);
}

bar?.addEventListener("pointerdown", (event) => event.preventDefault());
bar?.addEventListener("click", (event) => makeOf(event.target.closest("button")?.dataset.key));
// In the bar arrows and letters lead on, and Escape back to the words.
bar?.addEventListener("keydown", (event) => {
  if (held(event) || event.key === "Tab") return;
  event.stopPropagation();
  if (event.key === "Enter" || event.key === " ") return;
  event.preventDefault();
  const all = $$("button", bar), at = all.indexOf(document.activeElement);
  const next = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (next !== undefined) all.at(next % all.length).focus();
  else if (event.key === "Escape") focus(caretOn() ? body() : $("#main"));
  else makeOf(event.key);
});

/* The caret, and ends of a fact */

// The caret is the browser's own, in a text that can be edited for it alone:
// every change to it is refused, and one that comes all the same (an input
// method cannot be refused) has the page loaded again.
const caretOn = () => body()?.isContentEditable === true;

let caret = false; // is wanted
let entering = false; // Enter is held on the text
let telling = 0; // the timer of what is said of words

const editable = { contenteditable: "true", role: "textbox", "aria-readonly": "true", "aria-multiline": "true",
  "aria-label": "The text, with a caret", inputmode: "none", spellcheck: "false" };

function showCaret() {
  if (!body()) return;
  for (const name in editable) caret ? body().setAttribute(name, editable[name]) : body().removeAttribute(name);
  for (const number of $$("#text .body sup")) number.contentEditable = caret ? "false" : "inherit";
  $("#caret")?.setAttribute("aria-pressed", caret);
}

// toggleCaret puts a caret into the text, at a code point or where the reader
// is, or takes it away.
function toggleCaret(at) {
  if (!body()) return;
  caret = !caretOn();
  session.set("caret", caret ? "on" : "off");
  showCaret();
  focus(caret ? body() : $("#main"));
  if (!caret) return say("The caret is gone.");
  const top = Math.max(0, $("#main").getBoundingClientRect().top) + 8;
  at ??= selected() ? undefined : Number(paragraphs().find((p) => p.getBoundingClientRect().bottom > top)?.dataset.at ?? 0);
  if (at !== undefined) setCaret(at, at);
  say("A caret is in the text. Arrows move it, Shift selects, Enter opens what to make of the words, Escape leaves.");
}

// setCaret selects from one code point to another and keeps the end in view.
function setCaret(from, to) {
  const end = nodeAt(to, to > from);
  getSelection().setBaseAndExtent(...nodeAt(from, from > to), ...end);
  end[0].parentElement.scrollIntoView({ block: "nearest" });
}

const uncut = { segment: (text) => [{ segment: text, index: 0 }] };

// edges are the code points in the text where words, sentences or paragraphs
// begin and end.
function edges(granularity) {
  const cut = granularity === "paragraph" ? uncut : new Intl.Segmenter(body().lang || undefined, { granularity });
  const all = { starts: [], ends: [] };
  for (const p of paragraphs()) {
    const text = pieces(p).map(({ node }) => node.data).join(""), at = Number(p.dataset.at);
    for (const { segment, index } of cut.segment(text)) {
      if (!segment.trim()) continue;
      all.starts.push(at + points(text.slice(0, index)));
      all.ends.push(all.starts.at(-1) + points(segment.trimEnd()));
    }
  }
  return all;
}

const beyond = (all, at, by) => (by > 0 ? all.find((x) => x > at) : all.findLast((x) => x < at)) ?? at;

// along is the way of an arrow key through the text, as the eye sees it.
const rightToLeft = () => getComputedStyle(body()).direction === "rtl";
const along = (key) => ({ ArrowUp: -1, ArrowDown: 1, ArrowLeft: rightToLeft() ? 1 : -1, ArrowRight: rightToLeft() ? -1 : 1 })[key];

on("keydown", (event) => {
  const { key, altKey, shiftKey, target } = event;
  if (key === "F7" && body()) {
    event.preventDefault();
    toggleCaret();
  } else if (altKey && along(key) && caretOn() && target === body()) {
    event.preventDefault();
    const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection(), by = along(key);
    const stops = edges(/Up|Down/.test(key) ? "paragraph" : "sentence")[by > 0 && shiftKey ? "ends" : "starts"];
    const to = beyond(stops, pointAt(focusNode, focusOffset), by);
    setCaret(shiftKey ? pointAt(anchorNode, anchorOffset) : to, to);
  } else if (altKey && /Left|Right/.test(key) && target.closest("form:has(.ends)")) {
    event.preventDefault();
    moveEnd(shiftKey ? "start" : "end", along(key));
  }
  entering = bar && key === "Enter" && target.matches("#text [contenteditable]");
  if (entering) event.preventDefault();
});

// The bar opens when Enter is let go, or the same Enter would press its button.
on("keyup", (event) => {
  if (event.key !== "Enter" || !entering) return;
  entering = false;
  showBar();
  if (bar.hidden) say("Nothing is selected. Hold Shift while you move.");
  else $("button", bar).focus();
});

const refuse = (event) => { if (body()?.contains(event.target)) event.preventDefault(); };
for (const change of ["beforeinput", "dragstart", "drop", "paste", "cut"]) on(change, refuse);
on("compositionstart", ({ target }) => { if (target === body()) toggleCaret(); });
on("selectionchange", () => {
  if (!caretOn()) return;
  clearTimeout(telling);
  telling = setTimeout(() => { if (kept) say(`Selected: ${kept.quote}`); }, 600);
});

// The ends of a fact's words are moved word by word: by the buttons of its
// form, by Alt and arrows in it (with Shift the start), or by dragging the
// handles in the text.
let stops = null; // the edges of words

const endsForm = () => body() && $("form:has(.ends)");

function readyEnds() {
  for (const handle of $$(".handle")) handle.remove();
  if (endsForm()) stops = edges("word");
  for (const name of endsForm() ? ["start", "end"] : []) {
    const handle = make("span", { className: `handle ${name}` });
    handle.onpointerdown = (event) => { event.preventDefault(); handle.setPointerCapture(event.pointerId); };
    handle.onpointermove = (event) => { if (handle.hasPointerCapture(event.pointerId)) dragEnd(name, event); };
    $("#main").append(handle);
  }
  showEnds();
}

// ended are the code points that the form names, null when it names none.
function ended() {
  const { start, end } = endsForm()?.elements ?? {};
  return start && Number(start.value) < Number(end.value) ? { start: Number(start.value), end: Number(end.value) } : null;
}

// showEnds draws the words of the form into the text, with a handle at each end.
function showEnds() {
  const at = ended(), range = at && rangeOf(nodeAt(at.start, false), nodeAt(at.end, true));
  if (range) CSS.highlights.set("ends", new Highlight(range));
  else CSS.highlights.delete("ends");
  const lines = range ? [...range.getClientRects()].filter((r) => r.width > 0) : []; // none where the text is not shown whole
  const main = $("#main"), box = main.getBoundingClientRect();
  for (const handle of $$(".handle")) {
    const starts = handle.matches(".start"), line = lines.at(starts ? 0 : -1);
    handle.hidden = !line;
    if (!line) continue;
    handle.style.left = `${(starts === rightToLeft() ? line.right : line.left) - box.left + main.scrollLeft}px`;
    handle.style.top = `${line.top - box.top + main.scrollTop}px`;
    handle.style.height = `${line.height}px`;
  }
  return range;
}

// setEnd moves an end to a code point, and the words in the form with it.
function setEnd(name, point) {
  const at = { ...ended(), [name]: point };
  if (!(at.start < at.end)) return;
  endsForm().elements[name].value = point;
  const { quote } = within(showEnds());
  $(".ends textarea").value = quote;
  clearTimeout(telling);
  telling = setTimeout(say, 400, quote);
}

const moveEnd = (name, by) => { if (ended()) setEnd(name, beyond(stops[`${name}s`], ended()[name], by)); };

function dragEnd(name, { clientX, clientY }) {
  const place = document.caretPositionFromPoint(clientX, clientY);
  const point = place && pointAt(place.offsetNode, place.offset);
  if (typeof point === "number") setEnd(name, stops[`${name}s`].reduce((near, x) => (Math.abs(x - point) < Math.abs(near - point) ? x : near)));
}

on("click", ({ target }) => {
  const end = target.closest("[data-end]");
  if (end) moveEnd(end.dataset.end, Number(end.dataset.by));
  if (target.closest("#caret")) toggleCaret();
});

// Words that are typed are looked for by the program.
on("input", ({ target }) => {
  if (target === body()) location.reload();
  if (target.matches(".day input")) $("input", target.closest(".field")).value = target.value;
  if (!target.matches(".ends textarea")) return;
  target.form.elements.start.value = target.form.elements.end.value = "";
  showEnds();
});
addEventListener("resize", showEnds);

/* Bringing files in */

const drop = $("#drop"); // the form that takes files
const batch = { files: 40, bytes: 8 << 20 };

// walk is the files behind a dropped entry, folders and all.
async function walk(entry) {
  if (entry.isFile) return [await new Promise((done, failed) => entry.file(done, failed))];
  const reader = entry.createReader(), files = [];
  for (;;) {
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (some.length === 0) return files;
    for (const e of some) files.push(...await walk(e));
  }
}

// batches are the files in loads small enough for one request.
function* batches(files) {
  let load = [], bytes = 0;
  for (const file of files) {
    if (load.length > 0 && (load.length >= batch.files || bytes + file.size > batch.bytes)) {
      yield load;
      [load, bytes] = [[], 0];
    }
    load.push(file);
    bytes += file.size;
  }
  if (load.length > 0) yield load;
}

// sendBatch sends one load and gives what the program made of it.
async function sendBatch(load, id, signal) {
  const body = new FormData();
  body.set("key", crypto.randomUUID());
  body.set("back", drop.elements.back.value);
  if (id) body.set("import", id);
  for (const file of load) body.append("files", file, file.webkitRelativePath || file.name);
  const answer = await ask("/import", { method: "POST", body, headers: { Accept: "application/json" }, signal });
  return answer.json();
}

// meter shows how far the sending is.
function meter(total) {
  const began = performance.now(), bar = $("#sending-bar");
  $("#sending").hidden = false;
  bar.max = total;
  return (done, answer) => {
    const rate = Math.round(done / Math.max(0.1, (performance.now() - began) / 1000));
    bar.value = done;
    $("#sending-what").textContent = `${done} of ${total} ${total === 1 ? "file" : "files"} sent`;
    $("#sending-rate").textContent = answer &&
      `${answer.added} new, ${answer.known} already there, ${answer.failed} could not be read. ${rate} a second.`;
  };
}

// bring sends files in batches, all to one import, and then shows its report.
async function bring(files) {
  if (files.length === 0) return complain("Choose a file first.");
  drop.hidden = true;
  const stop = new AbortController();
  $("#sending-stop").onclick = () => stop.abort();
  const show = meter(files.length);
  let done = 0, answer = null;
  show(done, answer);
  try {
    for (const load of batches(files)) {
      answer = await sendBatch(load, answer?.id, stop.signal);
      done += load.length;
      show(done, answer);
    }
    location.assign(answer.url);
  } catch (error) {
    await halted(error, stop.signal.aborted, answer?.url);
  }
}

// halted ends an import that was stopped or went wrong; what was sent stays.
async function halted(error, stopped, url) {
  if (stopped && url) {
    const body = new URLSearchParams({ key: crypto.randomUUID(), back: drop.elements.back.value });
    await fetch(`${url}/stop`, { method: "POST", body }).catch(() => null);
    return location.assign(url);
  }
  drop.hidden = false;
  $("#sending").hidden = true;
  if (!stopped) complain(error);
}

// takes reports whether files are dragged over the page or dropped on it.
function takes(event) {
  if (!drop || !event.dataTransfer?.types.includes("Files")) return false;
  event.preventDefault();
  drop.classList.toggle("dropping", event.type === "dragover");
  return true;
}

for (const folder of $$("#folder")) folder.disabled = false;
on("dragover", (event) => { if (takes(event)) drop.closest("details")?.setAttribute("open", ""); });
on("dragleave", (event) => { if (!event.relatedTarget) drop?.classList.remove("dropping"); });
on("drop", async (event) => {
  if (!takes(event)) return;
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
  const files = await Promise.all(entries.map(walk)).catch(() => null);
  if (files) bring(files.flat());
  else complain("The folder could not be read.");
});

// poll asks for the report of a running import until it is done.
async function poll() {
  const box = $("#progress[data-poll]");
  if (!box) return;
  await new Promise((done) => setTimeout(done, box.dataset.poll));
  try {
    if (!document.hidden) renew(parse(await (await ask(location.href)).text()));
  } catch (error) {
    return complain(error);
  }
  poll();
}

// renew puts a fresh report in place, and keeps the focus on Stop.
function renew(page) {
  const fresh = $("#progress", page);
  if (!fresh) return;
  const onStop = document.activeElement?.closest("#progress form");
  $("#progress").replaceWith(fresh);
  $("main h1").textContent = $("main h1", page).textContent;
  if (fresh.dataset.poll && onStop) $("#progress form button")?.focus();
  if (!fresh.dataset.poll) say($("main h1").textContent);
}

/* Keys */

// walkList goes to the next or previous article, or moves along a list.
function walkList(by) {
  const beside = $(`#list a[rel="${by > 0 ? "next" : "prev"}"]`);
  if (beside) beside.click();
  else neighbour($$("main a.line, main :is(.topics, .said-lines) a"), by)?.focus();
}

// keys are what letters do. A control of one page has its letter in data-press.
const keys = {
  j: () => walkList(1),
  k: () => walkList(-1),
  n: () => step(1),
  p: () => (queued("back") ? press("back") : step(-1)),
  a: () => press("accept"),
  x: () => press("reject"),
  s: () => {
    if (inHand() && !queued("skip")) say("Skipped.");
    press("skip");
  },
  e: () => press("edit"),
  u: () => (queued("undo") ? press("undo") : rewind("undo")),
  U: () => rewind("redo"),
  t: () => walkTimes(1),
  T: () => walkTimes(-1),
  h: () => turn("marks"),
  f: () => turn("focus"),
  i: () => toggleCaret(),
  l: () => press("link"),
  m: () => makeOf("m"),
  c: () => press("claim"),
  "/": () => { const box = $("#q"); box.focus(); box.select(); },
};

const places = { l: "/", r: "/review", c: "/claims", y: "/stories", p: "/people", t: "/timeline", o: "/open", s: "/settings" };

let going = -Infinity; // when g was pressed

// escape closes what is open, else leads back to the text.
function escape() {
  if (hideNote()) return;
  const at = document.activeElement, end = Number(at?.form?.elements.end?.value);
  if (caretOn() && at === body()) toggleCaret();
  else if (end && session.get("caret") === "on") toggleCaret(end);
  else if (!getSelection().isCollapsed) getSelection().removeAllRanges();
  else if (isField(at)) focus($("#main"));
  else if ($(".card.now form.fields a.button")) $(".card.now form.fields a.button").click();
  else if ($("#panel")?.contains(at)) focus($("#main"));
}

const isField = (e) => e?.matches("input:not([type=checkbox], [type=submit]), textarea, select, [contenteditable]");

on("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || $("dialog[open]")) return;
  if (event.key === "Escape") return escape();
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches("form[method=post] textarea")) {
    event.preventDefault();
    return event.target.form.requestSubmit($("button:not([type=button])", event.target.form));
  }
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "z" && !isField(event.target)) {
    event.preventDefault();
    return rewind(event.shiftKey ? "redo" : "undo");
  }
  if (held(event) || isField(event.target) || document.body.dataset.keys === "off") return;
  const place = event.timeStamp - going < 1500 && places[event.key];
  going = event.key === "g" && !place ? event.timeStamp : -Infinity;
  const control = $(`[data-press="${CSS.escape(event.key)}"]`);
  const way = kept && $(`#selection [data-key="${CSS.escape(event.key)}"]`); // the letters that the bar shows go before others
  const act = place ? () => location.assign(place) : way ? () => makeOf(event.key) : keys[event.key] ?? (control && (() => control.click()));
  if (!act) return;
  event.preventDefault();
  act();
});

// toward is the mark of the chart that lies nearest to here in a direction.
function toward(here, [right, down]) {
  const middle = (e) => { const r = e.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; };
  const [x, y] = middle(here);
  let next = null, least = Infinity;
  for (const mark of $$(".chart a")) {
    const [dx, dy] = middle(mark).map((at, i) => at - [x, y][i]);
    const along = dx * right + dy * down, far = along + 8 * Math.abs(dx * down + dy * right);
    if (along > 4 && far < least) [next, least] = [mark, far];
  }
  return next;
}

const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

on("keydown", (event) => {
  const here = event.target.closest(".chart a"), way = arrows[event.key];
  if (!here || !way || held(event)) return;
  event.preventDefault();
  toward(here, way)?.focus();
});

/* Claims: v and then a digit choose a verdict and lead on to its reason. */

let judging = -Infinity; // when v was pressed

on("keydown", (event) => {
  const form = $("form#verdict"), field = isField(event.target) && !event.target.matches("[type=radio]");
  if (!form || field || event.defaultPrevented || held(event) || $("dialog[open]") || document.body.dataset.keys === "off") return;
  const choice = event.timeStamp - judging < 4000 && /^[1-9]$/.test(event.key) && $(`[data-verdict="${event.key}"]`, form);
  judging = event.key === "v" ? event.timeStamp : -Infinity;
  if (event.key === "v") say("Verdict: press its number.");
  if (!choice) return;
  event.preventDefault();
  choice.checked = true;
  $("textarea", form).focus();
});

/* Ready */

// The text stays where it was read while the tabs beside it change.
const placeRead = () => `read:${$("#text")?.dataset.article}`;
addEventListener("pagehide", () => { if ($("#text")) session.set(placeRead(), $("#main").scrollTop); });

// arrive shows what the address asks for: the fact in hand, the form to fill.
function arrive() {
  const asked = new URLSearchParams(location.search), card = $(".card.now");
  const named = asked.has("f") || asked.has("edit");
  if (!named && $("#text") && wide()) $("#main").scrollTop = session.get(placeRead());
  if (card && wide()) {
    if (named) center(marksOf(card.id)[0]);
    card.scrollIntoView({ block: "nearest" });
  }
  if (root.dataset.focus === "on" && (named || asked.has("add") || location.hash)) turn("focus");
  const field = asked.has("edit") || asked.has("add") ? "form.fields :is(input:not([type=hidden]), select, textarea)" :
    { "#add-note": "#new-note-text", "#add-tag": "#new-tag-words" }[location.hash];
  if (field) $(field)?.focus();
  const answer = $("#flash .flash:not(.warning) p");
  if (answer) say(answer.textContent);
  turned();
}

ready();
poll();
// After the browser has gone to the fragment and given it the focus.
addEventListener("load", () => setTimeout(arrive));
